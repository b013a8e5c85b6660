import type { CharacterFact, CredentialAnatomy } from '../exchange/credential';
import type { BearerSeparator } from '../exchange/credential-form';
import { MASKED } from '../exchange/own-har';
import { REDACTED } from '../exchange/redact';

/** What is kept of a separator is its kind: a text of that kind. */
const SEPARATORS: Readonly<Record<BearerSeparator, string>> = {
  space: ' ',
  none: '',
  punctuation: ': ',
  several: '  ',
  tab: '\t',
  'other-space': '\u00a0',
};

const text = (facts: readonly CharacterFact[]) =>
  facts.map(({ codePoint }) => String.fromCodePoint(codePoint)).join('');

function schemeOf({ form }: CredentialAnatomy): string {
  if (form.type === 'other-scheme') return form.scheme === undefined ? '' : `${form.scheme} `;
  if (form.type !== 'bearer') return '';
  return form.scheme + SEPARATORS[form.separator] + `${form.scheme} `.repeat(form.schemes - 1);
}

/** The value of an auth header put together again from its facts, with another text in the place of the key. */
export function credentialValue(anatomy: CredentialAnatomy, key: string): string {
  const { whiteSpace, oddCharacters, quotes, placeholder, form } = anatomy;
  const around = (side: 'before' | 'after') => text(whiteSpace.filter(({ where }) => where === side));
  const inner = anatomy.redacted ? REDACTED : (placeholder?.text ?? (form.type === 'empty' ? '' : key));
  const lead = text(oddCharacters.filter(({ position }) => position < 0));
  const quoted = (part: string) => (quotes ? quotes.open + part + quotes.close : part);
  const scheme = schemeOf(anatomy);
  const value = quotes?.aroundScheme ? quoted(scheme + inner) : scheme + quoted(inner);
  return around('before') + lead + value + around('after');
}

const SHOWN_AT_ENDS = 4;

/**
 * The key as its mask shows it, one character for one: so its length and what should not be in it can still be seen.
 * `ifz_∙∙∙∙∙∙∙∙∙∙∙∙4sYd`.
 */
export function maskedKey({ length, mask, whiteSpace, oddCharacters, form }: CredentialAnatomy): string {
  const characters = new Array<string>(length).fill(MASKED);
  if (mask.length > 2 * SHOWN_AT_ENDS) {
    const shown = [...mask];
    for (let i = 0; i < SHOWN_AT_ENDS; i++) {
      characters[i] = shown[i] ?? MASKED;
      characters[length - 1 - i] = shown.at(-1 - i) ?? MASKED;
    }
  }
  for (const { position, codePoint } of [...whiteSpace, ...oddCharacters]) {
    if (position >= 0 && position < length) characters[position] = String.fromCodePoint(codePoint);
  }
  // Where white space cuts the key is not kept, only into how many pieces.
  const cuts = form.type === 'bearer' ? form.tokens - 1 : 0;
  for (let i = 0; i < cuts; i++) characters[SHOWN_AT_ENDS + 1 + 2 * i] = ' ';
  return characters.join('');
}
