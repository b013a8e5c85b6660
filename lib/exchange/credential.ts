import { type AuthHeader, authHeaderOf } from '../api/auth-headers';
import { isVisibleAscii, isWhiteSpace, trimWhiteSpace } from './characters';
import { type CredentialForm, parseForm } from './credential-form';
import type { Salt } from './fingerprint';
import { fingerprintOf } from './fingerprint';
import { splitJoinedValues } from './joined-values';
import { type Placeholder, placeholderOf } from './placeholder';

/** One character that should not stand where it stands. Positions count code points from the start of the key. */
export interface CharacterFact {
  readonly position: number;
  readonly codePoint: number;
}

/** White space before, after or inside the key. `before` counts back from the key: −1 is next to it. */
export interface WhiteSpaceFact extends CharacterFact {
  readonly where: 'before' | 'inside' | 'after';
}

/** The quotes or brackets around a key; one of the two is empty when only one stands there. */
export interface QuoteFact {
  readonly open: string;
  readonly close: string;
  /** True when they stand around `Bearer KEY` as a whole. */
  readonly aroundScheme: boolean;
}

/** What can be told of one credential without knowing it. */
export interface CredentialAnatomy {
  /** The field's name as written. */
  readonly header: string;
  /** The documented header that it is. */
  readonly field: AuthHeader;
  readonly form: CredentialForm;
  /** Its place among the values that were joined by commas into this field; 0 of 1 when there is no join. */
  readonly part: number;
  readonly parts: number;
  /** Length of the key in code points, without scheme, quotes and the white space around it. */
  readonly length: number;
  /** First four and last four characters of a long key, else only dots; empty when there is no key. */
  readonly mask: string;
  readonly whiteSpace: readonly WhiteSpaceFact[];
  /** Characters outside visible ASCII that are no white space. */
  readonly oddCharacters: readonly CharacterFact[];
  readonly quotes?: QuoteFact;
  readonly placeholder?: Placeholder;
}

/** An anatomy and the salted fingerprint by which the same key is recognised; empty when there is no key. */
export interface Credential extends CredentialAnatomy {
  readonly fingerprint: string;
}

/** A list of facts never grows with hostile input. */
const MAX_CHARACTER_FACTS = 64;
/** Longer values are cut before anatomy: no key is that long, and no header of a real client either. */
const MAX_VALUE_LENGTH = 16_384;
const MASKABLE_LENGTH = 20;

/** `ifz_••••••4sYd` for a key of 20 characters or more, else only dots. Never more than eight characters of the key. */
export function maskOf(key: string): string {
  const characters = [...key];
  if (characters.length === 0) return '';
  if (characters.length < MASKABLE_LENGTH) return '••••••';
  const shown = (part: string[]) => part.map((c) => (isVisibleAscii(c) ? c : '·')).join('');
  return `${shown(characters.slice(0, 4))}••••••${shown(characters.slice(-4))}`;
}

const QUOTE_PAIRS = [
  '""',
  "''",
  '``',
  '“”',
  '‘’',
  '„“',
  '„”',
  '«»',
  '‹›',
  '<>',
  '[]',
  '{}',
  '”“',
  '’‘',
  '””',
  '’’',
];
const LONE_QUOTES = new Set(['"', "'", '`', '“', '”', '‘', '’', '„']);

function quotesOf(text: string): { open: string; close: string } | undefined {
  if (text.length === 0) return undefined;
  const first = text.charAt(0);
  const last = text.length > 1 ? text.charAt(text.length - 1) : '';
  if (QUOTE_PAIRS.includes(first + last)) return { open: first, close: last };
  if (LONE_QUOTES.has(first)) return { open: first, close: '' };
  if (LONE_QUOTES.has(last)) return { open: '', close: last };
  return undefined;
}

function whiteSpaceOf(characters: readonly string[], start: number, end: number): WhiteSpaceFact[] {
  const facts: WhiteSpaceFact[] = [];
  for (let i = 0; i < characters.length && facts.length < MAX_CHARACTER_FACTS; i++) {
    const character = characters[i] ?? '';
    if (!isWhiteSpace(character)) continue;
    const where = i < start ? 'before' : i >= end ? 'after' : 'inside';
    facts.push({ where, position: i - start, codePoint: character.codePointAt(0) ?? 0 });
  }
  return facts;
}

function oddCharactersOf(key: readonly string[]): CharacterFact[] {
  const facts: CharacterFact[] = [];
  for (let i = 0; i < key.length && facts.length < MAX_CHARACTER_FACTS; i++) {
    const character = key[i] ?? '';
    if (!isVisibleAscii(character) && !isWhiteSpace(character)) {
      facts.push({ position: i, codePoint: character.codePointAt(0) ?? 0 });
    }
  }
  return facts;
}

