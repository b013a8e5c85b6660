import { AUTH_HEADERS, type AuthHeader, authHeaderOf } from '../api/auth-headers';
import type { MessagesFact } from '../exchange/body-facts';
import type { Exchange } from '../exchange/exchange';
import { type Presence, presentValue } from '../exchange/presence';
import { REDACTED } from '../exchange/redact';
import type { Language } from '../messages/language';
import { asCode } from './call-report';
import { credentialText } from './credential-text';
import { bodyKindText, messagesText } from './fact-words';
import { durationText, numberText, sizeText } from './figures';

export type FactKey =
  | 'method'
  | 'url'
  | 'protocol'
  | 'tls'
  | 'origin'
  | 'source'
  | 'body'
  | 'fields'
  | 'messages'
  | 'characters'
  | 'header'
  | 'status'
  | 'answer'
  | 'time';

/** The same fact of both exchanges, as it may be shown; an empty text where there is none. */
export interface FactPair {
  readonly key: FactKey;
  /** In lower case, for a header. */
  readonly header?: string;
  /** True for the documented auth headers. */
  readonly isCredential?: true;
  /** A sentence, in which code stands between backticks; else all of it is code. */
  readonly inWords?: true;
  /** Of an answer: where it differs, that says nothing of the failure. */
  readonly isHarmless?: boolean;
  readonly a: string;
  readonly b: string;
  /** Masks of two keys may read the same, and the keys be others. */
  readonly isSame: boolean;
}

type Read = (exchange: Exchange) => string | undefined;

const responseOf = ({ response }: Exchange) => presentValue(response);
const bodyOf = ({ request }: Exchange) => presentValue(request.body);

type Name = Omit<FactPair, 'a' | 'b' | 'isSame'>;

function pairs(a: Exchange, b: Exchange, reads: readonly (readonly [Name, Read])[]): FactPair[] {
  return reads
    .map(([name, read]) => {
      const [ofA, ofB] = [read(a) ?? '', read(b) ?? ''];
      return { ...name, a: ofA, b: ofB, isSame: ofA === ofB };
    })
    .filter((pair) => pair.a !== '' || pair.b !== '');
}

/** What the browser or the connection adds to every call, and what says nothing by being the same. */
const NOISE = /^(?::|content-length$|host$|connection$|sec-|accept-encoding$|cookie$|date$)/;

/** Names of the headers besides the documented auth headers; none where one side did not record them. */
function headerNames(...exchanges: readonly Exchange[]): string[] {
  const lists = exchanges.map(({ request }) => presentValue(request.headers));
  if (lists.includes(undefined)) return [];
  const names = lists.flatMap((headers) => headers?.map(({ name }) => name.toLowerCase()) ?? []);
  return [...new Set(names)].filter((name) => authHeaderOf(name) === undefined && !NOISE.test(name)).sort();
}

/** All values of a header. */
function headerText(name: string): Read {
  return ({ request }) => {
    const fields = presentValue(request.headers)?.filter((field) => field.name.toLowerCase() === name) ?? [];
    return fields.map(({ value }) => value).join(', ');
  };
}

/** What one of them did not record is no difference. */
const NEED_BOTH = new Set<FactKey>(['protocol', 'tls', 'origin']);
const OF_BODY = new Set<FactKey>(['body', 'fields', 'messages', 'characters']);

const isKnown = (value: Presence<unknown>) => value.status === 'present' || value.reason === 'none';

/** Two values that were both left out may differ: nothing can be said of them. */
function isComparable(pair: FactPair, { request: a }: Exchange, { request: b }: Exchange): boolean {
  if (NEED_BOTH.has(pair.key)) return pair.a !== '' && pair.b !== '';
  if (OF_BODY.has(pair.key)) return isKnown(a.body) && isKnown(b.body);
  if (pair.isCredential) return isKnown(a.credentials) && isKnown(b.credentials);
  return !(pair.key === 'header' && pair.isSame && pair.a.includes(REDACTED));
}

