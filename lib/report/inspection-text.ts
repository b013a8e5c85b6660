import { isErrorCode } from '../api/error-codes';
import type { Language } from '../messages/language';
import { formatMessage, type MessageValues, type Template } from '../messages/message';
import type { InspectionReport, ReportedExchange, ReportedFinding } from './inspection-report';
import { labelled, visibleText } from './plain-lines';
import { locationText } from './words';

const WIDTH = 100;
const INDENT = 4;
const COLUMN = 14;

/** A template of the report's own words, filled in. */
function reportWord(template: Template, language: Language, values: MessageValues = {}): string {
  return formatMessage(template, values, language.locale);
}

/** `3 requests to Infuzu, 12 to other hosts, left out, 1 unreadable entry`. */
function overviewText(report: InspectionReport, language: Language): string {
  const { calls, noCalls, ignored, unreadable } = language.report;
  const count = report.exchanges.length;
  const parts = [count === 0 ? reportWord(noCalls, language) : reportWord(calls, language, { count })];
  if (report.ignored > 0) parts.push(reportWord(ignored, language, { count: report.ignored }));
  if (report.unreadable.length > 0) {
    parts.push(reportWord(unreadable, language, { count: report.unreadable.length }));
  }
  return parts.join('; ');
}

/** `3 errors, 1 warning, 0 notices`. */
function summaryText({ summary }: InspectionReport, language: Language): string {
  const { errors, warnings, notices } = language.report;
  return [
    reportWord(errors, language, { count: summary.error }),
    reportWord(warnings, language, { count: summary.warning }),
    reportWord(notices, language, { count: summary.notice }),
  ].join(', ');
}

/** What the server said, with the meaning of a documented code and what to do, unless a finding says it already. */
function serverText(code: string, message: string, explain: boolean, language: Language): string {
  const said = [code && `\`${code}\``, message].filter(Boolean).join(': ');
  if (!explain || !isErrorCode(code)) return said;
  const { remedy, retry } = language.diagnosis.codes[code];
  return `${said.replace(/[.\s]*$/, '.')} ${remedy} ${retry}`;
}

/** `401 · confirmed by the server`; where there is no fault, the headline says so. */
function answerText({ status, diagnosis: { outcome } }: ReportedExchange, language: Language): string {
  const { noStatus, outcome: words } = language.report;
  const answer = status === null ? reportWord(noStatus, language) : String(status);
  return outcome === 'clean' ? answer : `${answer} · ${reportWord(words[outcome], language)}`;
}

function findingLines(finding: ReportedFinding, headline: string, language: Language): string[] {
  const { severity, remedy: remedyLabel } = language.report;
  const place = locationText(finding.location, language);
  const label = reportWord(severity[finding.severity], language);
  const lines = [labelled(label, `${finding.rule} (${place})`, INDENT, COLUMN, WIDTH)];
  if (!headline.includes(finding.message)) lines.push(labelled('', finding.message, INDENT, COLUMN, WIDTH));
  const remedy = `${reportWord(remedyLabel, language)}: ${finding.remedy}`;
  lines.push(labelled('', remedy, INDENT, COLUMN, WIDTH));
  return lines;
}

function exchangeText(exchange: ReportedExchange, language: Language): string {
  const { report } = language;
  const { headline, outcome } = exchange.diagnosis;
  const explain = outcome === 'unexplained' || outcome === 'contradicted';
  const lines = [
    labelled(`#${exchange.index}`, headline, 0, INDENT, WIDTH),
    `${' '.repeat(INDENT)}${visibleText(`${exchange.method} ${exchange.url}`)}`,
    `${' '.repeat(INDENT)}${answerText(exchange, language)}`,
    ...exchange.findings.flatMap((finding) => findingLines(finding, headline, language)),
    ...[...exchange.errors, ...exchange.warnings].map(({ code, message }) =>
      labelled(
        reportWord(report.server, language),
        serverText(code, message, explain, language),
        INDENT,
        COLUMN,
        WIDTH,
      ),
    ),
    ...(exchange.crashed ?? []).map((rule) =>
      labelled('', reportWord(report.crashed, language, { rule }), INDENT, COLUMN, WIDTH),
    ),
  ];
  return lines.join('\n');
}

/**
 * The report as plain text of at most 100 columns, the headline of each exchange first.
 * @param name the input's name
 */
export function reportText(report: InspectionReport, name: string, language: Language): string {
  const unreadable = report.unreadable.map(({ index, reason }) =>
    labelled(`#${index}`, reason, 0, INDENT, WIDTH),
  );
  const blocks = [
    `${visibleText(name)}: ${overviewText(report, language)}`,
    ...report.exchanges.map((exchange) => exchangeText(exchange, language)),
    ...unreadable,
    ...(report.exchanges.length > 0 ? [summaryText(report, language)] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}