interface Taken {
  readonly anatomy: CredentialAnatomy;
  /** The raw key. It leaves this file only inside the list of secrets that the redactor is made from. */
  readonly key: string;
}

function takePart(header: string, field: AuthHeader, raw: string, part: number, parts: number): Taken {
  const base = { header, field, part, parts };
  const rawCharacters = [...raw];
  const whole = trimWhiteSpace(rawCharacters);
  const trimmed = rawCharacters.slice(whole.start, whole.end).join('');
  const nothing = { length: 0, mask: '', whiteSpace: [], oddCharacters: [] };
  if (trimmed === '') {
    const whiteSpace = whiteSpaceOf(rawCharacters, rawCharacters.length, rawCharacters.length);
    return { anatomy: { ...base, ...nothing, form: { type: 'empty' }, whiteSpace }, key: '' };
  }
  const outer = field === 'Authorization' ? quotesOf(trimmed) : undefined;
  const inner =
    outer === undefined ? trimmed : trimmed.slice(outer.open.length, trimmed.length - outer.close.length);
  const quotedScheme = outer !== undefined && /^bearer\s/i.test(inner);
  const { form, key: remainder } = parseForm(field, quotedScheme ? inner : trimmed);
  if (form.type === 'other-scheme') {
    const placeholder = form.parameters ? undefined : placeholderOf(remainder);
    const key = remainder;
    return {
      anatomy: {
        ...base,
        ...nothing,
        form,
        length: [...key].length,
        mask: maskOf(key),
        ...(placeholder && { placeholder }),
      },
      key,
    };
  }
  // White space around the field's value counts as white space around the key: that is where it was written.
  const placeholder = placeholderOf(remainder);
  const quotes = placeholder !== undefined ? undefined : quotedScheme ? outer : quotesOf(remainder);
  const bareKey =
    quotes === undefined || quotedScheme
      ? remainder
      : remainder.slice(quotes.open.length, remainder.length - quotes.close.length);
  const characters = [...bareKey];
  const hasOwnSpaces = placeholder === undefined && !(form.type === 'bearer' && form.tokens > 1);
  const before = rawCharacters.slice(0, whole.start);
  const written = [...before, ...characters, ...rawCharacters.slice(whole.end)];
  const whiteSpace = whiteSpaceOf(written, before.length, before.length + characters.length).filter(
    (fact) => fact.where !== 'inside' || hasOwnSpaces,
  );
  return {
    anatomy: {
      ...base,
      form,
      length: characters.length,
      mask: placeholder === undefined ? maskOf(bareKey) : '',
      whiteSpace,
      oddCharacters: placeholder === undefined ? oddCharactersOf(characters) : [],
      ...(quotes && { quotes: { ...quotes, aroundScheme: quotedScheme } }),
      ...(placeholder && { placeholder }),
    },
    key: bareKey,
  };
}

function takeField(name: string, value: string): Taken[] {
  const field = authHeaderOf(name);
  if (field === undefined) return [];
  const values = splitJoinedValues(field, value.slice(0, MAX_VALUE_LENGTH));
  return values.map((raw, part) => takePart(name, field, raw, part, values.length));
}

/** One header field as it came, before anything is known of it. */
export interface RawField {
  readonly name: string;
  readonly value: string;
}

/**
 * The door for credentials: takes every auth header of a request apart. `secrets` holds the raw keys, for
 * the redactor that is made in the same breath; nothing else may touch it.
 */
export function takeCredentials(
  fields: readonly RawField[],
  salt: Salt,
): { credentials: Credential[]; secrets: string[] } {
  const taken = fields.flatMap(({ name, value }) => takeField(name, value));
  return {
    credentials: taken.map(({ anatomy, key }) => ({
      ...anatomy,
      fingerprint: key === '' || anatomy.placeholder ? '' : fingerprintOf(key, salt),
    })),
    secrets: taken.filter(({ anatomy }) => anatomy.placeholder === undefined).map(({ key }) => key),
  };
}

/** The same without fingerprints, for the page probe, which must not hold the salt. */
export function takeAnatomies(fields: readonly RawField[]): {
  anatomies: CredentialAnatomy[];
  secrets: string[];
} {
  const taken = fields.flatMap(({ name, value }) => takeField(name, value));
  return {
    anatomies: taken.map(({ anatomy }) => anatomy),
    secrets: taken.filter(({ anatomy }) => anatomy.placeholder === undefined).map(({ key }) => key),
  };
}
