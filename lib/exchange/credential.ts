import { type AuthHeader, authHeaderOf } from '../api/auth-headers';
import { carriesPassword } from './auth-schemes';
import { isInvisible, isVisibleAscii, isWhiteSpace, trimWhiteSpace } from './characters';
import { type CredentialForm, parseForm } from './credential-form';
import type { Salt } from './fingerprint';
import { fingerprintOf } from './fingerprint';
import { splitJoinedValues } from './joined-values';
import { type Placeholder, placeholderOf } from './placeholder';
import { type Quotes, quotesOf } from './quotes';
import { isRedactionMark } from './redaction-mark';

/** One character that should not stand where it stands. Positions count code points from the start of the key. */
export interface CharacterFact {
  readonly position: number;
  readonly codePoint: number;
}

/** White space before, after or inside the key. `before` counts back from the key: −1 is next to it. */
export interface WhiteSpaceFact extends CharacterFact {
  readonly where: 'before' | 'inside' | 'after';
}

export interface QuoteFact extends Quotes {
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
  /** Characters outside visible ASCII that are no white space; before the scheme they have negative positions. */
  readonly oddCharacters: readonly CharacterFact[];
  readonly quotes?: QuoteFact;
  readonly placeholder?: Placeholder;
  /** The recording holds a mark in place of the value: there was one, and nothing can be told of it. */
  readonly redacted?: true;
}

/** An anatomy and the salted fingerprint by which the same key is recognised; empty when there is no key. */
export interface Credential extends CredentialAnatomy {
  readonly fingerprint: string;
}

/** A credential as the page's code wrote it; without a fingerprint where the one who took it apart held no salt. */
export type WrittenCredential = CredentialAnatomy & Partial<Pick<Credential, 'fingerprint'>>;

/** A list of facts never grows with hostile input. */
const MAX_CHARACTER_FACTS = 64;
/** Longer values are cut before anatomy: no browser or server takes a header of that size. */
const MAX_VALUE_LENGTH = 262_144;
const MASKABLE_LENGTH = 20;

const DOTS = '••••••';

function dots(key: string): string {
  return key === '' ? '' : DOTS;
}

