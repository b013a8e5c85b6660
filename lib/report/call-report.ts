import type { Diagnosis } from '../diagnosis/diagnosis';
import type { Exchange } from '../exchange/exchange';
import { groupBy } from '../exchange/group-by';
import { presentValue } from '../exchange/presence';
import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';
import type { Finding } from '../rules/rule';
import { dateText, durationText } from './figures';
import { strayKeyTexts } from './stray-keys';
import { findingText, remedyText, sentenceText } from './words';

/** What a report needs to know of one call. */
export interface ReportedExchange {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  readonly keyNumber: number | undefined;
}

/**
 * Takes what the outside wrote out of Markdown's hands: line breaks and the characters that could begin an
 * element of it.
 */
export function asCode(text: string): string {
  return `\`${text.replace(/\s+/g, ' ').replaceAll('`', 'ˋ')}\``;
}

/**
 * A sentence of the catalogue as Markdown. Its values may hold what a server wrote: outside of code everything that
 * could begin an element is escaped.
 */
export function asMarkdown(text: string): string {
  const pieces = text.replace(/\s+/g, ' ').split('`');
  const escaped = (piece: string) => piece.replace(/[\\<>[\]*_#|~&]/g, (c) => `\\${c}`);
  // A lone backtick opens no code.
  if (pieces.length % 2 === 0) return pieces.map(escaped).join('ˋ');
  return pieces.map((piece, i) => (i % 2 === 1 ? `\`${piece}\`` : escaped(piece))).join('');
}

/** What several reports in one text share. */
interface Together {
  /** Calls that read the same but for their time. */
  readonly same: readonly ReportedExchange[];
  /** Findings that the text explained above; this one's are added. */
  readonly told: Set<string>;
}

function startedLines(same: readonly ReportedExchange[], language: Language): string[] {
  const { started } = language.interface.popup.report;
  return same.flatMap(({ exchange: { startedDateTime, time } }) => {
    if (startedDateTime <= 0) return [];
    const took = time === undefined ? '' : `, ${durationText(time, language.locale)}`;
    return `- ${started}: ${dateText(startedDateTime, language.locale)}${took}`;
  });
}

function findingLines(finding: Finding, told: Set<string>, language: Language): string[] {
  const { report } = language.interface.popup;
  const name = `- ${report.finding} ${asCode(finding.rule)}`;
  const text = asMarkdown(findingText(finding, 'text', language));
  const remedy = remedyText(finding, language);
  const key = [finding.rule, text, remedy].join('\n');
  if (told.has(key)) return [`${name}: ${report.above}`];
  told.add(key);
  return [`${name}: ${text}`, ...(remedy === '' ? [] : [`  ${report.remedy}: ${remedy}`])];
}

/**
 * One call as Markdown, from `### ` on: verdict, facts, findings with their remedies. No key is in it.
 * @param entry its position in the file that it was read from
 */
export function callReport(
  reported: ReportedExchange,
  language: Language,
  entry?: number,
  { same, told }: Together = { same: [reported], told: new Set() },
): string {
  const { exchange, diagnosis, keyNumber } = reported;
  const { report } = language.interface.popup;
  const { request } = exchange;
  const response = presentValue(exchange.response);
  const lines = [
    `### ${asMarkdown(sentenceText(diagnosis.headline, 'text', language))}${same.length > 1 ? ` (×${same.length})` : ''}`,
    '',
    `- ${asCode(`${request.method} ${request.url.href}`)}${
      entry === undefined
        ? ''
        : `, ${formatMessage(language.report.entry, { index: String(entry) }, language.locale)}`
    }`,
    `- ${report.status}: ${response ? response.status : report.noAnswer}`,
    ...startedLines(same, language),
  ];
  for (const { code, message } of (response && presentValue(response.body)?.errors) ?? []) {
    lines.push(`- ${report.server}: ${asCode(code)} ${message === '' ? '' : asCode(message)}`.trimEnd());
  }
  if (keyNumber !== undefined) {
    const mask = presentValue(request.credentials)?.find(({ fingerprint }) => fingerprint !== '')?.mask;
    const tag = formatMessage(language.interface.list.keyTag, { number: keyNumber }, language.locale);
    lines.push(`- ${report.key}: ${tag}${mask ? ` ${asCode(mask)}` : ''}`);
  }
  lines.push(
    ...strayKeyTexts(exchange, language).map((text) => `- ${asMarkdown(text)}`),
    ...diagnosis.findings.flatMap((finding) => findingLines(finding, told, language)),
  );
  return `${lines.join('\n')}\n`;
}

/**
 * Several calls for one text: those that differ in nothing but their time are one section, where the first of them
 * is, and a finding is explained once.
 */
export function callReports(calls: readonly ReportedExchange[], language: Language): string[] {
  const alike = groupBy(calls, (call) =>
    callReport({ ...call, exchange: { ...call.exchange, startedDateTime: 0 } }, language),
  );
  const told = new Set<string>();
  return [...alike.values()].flatMap((same) =>
    same[0] === undefined ? [] : callReport(same[0], language, undefined, { same, told }),
  );
}
