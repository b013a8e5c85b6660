import type { EpochMilliseconds } from '../api/units';

/**
 * A text, a number, or a point in time; the last two are formatted by the language. `inZone`: with the name of its zone;
 * `isDated`: with its day.
 */
export type MessageValue =
  | string
  | number
  | { readonly at: EpochMilliseconds; readonly inZone?: boolean; readonly isDated?: boolean };

/** Values for the `{placeholders}` of a message. */
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** One text of a catalogue; with `one` and `other` where it counts something (`{count}`). */
export type Template = string | { readonly one: string; readonly other: string };

/** https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LATEST_DATE: EpochMilliseconds = 8.64e15;
const TIME_OF_DAY = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

/** A point in time, and what is said of it. */
type Moment = Exclude<MessageValue, string | number>;

interface Formatters {
  readonly number: Intl.NumberFormat;
  readonly plural: Intl.PluralRules;
  readonly times: Map<string, Intl.DateTimeFormat>;
}

/** Making a formatter costs a hundred times as much as using it. */
const formatters = new Map<string, Formatters>();

function formattersFor(locale: string): Formatters {
  let made = formatters.get(locale);
  if (made === undefined) {
    made = { number: new Intl.NumberFormat(locale), plural: new Intl.PluralRules(locale), times: new Map() };
    formatters.set(locale, made);
  }
  return made;
}

function momentText({ at, inZone, isDated }: Moment, locale: string): string {
  const { times } = formattersFor(locale);
  const kind = `${isDated} ${inZone}`;
  let format = times.get(kind);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, {
      ...TIME_OF_DAY,
      ...(isDated && { day: 'numeric', month: 'short' }),
      ...(inZone && { timeZoneName: 'short' }),
    });
    times.set(kind, format);
  }
  // Files hold odd numbers, and of most of them no date is made.
  return Math.abs(at) <= LATEST_DATE ? format.format(at) : '—';
}

function formatValue(value: MessageValue, locale: string): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? formattersFor(locale).number.format(value) : momentText(value, locale);
}

/**
 * Fills in a template. Text in backticks is code: pages show it as such, plain text keeps the backticks.
 * A placeholder without a value stays visible, so that a mistake is seen.
 * @param locale a BCP 47 tag, for plurals, numbers and times; a time is that of the reader's own time zone
 */
export function formatMessage(template: Template, values: MessageValues, locale: string): string {
  let text: string;
  if (typeof template === 'string') text = template;
  else {
    const count = Number(values['count'] ?? 0);
    text = formattersFor(locale).plural.select(count) === 'one' ? template.one : template.other;
  }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : formatValue(value, locale);
  });
}