/** `ifz_••••••4sYd` for a key of 20 characters or more, else only dots. Never more than eight characters of the key. */
export function maskOf(key: string): string {
  const characters = [...key];
  if (characters.length < MASKABLE_LENGTH) return dots(key);
  const shown = (part: string[]) => part.map((c) => (isVisibleAscii(c) ? c : '·')).join('');
  return `${shown(characters.slice(0, 4))}${DOTS}${shown(characters.slice(-4))}`;
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

/** @param offset the position of the first character */
function oddCharactersOf(characters: readonly string[], offset: number): CharacterFact[] {
  const facts: CharacterFact[] = [];
  for (let i = 0; i < characters.length && facts.length < MAX_CHARACTER_FACTS; i++) {
    const character = characters[i] ?? '';
    if (!isVisibleAscii(character) && !isWhiteSpace(character)) {
      facts.push({ position: offset + i, codePoint: character.codePointAt(0) ?? 0 });
    }
  }
  return facts;
}

type Place = Pick<CredentialAnatomy, 'header' | 'field' | 'part' | 'parts'>;

const NOTHING = { length: 0, mask: '', whiteSpace: [], oddCharacters: [] };

interface Taken {
  readonly anatomy: CredentialAnatomy;
  /** The raw key; empty when there is none. */
  readonly key: string;
  /** Raw texts that must show nowhere, the key first. They leave this file only for the redactor. */
  readonly secrets: readonly string[];
}

function taken(anatomy: CredentialAnatomy, key: string): Taken {
  return { anatomy, key, secrets: key === '' ? [] : [key] };
}

/** User name and password of Basic (RFC 7617): a key that was sent as one of them is a secret by itself. */
function basicParts(base64: string): string[] {
  try {
    const text = atob(base64.trim());
    const colon = text.indexOf(':');
    return colon < 0 ? [text] : [text.slice(0, colon), text.slice(colon + 1)];
  } catch {
    return [];
  }
}

/** What stands before `Bearer` without being seen: a byte order mark, a zero-width space. */
function invisibleLead(characters: readonly string[]): number {
  let lead = 0;
  while (lead < characters.length && isInvisible(characters[lead] ?? '')) lead++;
  return lead;
}

const STARTS_WITH_BEARER = /^bearer/i;
const BEARER_AND_SPACE = /^bearer[\s:=]/i;

function takeOtherScheme(base: Place, form: CredentialForm, remainder: string): Taken {
  const scheme = form.type === 'other-scheme' ? (form.scheme ?? '') : '';
  const parameters = form.type === 'other-scheme' && form.parameters;
  const hasPassword = parameters || carriesPassword(scheme);
  const placeholder = hasPassword ? undefined : placeholderOf(remainder);
  const key = placeholder ? '' : remainder;
  const anatomy = {
    ...base,
    ...NOTHING,
    form,
    length: [...remainder].length,
    mask: hasPassword ? dots(key) : maskOf(key),
    ...(placeholder && { placeholder }),
  };
  const secrets = scheme.toLowerCase() === 'basic' ? [key, ...basicParts(key)] : [key];
  return { anatomy, key, secrets: secrets.filter((secret) => secret !== '') };
}

function takePart(base: Place, raw: string): Taken {
  const rawCharacters = [...raw];
  const whole = trimWhiteSpace(rawCharacters);
  if (whole.start === whole.end) {
    const whiteSpace = whiteSpaceOf(rawCharacters, rawCharacters.length, rawCharacters.length);
    return taken({ ...base, ...NOTHING, form: { type: 'empty' }, whiteSpace }, '');
  }
  const characters = rawCharacters.slice(whole.start, whole.end);
  const lead = invisibleLead(characters);
  const unled = characters.slice(lead).join('');
  const hasLead = lead > 0 && STARTS_WITH_BEARER.test(unled);
  const trimmed = hasLead ? unled : characters.join('');

  const outer = quotesOf(trimmed);
  const unquoted = outer && trimmed.slice(outer.open.length, trimmed.length - outer.close.length).trim();
  const aroundScheme = unquoted !== undefined && outer?.open !== '' && BEARER_AND_SPACE.test(unquoted);
  const { form, key: remainder } = parseForm(base.field, aroundScheme ? unquoted : trimmed);
  if (isRedactionMark(remainder) || isRedactionMark(trimmed)) {
    return taken({ ...base, ...NOTHING, form, redacted: true }, '');
  }
  if (form.type === 'other-scheme') return takeOtherScheme(base, form, remainder);

  const placeholder = placeholderOf(remainder);
  if (placeholder !== undefined) {
    // Code that stands where a key should be may hold one: what is not shown of it is a secret, too.
    const hidden = placeholder.text.includes('…') ? [remainder] : [];
    const anatomy = { ...base, ...NOTHING, form, length: [...remainder].length, placeholder };
    return { anatomy, key: '', secrets: hidden };
  }
  const quotes = aroundScheme ? outer : quotesOf(remainder);
  const inner =
    quotes === undefined || aroundScheme
      ? remainder
      : remainder.slice(quotes.open.length, remainder.length - quotes.close.length);
  // White space around the field's value counts as white space around the key: that is where it was written.
  const written = [...rawCharacters.slice(0, whole.start), ...inner, ...rawCharacters.slice(whole.end)];
  const { start, end } = trimWhiteSpace(written);
  const key = written.slice(start, end);
  // More than one token is what `bearer-malformed` tells; the space between them is not told twice.
  const isCut = form.type === 'bearer' && form.tokens > 1;
  const whiteSpace =
    key.length === 0
      ? []
      : whiteSpaceOf(written, start, end).filter(({ where }) => where !== 'inside' || !isCut);
  const leading = hasLead ? characters.slice(0, lead) : [];
  const anatomy = {
    ...base,
    form,
    length: key.length,
    mask: maskOf(key.join('')),
    whiteSpace,
    oddCharacters: [...oddCharactersOf(leading, -lead), ...oddCharactersOf(key, 0)],
    ...(quotes && { quotes: { ...quotes, aroundScheme } }),
  };
  return taken(anatomy, key.join(''));
}

function takeField(name: string, value: string): Taken[] {
  const field = authHeaderOf(name);
  if (field === undefined) return [];
  const values = splitJoinedValues(field, value.slice(0, MAX_VALUE_LENGTH));
  return values.map((raw, part) => takePart({ header: name, field, part, parts: values.length }, raw));
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
  const all = fields.flatMap(({ name, value }) => takeField(name, value));
  return {
    credentials: all.map(({ anatomy, key }) => ({
      ...anatomy,
      fingerprint: key === '' ? '' : fingerprintOf(key, salt),
    })),
    secrets: all.flatMap(({ secrets }) => secrets),
  };
}

/** The same without fingerprints, for the probe's relay, which must not hold the salt. */
export function takeAnatomies(fields: readonly RawField[]): {
  anatomies: CredentialAnatomy[];
  secrets: string[];
} {
  const all = fields.flatMap(({ name, value }) => takeField(name, value));
  return { anatomies: all.map(({ anatomy }) => anatomy), secrets: all.flatMap(({ secrets }) => secrets) };
}
