/** Values for the `{placeholders}` of a message. Numbers are formatted by the language. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** One text of a catalogue; with `one` and `other` where it counts something (`{count}`). */
export type Template = string | { readonly one: string; readonly other: string };

/**
 * Fills in a template. Text in backticks is code: pages show it as such, plain text keeps the backticks.
 * A placeholder without a value stays visible, so that a mistake is seen.
 * @param locale a BCP 47 tag, for plurals and numbers
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
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  });
}
