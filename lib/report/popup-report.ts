import type { EpochMilliseconds } from '../api/units';
import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';
import { asMarkdown, callReports, type ReportedExchange } from './call-report';
import { type Counts, countsText, type ShownCalls, shownText } from './counts-text';
import { dateText } from './figures';

/** What the popup shows, and its report tells. */
export interface PopupReport {
  /** `https://app.example.com`; empty where there is no site. */
  readonly site: string;
  readonly made: EpochMilliseconds;
  /** Of this extension. */
  readonly version: string;
  /** `Firefox 140`. */
  readonly browser: string;
  readonly counts: Counts & Readonly<Record<'clean' | 'pending', number>>;
  /** Those that are neither clean nor pending, in order of start. */
  readonly calls: readonly ReportedExchange[];
  /** Where the report is of what a list shows. */
  readonly list?: ShownCalls;
}

/** The calls of one tab as Markdown for a ticket; pure, and without a key or the contents of a message. */
export function popupReport(report: PopupReport, language: Language): string {
  const { report: texts } = language.interface.popup;
  const { locale } = language;
  const { clean, pending } = report.counts;
  const count = report.calls.length + clean + pending;
  const calls = formatMessage(language.interface.status.calls, { count }, locale);
  const title =
    report.site === ''
      ? String(language.interface.name)
      : formatMessage(texts.title, { site: asMarkdown(report.site) }, locale);
  const head = [
    `## ${title}`,
    '',
    formatMessage(
      texts.made,
      { date: dateText(report.made, locale), version: report.version, browser: report.browser },
      locale,
    ),
    '',
    ...(report.list ? shownText(report.list, language).flatMap((text) => [`${asMarkdown(text)}.`, '']) : []),
    count === 0 ? String(texts.noCalls) : `${calls}: ${countsText(report.counts, language)}.`,
  ];
  if (report.calls.length > 0 && clean + pending > 0) {
    const leftOut = countsText({ clean, pending }, language);
    head.push('', formatMessage(texts.leftOut, { calls: leftOut }, locale));
  }
  return [`${head.join('\n')}\n`, ...callReports(report.calls, language)].join('\n');
}
