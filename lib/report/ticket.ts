import type { EpochMilliseconds } from '../api/units';
import { RANK, shownState } from '../diagnosis/shown-state';
import type { Language } from '../messages/language';
import { formatMessage, type MessageValues, type Template } from '../messages/message';
import { asMarkdown, callReports, entryText, type ReportedExchange } from './call-report';
import { type Counts, countsText, type ShownCalls, shownText } from './counts-text';
import { dateText } from './figures';
import { hostsText, type LeftOutHosts } from './hosts-text';
import { type InspectedInput, reasonText } from './inspection-report';
import { visibleText } from './plain-lines';

/** What a ticket tells of. */
export interface Ticket {
  /** Where the calls are from, `https://app.example.com` or `customer.har`; empty where it is not known. */
  readonly name: string;
  readonly made: EpochMilliseconds;
  /** Of this extension. */
  readonly version: string;
  /** `Firefox 140`. */
  readonly browser: string;
  readonly counts: Counts & Readonly<Record<'clean' | 'pending', number>>;
  /** Those that are neither clean nor pending, in order of start; the text tells the gravest first. */
  readonly calls: readonly ReportedExchange[];
  /** Where the ticket is of what a list shows. */
  readonly list?: ShownCalls;
  /** What a file holds beside its calls. */
  readonly beside?: Pick<InspectedInput, 'unreadable' | 'ignored'> & { readonly ignoredHosts: LeftOutHosts };
}

/**
 * `1 to another host, left out; 1 unreadable entry.`, and why that one is.
 * @param isAll there is nothing else: where the others went says what was meant
 */
function besideLines(
  { unreadable, ignored, ignoredHosts }: NonNullable<Ticket['beside']>,
  isAll: boolean,
  language: Language,
): string[] {
  const words = language.report;
  const fill = (template: Template, values: MessageValues) =>
    formatMessage(template, values, language.locale);
  const counts = [
    ...(ignored > 0 ? [fill(words.ignored, { count: ignored })] : []),
    ...(unreadable.length > 0 ? [fill(words.unreadable, { count: unreadable.length })] : []),
  ];
  if (counts.length === 0) return [];
  const reasons = unreadable.map(
    ({ index, reason }) => `- ${entryText(index, language)}: ${asMarkdown(reasonText(reason, language))}`,
  );
  const hosts = isAll && ignored > 0 ? [` ${asMarkdown(hostsText(ignoredHosts, language))}`] : [];
  return ['', `${counts.join('; ')}.${hosts.join('')}`, ...(reasons.length > 0 ? ['', ...reasons] : [])];
}

/**
 * Calls as Markdown for a ticket: those with a fault, equal ones folded. Pure, and without a key or the contents of a
 * message.
 */
export function ticketText(ticket: Ticket, language: Language): string {
  const { report: texts } = language.interface.popup;
  const { locale } = language;
  const { clean, pending } = ticket.counts;
  const count = ticket.calls.length + clean + pending;
  const counted = formatMessage(language.interface.status.calls, { count }, locale);
  const title =
    ticket.name === ''
      ? String(language.interface.name)
      : formatMessage(texts.title, { site: asMarkdown(ticket.name) }, locale);
  const head = [
    `## ${title}`,
    '',
    formatMessage(
      texts.made,
      { date: dateText(ticket.made, locale), version: ticket.version, browser: ticket.browser },
      locale,
    ),
    '',
    ...(ticket.list ? shownText(ticket.list, language).flatMap((text) => [`${asMarkdown(text)}.`, '']) : []),
    count === 0 ? String(texts.noCalls) : `${counted}: ${countsText(ticket.counts, language)}.`,
  ];
  if (ticket.calls.length > 0 && clean + pending > 0) {
    const leftOut = countsText({ clean, pending }, language);
    head.push('', formatMessage(texts.leftOut, { calls: leftOut }, locale));
  }
  if (ticket.beside) head.push(...besideLines(ticket.beside, count === 0, language));
  const calls = [...ticket.calls].sort((a, b) => RANK[shownState(a)] - RANK[shownState(b)]);
  return visibleText([`${head.join('\n')}\n`, ...callReports(calls, language)].join('\n'));
}
