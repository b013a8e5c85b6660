import type { Diagnosis } from '../diagnosis/diagnosis';
import type { Exchange } from '../exchange/exchange';
import { presentValue } from '../exchange/presence';
import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';
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

/**
 * One call as Markdown, from `### ` on: verdict, facts, findings with their remedies. No key is in it.
 * @param entry its position in the file that it was read from
 */
export function callReport(reported: ReportedExchange, language: Language, entry?: number): string {
  const { exchange, diagnosis, keyNumber } = reported;
  const { report } = language.interface.popup;
  const { request } = exchange;
  const response = presentValue(exchange.response);
  const lines = [
    `### ${asMarkdown(sentenceText(diagnosis.headline, 'text', language))}`,
    '',
    `- ${asCode(`${request.method} ${request.url.href}`)}${
      entry === undefined
        ? ''
        : `, ${formatMessage(language.report.entry, { index: String(entry) }, language.locale)}`
    }`,
    `- ${report.status}: ${response ? response.status : report.noAnswer}`,
  ];
  const { startedDateTime, time } = exchange;
  if (startedDateTime > 0) {
    const took = time === undefined ? '' : `, ${durationText(time, language.locale)}`;
    lines.push(`- ${report.started}: ${dateText(startedDateTime, language.locale)}${took}`);
  }
  for (const { code, message } of (response && presentValue(response.body)?.errors) ?? []) {
    lines.push(`- ${report.server}: ${asCode(code)} ${message === '' ? '' : asCode(message)}`.trimEnd());
  }
  if (keyNumber !== undefined) {
    const mask = presentValue(request.credentials)?.find(({ fingerprint }) => fingerprint !== '')?.mask;
    const tag = formatMessage(language.interface.list.keyTag, { number: keyNumber }, language.locale);
    lines.push(`- ${report.key}: ${tag}${mask ? ` ${asCode(mask)}` : ''}`);
  }
  lines.push(...strayKeyTexts(exchange, language).map((text) => `- ${asMarkdown(text)}`));
  for (const finding of diagnosis.findings) {
    lines.push(
      `- ${report.finding} ${asCode(finding.rule)}: ${asMarkdown(findingText(finding, 'text', language))}`,
    );
    const remedy = remedyText(finding, language);
    if (remedy !== '') lines.push(`  ${report.remedy}: ${remedy}`);
  }
  return `${lines.join('\n')}\n`;
}
