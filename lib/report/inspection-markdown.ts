import type { Exchange } from '../exchange/exchange';
import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';
import { asCode, asMarkdown } from './call-report';
import { type ShownCalls, shownText } from './counts-text';
import { dateText } from './figures';
import type { InspectionReport, ReportedExchange, ReportedFinding } from './inspection-report';
import { answerText, overviewText, reportWord, serverText, summaryText } from './inspection-text';
import { visibleText } from './plain-lines';
import { strayKeyTexts } from './stray-keys';

function findingItem(finding: ReportedFinding, headline: string, language: Language): string {
  const { severity, remedy, see } = language.report;
  const message = headline.includes(finding.message) ? '' : ` ${asMarkdown(finding.message)}`;
  return [
    `- **${reportWord(severity[finding.severity], language)}** \`${finding.rule}\`:${message}`.replace(
      /:$/,
      '',
    ),
    `  ${reportWord(remedy, language)}: ${asMarkdown(finding.remedy)}`,
    ...(finding.documentation ? [`  ${reportWord(see, language)} <${finding.documentation}>`] : []),
  ].join('\n');
}

/** What a list knows of an exchange, and the report on its file does not. */
interface Listed {
  readonly exchange: Exchange;
  readonly keyNumber: number | undefined;
}

/** The list that a report was copied from. */
export interface ReportedList extends ShownCalls {
  /** By position of the entry in its file. */
  readonly listed: ReadonlyMap<number, Listed | undefined>;
}

function exchangeSection(exchange: ReportedExchange, language: Language, listed: Listed | undefined): string {
  const { report } = language;
  const { headline, outcome } = exchange.diagnosis;
  const { startedDateTime } = exchange;
  const started = startedDateTime && dateText(Date.parse(startedDateTime), language.locale);
  const number = listed?.keyNumber;
  const key =
    number !== undefined && formatMessage(language.interface.list.keyTag, { number }, language.locale);
  const explain = outcome === 'unexplained' || outcome === 'contradicted';
  const items = [
    ...(listed ? strayKeyTexts(listed.exchange, language) : []).map((text) => `- ${asMarkdown(text)}`),
    ...exchange.findings.map((finding) => findingItem(finding, headline, language)),
    ...[...exchange.errors, ...exchange.warnings].map(
      ({ code, message }) =>
        `- ${reportWord(report.server, language)}: ${asMarkdown(serverText(code, message, explain, language))}`,
    ),
    ...(exchange.crashed ?? []).map(
      (rule) => `- ${asMarkdown(reportWord(report.crashed, language, { rule }))}`,
    ),
  ];
  return [
    `## #${exchange.index} ${asMarkdown(headline)}`,
    [asCode(`${exchange.method} ${exchange.url}`), answerText(exchange, language), key, started]
      .filter(Boolean)
      .join(' · '),
    ...(items.length > 0 ? [items.join('\n')] : []),
  ].join('\n\n');
}

/**
 * The report as Markdown for a ticket, the headline of each exchange first.
 * @param name the input's name
 */
export function reportMarkdown(
  report: InspectionReport,
  name: string,
  language: Language,
  list?: ReportedList,
): string {
  const entry = (index: number) => reportWord(language.report.entry, language, { index: String(index) });
  const unreadable = report.unreadable.map(({ index, reason }) => `- ${entry(index)}: ${asMarkdown(reason)}`);
  const blocks = [
    `# ${asMarkdown(name)}`,
    ...(list ? shownText(list, language).map((text) => `${asMarkdown(text)}.`) : []),
    `${overviewText(report, language)}.`,
    ...report.exchanges.map((exchange) =>
      exchangeSection(exchange, language, list?.listed.get(exchange.index)),
    ),
    ...(unreadable.length > 0 ? [unreadable.join('\n')] : []),
    ...(report.exchanges.length > 0 ? [`${summaryText(report, language)}.`] : []),
  ];
  return `${visibleText(blocks.join('\n\n'))}\n`;
}
