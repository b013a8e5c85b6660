import { isErrorCode } from '../api/error-codes';
import type { Sentence } from '../diagnosis/diagnosis';
import type { Language } from '../messages/language';
import { formatMessage, type MessageValues } from '../messages/message';
import type { Finding, Location } from '../rules/rule';
import { listText } from './figures';

/** `short`: a few words for a row. `text`: one whole sentence. */
export type Form = 'short' | 'text';

/** Whole sentences are handed on to readers in other time zones. */
function inZone(values: MessageValues): MessageValues {
  const named = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? { ...value, inZone: true } : value,
  ]);
  return Object.fromEntries(named);
}

/** What a finding says; its rule's id where the catalogue knows no words for it. */
export function findingText(finding: Finding, form: Form, language: Language): string {
  const message = language.rules[finding.rule]?.messages[finding.message];
  if (message === undefined) return finding.rule;
  const values = form === 'text' ? inZone(finding.values) : finding.values;
  return formatMessage(message[form], values, language.locale);
}

/** How to mend it: the message's own remedy, else the rule's; empty where the catalogue knows no words for it. */
export function remedyText({ rule, message, values }: Finding, language: Language): string {
  const texts = language.rules[rule];
  return formatMessage(
    texts?.messages[message]?.remedy ?? texts?.remedy ?? '',
    inZone(values),
    language.locale,
  );
}

/** What a diagnosis says. */
export function sentenceText(sentence: Sentence, form: Form, language: Language): string {
  if (sentence.from === 'finding') return findingText(sentence.finding, form, language);
  const { key, finding } = sentence;
  const code = sentence.values['code'];
  const values: MessageValues = {
    ...sentence.values,
    ...(finding && { finding: findingText(finding, form, language) }),
    ...(typeof code === 'string' && isErrorCode(code) && { meaning: language.diagnosis.codes[code].meaning }),
  };
  return formatMessage(language.diagnosis.headlines[key][form], values, language.locale);
}

/** The place that a finding speaks of, in words. */
export function locationText(location: Location, language: Language): string {
  const { place } = language.interface.detail;
  const fill = (template: Parameters<typeof formatMessage>[0], values: MessageValues = {}) =>
    formatMessage(template, values, language.locale);
  switch (location.type) {
    case 'header':
      if (location.others !== undefined) {
        const names = [location.name, ...location.others].map((name) => fill(place.header, { name }));
        return listText(names, language.locale);
      }
      // What stands before the key has no place in it.
      return location.position === undefined || location.position < 0
        ? fill(place.header, { name: location.name })
        : fill(place.headerPosition, { name: location.name, position: location.position + 1 });
    case 'url':
      if (location.part === 'scheme' || location.part === 'userinfo') return fill(place[location.part]);
      return location.name
        ? fill(place[`${location.part}Name`], { name: location.name })
        : fill(place[location.part]);
    case 'body':
      if (location.path !== undefined) return fill(place.bodyPath, { path: location.path });
      return location.line !== undefined && location.column !== undefined
        ? fill(place.bodyLine, { line: location.line, column: location.column })
        : fill(place.body);
    case 'response':
      return location.header === undefined
        ? fill(place.response)
        : fill(place.responseHeader, { name: location.header });
    case 'connection':
      return fill(place.connection);
    case 'call':
      return fill(place.call);
    default:
      return location satisfies never;
  }
}
