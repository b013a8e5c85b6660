import type { Diagnosis } from '../diagnosis/diagnosis';
import type { Exchange } from '../exchange/exchange';
import { groupBy } from '../exchange/group-by';
import { presentValue } from '../exchange/presence';
import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';
import type { Finding } from '../rules/rule';
import { DOCUMENTATION } from './documentation';
import { dateText, durationText } from './figures';
import { requestIdText } from './request-id';
import { type SameKey, sameKeyText } from './same-key-text';
import { strayKeyTexts } from './stray-keys';
import { unseenText } from './unseen-text';
import { findingText, remedyText, sentenceText } from './words';

/** What a report needs to know of one call. */
export interface ReportedExchange {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
  /** Rules that failed on it. */
  readonly crashed: readonly string[];
  readonly keyNumber: number | undefined;
  readonly sameKey?: SameKey | undefined;
  /** Its position in the file that it was read from. */
  readonly entry?: number;
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
  /** Calls that read the same but for their time and their ids. */
  readonly same: readonly ReportedExchange[];
  /** Findings that the text explained above; this one's are added. */
  readonly told: Set<string>;
}

/** `Entry 12`, by its position in its file. */
export function entryText(index: number, language: Language): string {
  const { entry } = language.interface.workbench.compare;
  return formatMessage(entry, { index: String(index) }, language.locale);
}

function startedLines(same: readonly ReportedExchange[], language: Language): string[] {
  const { locale } = language;
  const { started } = language.interface.popup.report;
  return same.flatMap(({ exchange, entry }) => {
    const { startedDateTime, time } = exchange;
    const name = entry === undefined ? undefined : entryText(entry, language);
    const id = requestIdText(exchange);
    const when =
      startedDateTime > 0
        ? [
            `${name ?? started}: ${dateText(startedDateTime, locale)}`,
            ...(time === undefined ? [] : [durationText(time, locale)]),
          ]
        : (name ?? []);
    const told = [when, id === undefined ? [] : asCode(id)].flat();
    return told.length === 0 ? [] : `- ${told.join(', ')}`;
  });
}

function findingLines(finding: Finding, headline: string, told: Set<string>, language: Language): string[] {
  const { report } = language.interface.popup;
  const name = `- ${report.finding} ${asCode(finding.rule)}`;
  const text = findingText(finding, 'text', language);
  const remedy = remedyText(finding, language);
  const key = [finding.rule, text, remedy].join('\n');
  if (told.has(key)) return [`${name}: ${report.above}`];
  told.add(key);
  const address = DOCUMENTATION.get(finding.rule);
  return [
    headline.includes(text) ? name : `${name}: ${asMarkdown(text)}`,
    ...(remedy === '' ? [] : [`  ${report.remedy}: ${asMarkdown(remedy)}`]),
    ...(address === undefined ? [] : [`  ${language.report.see} <${address}>`]),
  ];
}

/** One call as Markdown, from `### ` on: verdict, facts, findings with their remedies. No key is in it. */
export function callReport(
  reported: ReportedExchange,
  language: Language,
  { same, told }: Together = { same: [reported], told: new Set() },
): string {
  const { exchange, diagnosis, crashed, keyNumber, sameKey } = reported;
  const { report } = language.interface.popup;
  const { request } = exchange;
  const response = presentValue(exchange.response);
  const headline = sentenceText(diagnosis.headline, 'text', language);
  const lines = [
    `### ${asMarkdown(headline)}${same.length > 1 ? ` (×${same.length})` : ''}`,
    '',
    `- ${asCode(`${request.method} ${request.url.href}`)}`,
    `- ${report.status}: ${response ? response.status : report.noAnswer}`,
    ...startedLines(same, language),
  ];
  const body = response && presentValue(response.body);
  for (const { code, message } of body ? [...body.errors, ...body.warnings] : []) {
    lines.push(`- ${report.server}: ${[code, message].filter(Boolean).map(asCode).join(' ')}`);
  }
  if (keyNumber !== undefined) {
    const mask = presentValue(request.credentials)?.find(({ fingerprint }) => fingerprint !== '')?.mask;
    const tag = formatMessage(language.interface.list.keyTag, { number: keyNumber }, language.locale);
    lines.push(`- ${report.key}: ${tag}${mask ? ` ${asCode(mask)}` : ''}`);
  }
  lines.push(
    ...[
      sameKey ? sameKeyText(sameKey, language) : [],
      unseenText(exchange, language) ?? [],
      strayKeyTexts(exchange, language),
    ]
      .flat()
      .map((text) => `- ${asMarkdown(text)}`),
    ...diagnosis.findings.flatMap((finding) => findingLines(finding, headline, told, language)),
    ...crashed.map(
      (rule) => `- ${asMarkdown(formatMessage(language.report.crashed, { rule }, language.locale))}`,
    ),
  );
  return `${lines.join('\n')}\n`;
}

/**
 * Several calls for one text: those that differ in nothing but their time and their ids are one section, where the
 * first of them is, and a finding is explained once.
 */
export function callReports(calls: readonly ReportedExchange[], language: Language): string[] {
  const alike = groupBy(calls, (call) => callReport(call, language, { same: [], told: new Set() }));
  const told = new Set<string>();
  return [...alike.values()].flatMap((same) =>
    same[0] === undefined ? [] : callReport(same[0], language, { same, told }),
  );
}
