import type { Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import { fingerprintOf, type Salt } from '../exchange/fingerprint';
import { presentValue } from '../exchange/presence';
import { REDACTED } from '../exchange/redact';
import { createRedactKnown } from '../exchange/redact-known';
import { entriesOfExchange } from '../join/entries-of-exchange';
import { decodeBase64, textOfBytes } from '../observe/har/base64-text';
import type { BodyAnswer } from '../store/feed-state';
import { type HarContent, listedContent, readContent } from './har-content';
import { getHar } from './har-list';
import { loadSalt } from './session-records';

/** DevTools may never answer for an entry that it has not finished. */
const TIMEOUT: Milliseconds = 3_000;
/** Characters of a body that are handed out. */
const MOST = 1_000_000;
/** What a key in a URL may look like: of those only fingerprints are known. */
const TOKEN = /[\w.~+/=-]{8,512}/g;

const late = (): Promise<'late'> => new Promise((resolve) => setTimeout(() => resolve('late'), TIMEOUT));

function textOf({ text, encoding }: HarContent): string | undefined {
  if (encoding === '') return text;
  const bytes = decodeBase64(text);
  return bytes && textOfBytes(bytes);
}

/** Removes the keys of the call, wherever the answer echoes them. */
function redactEchoes(text: string, { request }: Exchange, salt: Salt): string {
  const known = createRedactKnown(presentValue(request.credentials) ?? [], salt)(text);
  const inUrl = new Set(request.url.secrets.map(({ fingerprint }) => fingerprint).filter(Boolean));
  if (inUrl.size === 0) return known;
  return known.replace(TOKEN, (token) => (inUrl.has(fingerprintOf(token, salt)) ? REDACTED : token));
}

/**
 * Asks DevTools for the body of a call at this moment. Nothing of it is kept: it goes to who asked, without the keys of
 * the call, and cut to a million characters.
 */
export async function readBody(exchange: Exchange): Promise<BodyAnswer> {
  const [entries, salt] = await Promise.all([getHar(), loadSalt()]);
  const own = entriesOfExchange(exchange, entries, salt);
  if (own.length === 0) return { type: 'gone' };
  const contents = await Promise.all(
    own.map((entry) => listedContent(entry) ?? Promise.race([readContent(entry), late()])),
  );
  const [content] = contents;
  if (content === undefined || content === 'late') return { type: content === 'late' ? 'late' : 'gone' };
  const isOne = contents.every((other) => typeof other === 'object' && other.text === content.text);
  if (!isOne) return { type: 'ambiguous' };
  const text = textOf(content);
  if (text === undefined) return { type: 'binary' };
  // Cut behind the redaction: half a key would not be known for one.
  const redacted = redactEchoes(text, exchange, salt);
  return { type: 'text', text: redacted.slice(0, MOST), length: redacted.length };
}
