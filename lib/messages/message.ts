import type { EpochMilliseconds } from '../api/units';

/** A text, a number, or a point in time; the last two are formatted by the language. */
export type MessageValue = string | number | { readonly at: EpochMilliseconds };

/** Values for the `{placeholders}` of a message. */
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** One text of a catalogue; with `one` and `other` where it counts something (`{count}`). */
export type Template = string | { readonly one: string; readonly other: string };

const TIME_OF_DAY = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

function formatValue(value: MessageValue, locale: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  return new Intl.DateTimeFormat(locale, TIME_OF_DAY).format(value.at);
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
    text = new Intl.PluralRules(locale).select(count) === 'one' ? template.one : template.other;
  }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : formatValue(value, locale);
  });
}
