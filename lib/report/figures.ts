import type { Bytes, EpochMilliseconds, Milliseconds } from '../api/units';

/** Formatters cost more to make than to use; there is one set a language. */
interface Formatters {
  readonly whole: Intl.NumberFormat;
  readonly precise: Intl.NumberFormat;
  readonly clock: Intl.DateTimeFormat;
  readonly date: Intl.DateTimeFormat;
  readonly minute: Intl.DateTimeFormat;
}

const made = new Map<string, Formatters>();

function formattersOf(locale: string): Formatters {
  let formatters = made.get(locale);
  if (formatters === undefined) {
    formatters = {
      whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
      precise: new Intl.NumberFormat(locale, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 }),
      clock: new Intl.DateTimeFormat(locale, {
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      }),
      date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' }),
      minute: new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
    };
    made.set(locale, formatters);
  }
  return formatters;
}

export function numberText(value: number, locale: string): string {
  return formattersOf(locale).whole.format(value);
}

/** `84 ms` below a second, else `1.21 s`. */
export function durationText(time: Milliseconds, locale: string): string {
  const { whole, precise } = formattersOf(locale);
  return time < 999.5 ? `${whole.format(time)} ms` : `${precise.format(time / 1000)} s`;
}

/** `14:02:03`, in the time zone of the reader; a dash for 0, which stands where a record does not tell. */
export function clockText(at: EpochMilliseconds, locale: string): string {
  return at === 0 ? '—' : formattersOf(locale).clock.format(at);
}

/** `a, b and c`. */
export function listText(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale).format(items);
}

export function dateText(at: EpochMilliseconds, locale: string): string {
  return formattersOf(locale).date.format(at);
}

/** `12 Nov 2025, 14:01–14:19`; one time where both are of the same minute. */
export function spanText(from: EpochMilliseconds, to: EpochMilliseconds, locale: string): string {
  return formattersOf(locale).minute.formatRange(from, to);
}

/** `512 B`, `1.21 kB`; thousands, as DevTools counts. */
export function sizeText(size: Bytes, locale: string): string {
  const { whole, precise } = formattersOf(locale);
  if (size < 1000) return `${whole.format(size)} B`;
  return size < 999_500 ? `${precise.format(size / 1000)} kB` : `${precise.format(size / 1_000_000)} MB`;
}
