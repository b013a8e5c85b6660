import type { EpochMilliseconds } from '../api/units';
import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';
import { asMarkdown, callReport, type ReportedExchange } from './call-report';
import { dateText, numberText } from './figures';

/** What the popup shows, and its report tells. */
export interface PopupReport {
  /** `https://app.example.com`; empty where there is no site. */
  readonly site: string;
  readonly made: EpochMilliseconds;
  readonly counts: {
    readonly total: number;
    readonly error: number;
    readonly warning: number;
    readonly clean: number;
    readonly pending: number;
  };
  /** Those that need a look, in order of start. */
  readonly calls: readonly ReportedExchange[];
}

/** The calls of one tab as Markdown for a ticket; pure, and without a key or the contents of a message. */
export function popupReport(report: PopupReport, language: Language): string {
  const { report: texts } = language.interface.popup;
  const { locale } = language;
  const { total, error, warning, clean, pending } = report.counts;
  const figures = Object.fromEntries(
    Object.entries({ total, error, warning, clean, pending }).map(([name, count]) => [
      name,
      numberText(count, locale),
    ]),
  );
  const title =
    report.site === ''
      ? String(language.interface.name)
      : formatMessage(texts.title, { site: asMarkdown(report.site) }, locale);
  const head = [
    `## ${title}`,
    '',
    formatMessage(texts.made, { date: dateText(report.made, locale) }, locale),
    '',
    total === 0 ? String(texts.noCalls) : formatMessage(texts.counts, figures, locale),
  ];
  const leftOut = total - report.calls.length;
  if (report.calls.length > 0 && leftOut > 0) {
    head.push('', formatMessage(texts.leftOut, { count: leftOut }, locale));
  }
  return [`${head.join('\n')}\n`, ...report.calls.map((call) => callReport(call, language))].join('\n');
}
