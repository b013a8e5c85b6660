import { REDACTED } from '../exchange/redact';
import { withoutKeys } from '../exchange/secret-shape';
import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';
import { listText } from './figures';

/** How many calls there are, by what the chips over the list tell apart. */
export type Counts = Readonly<Partial<Record<keyof Language['interface']['groups'], number>>>;

/** `1 error, 2 notices and 3 clean`: what there is none of is not named. */
export function countsText(counts: Counts, { interface: { groups }, locale }: Language): string {
  const parts = (Object.entries(counts) as [keyof Counts, number][]).flatMap(([group, count]) =>
    count > 0 ? [formatMessage(groups[group], { count }, locale)] : [],
  );
  return listText(parts, locale);
}

/** What a list shows of its calls. */
export interface ShownCalls {
  readonly shown: number;
  readonly total: number;
  /** What hides the others, in the terms of the filter. */
  readonly filter: string;
}

/** `12 of 40 calls, filter: status:4xx`; nothing where all are shown. */
export function shownText({ shown, total, filter }: ShownCalls, language: Language): string[] {
  if (shown === total) return [];
  const values = { shown, count: total, filter: withoutKeys(filter, REDACTED) };
  return [formatMessage(language.report.shown, values, language.locale)];
}