/**
 * Whether other fingerprints are other keys. Those of a bundle were made with the salt of another session, and those of
 * an export as HAR of keys that were masked before.
 */
export const areSaltedAlike = (a: Exchange, b: Exchange) => a.source === b.source && a.source !== 'bundle';

const credentialsIn = (exchange: Exchange, header: AuthHeader) =>
  (presentValue(exchange.request.credentials) ?? []).filter(({ field }) => field === header);

function credentialPairs(a: Exchange, b: Exchange): FactPair[] {
  return AUTH_HEADERS.flatMap((header) => {
    const name = { key: 'header', header: header.toLowerCase(), isCredential: true } as const;
    const prints = (exchange: Exchange) =>
      credentialsIn(exchange, header)
        .map(({ fingerprint }) => fingerprint)
        .join();
    const read: Read = (exchange) => credentialsIn(exchange, header).map(credentialText).join(', ');
    const isSameKey = prints(a) === prints(b) || !areSaltedAlike(a, b);
    return pairs(a, b, [[name, read]]).map((pair) => ({ ...pair, isSame: pair.isSame && isSameKey }));
  });
}

/** Facts of two requests, side by side. */
export function requestFacts(a: Exchange, b: Exchange, language: Language): FactPair[] {
  const messages = (fact: MessagesFact | undefined) => fact && messagesText(fact, language);
  const headers = headerNames(a, b).map(
    (name) => [{ key: 'header', header: name }, headerText(name)] as const,
  );
  const others = pairs(a, b, [
    [{ key: 'method' }, ({ request }) => request.method],
    [{ key: 'url' }, ({ request }) => request.url.href],
    [
      { key: 'body', inWords: true },
      (exchange) => {
        const body = bodyOf(exchange);
        return body && `${bodyKindText(body.kind, language)}, ${sizeText(body.size, language.locale)}`;
      },
    ],
    [{ key: 'fields' }, (exchange) => bodyOf(exchange)?.fields.join(', ')],
    [{ key: 'messages' }, (exchange) => messages(bodyOf(exchange)?.chat?.messages)],
    [
      { key: 'characters' },
      (exchange) => {
        const characters = bodyOf(exchange)?.chat?.inputCharacters;
        return characters === undefined ? undefined : numberText(characters, language.locale);
      },
    ],
    ...headers,
    [{ key: 'protocol' }, ({ request }) => request.httpVersion],
    [{ key: 'tls' }, (exchange) => responseOf(exchange)?.tlsVersion],
    [{ key: 'origin' }, ({ initiator }) => initiator.origin],
    [{ key: 'source', inWords: true }, ({ source }) => String(language.interface.detail.sources[source])],
  ]);
  return [...credentialPairs(a, b), ...others].filter((pair) => isComparable(pair, a, b));
}

/** What came back to both. */
export function answerFacts(a: Exchange, b: Exchange, language: Language): FactPair[] {
  const { shapes } = language.interface.detail;
  const answerOf = (exchange: Exchange) => {
    const response = responseOf(exchange);
    return response && presentValue(response.body);
  };
  const isHarmless = [a, b].every((exchange) => answerOf(exchange)?.errors.length === 0);
  return pairs(a, b, [
    [
      { key: 'status' },
      (exchange) => {
        const response = responseOf(exchange);
        return response ? String(response.status) : exchange.error?.text;
      },
    ],
    [
      { key: 'answer', inWords: true, isHarmless },
      (exchange) => {
        const body = answerOf(exchange);
        if (body === undefined) return undefined;
        const [error] = body.errors;
        if (error?.code) return asCode(error.code);
        return `${shapes[body.shape]}, ${sizeText(body.size, language.locale)}`;
      },
    ],
    [
      { key: 'time', isHarmless: true },
      ({ time }) => (time === undefined ? undefined : durationText(time, language.locale)),
    ],
  ]);
}
