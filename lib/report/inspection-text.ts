import { isErrorCode } from '../api/error-codes';
import { RANK } from '../diagnosis/shown-state';
import { groupBy } from '../exchange/group-by';
import type { Language } from '../messages/language';
import { formatMessage, type MessageValues, type Template } from '../messages/message';
import { countsText } from './counts-text';
import type { InspectionReport, ReportedExchange, ReportedFinding } from './inspection-report';
import { labelled, visibleText, wrapText } from './plain-lines';
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
  const { calls, noCalls, noReadableCalls, ignored, unreadable } = language.report;
  const count = report.exchanges.length;
  // What cannot be read may well be a request to Infuzu.
  const none = report.unreadable.length > 0 ? noReadableCalls : noCalls;
  const parts = [count === 0 ? reportWord(none, language) : reportWord(calls, language, { count })];
  if (report.ignored > 0) parts.push(reportWord(ignored, language, { count: report.ignored }));
  if (report.unreadable.length > 0) {
    parts.push(reportWord(unreadable, language, { count: report.unreadable.length }));
  }
  return parts.join('; ');
}

/** `40 calls: 3 errors, 1 warning, and 36 clean`, a line of its own; nothing where there are only parts of pages. */
function summaryText({ summary }: InspectionReport, language: Language): string {
  const count = Object.values(summary).reduce((sum, n) => sum + n, 0);
  if (count === 0) return '';
  return `\n${reportWord(language.interface.status.calls, language, { count })}: ${countsText(summary, language)}`;
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
    ...[exchange.unseen ?? [], exchange.strayKeys ?? []]
      .flat()
      .map((text) => labelled('', text, INDENT, COLUMN, WIDTH)),
    ...(exchange.crashed ?? []).map((rule) =>
      labelled('', reportWord(report.crashed, language, { rule }), INDENT, COLUMN, WIDTH),
    ),
  ];
  return lines.join('\n');
}

/** Exchanges without a fault that read the same: one line each, and what is worth knowing of them once. */
function cleanText(exchanges: readonly ReportedExchange[], headline: string, language: Language): string {
  const findings = exchanges.flatMap((exchange) => exchange.findings);
  const told = groupBy(findings, (finding) => findingLines(finding, headline, language).join('\n'));
  const lines = exchanges.map(({ index, method, url, findings: own, crashed = [] }) => {
    const rules = [...own.map(({ rule }) => rule), ...crashed].join(', ');
    return labelled(`#${index}`, [`${method} ${url}`, rules].filter(Boolean).join(' · '), 0, INDENT, WIDTH);
  });
  return [...wrapText(headline, WIDTH), ...lines, ...told.keys()].join('\n');
}

const isFolded = ({ diagnosis: { verdict }, errors, warnings, strayKeys, unseen }: ReportedExchange) =>
  (verdict === 'clean' || verdict === 'pending') &&
  errors.length + warnings.length === 0 &&
  !strayKeys &&
  !unseen;

/**
 * The report as plain text of at most 100 columns: the counts, then what has a fault, the gravest first and the
 * headline of each exchange before its facts, then what has none.
 * @param name the input's name
 */
export function reportText(report: InspectionReport, name: string, language: Language): string {
  const unreadable = report.unreadable.map(({ index, reason }) =>
    labelled(`#${index}`, reason, 0, INDENT, WIDTH),
  );
  const faulty = report.exchanges
    .filter((exchange) => !isFolded(exchange))
    .sort((a, b) => RANK[a.diagnosis.verdict] - RANK[b.diagnosis.verdict]);
  const clean = groupBy(report.exchanges.filter(isFolded), ({ diagnosis }) => diagnosis.headline);
  const blocks = [
    `${visibleText(name)}: ${overviewText(report, language)}${summaryText(report, language)}`,
    ...unreadable,
    ...faulty.map((exchange) => exchangeText(exchange, language)),
    ...[...clean].map(([headline, exchanges]) => cleanText(exchanges, headline, language)),
  ];
  return `${blocks.join('\n\n')}\n`;
}
