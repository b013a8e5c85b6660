import { authHeaderOf } from '../api/auth-headers';
import { nearMissOf } from '../api/near-miss';
import type { Bytes } from '../api/units';
import { type BodyFacts, formBody, takeRequestBody } from './body-facts';
import { type Credential, type RawField, takeAnatomies, takeCredentials } from './credential';
import type { ResponseFacts } from './exchange';
import type { Salt } from './fingerprint';
import { type HeaderFact, headersDigest, takeHeaders } from './header-facts';
import { absent, type Presence, present } from './presence';
import { createRedact, REDACTED, type Redact } from './redact';
import { withoutRuns } from './secret-shape';
import { secretsInUrl, takeUrl, type UrlFacts } from './url-facts';

/** A request as the outside tells it. `headers` is `undefined` when the source did not record them. */
export interface RawRequest {
  readonly url: string;
  readonly headers: readonly RawField[] | undefined;
}

/** Everything of a request that needs its secrets, taken in one breath. */
export interface TakenRequest {
  readonly url: UrlFacts;
  readonly headers: Presence<readonly HeaderFact[]>;
  readonly credentials: Presence<readonly Credential[]>;
  /** For the other texts of the same exchange. Drop it when they are taken. */
  readonly redact: Redact;
}

/** Keys under names that were meant to be an auth header are secrets, too. */
function nearMissSecrets(fields: readonly RawField[]): string[] {
  return fields.flatMap(({ name, value }) => {
    const meant = nearMissOf(name);
    return meant === undefined ? [] : takeAnatomies([{ name: meant, value }]).secrets;
  });
}

/** User and password of Basic: who echoes them does not echo their base64. */
function basicSecrets(fields: readonly RawField[]): string[] {
  return fields.flatMap(({ name, value }) => {
    const encoded = authHeaderOf(name) && /^\s*basic\s+(\S+)\s*$/i.exec(value)?.[1];
    if (!encoded) return [];
    try {
      const [user = '', ...password] = new TextDecoder()
        .decode(Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0)))
        .split(':');
      return [user, password.join(':')].filter((secret) => secret.length >= 8);
    } catch {
      return [];
    }
  });
}

/** The door for a request: raw fields in, facts out. The raw secrets end here. */
export function takeRequest(raw: RawRequest, salt: Salt): TakenRequest {
  const fields = raw.headers ?? [];
  const { credentials, secrets } = takeCredentials(fields, salt);
  const all = [...secrets, ...nearMissSecrets(fields)].filter((secret) => secret !== '');
  const redact = createRedact([...all, ...basicSecrets(fields), ...secretsInUrl(raw.url)]);
  return {
    url: takeUrl(raw.url, all, salt, redact),
    headers: raw.headers === undefined ? absent('not-recorded') : present(takeHeaders(fields, salt, redact)),
    credentials: raw.headers === undefined ? absent('not-recorded') : present(credentials),
    redact,
  };
}

/** A body as the outside tells it. */
export type RawBody =
  /** `lostQuotes`: a shell took the quotes of its JSON for its own. */
  | { readonly type: 'text'; readonly text: string; readonly lostQuotes?: boolean }
  | { readonly type: 'form'; readonly size: Bytes }
  | { readonly type: 'stream' }
  /** There was one, and the source does not hold it. */
  | { readonly type: 'not-recorded' }
  /** The source does not tell whether there was one. */
  | { readonly type: 'unknown' };

export function takeBody(raw: RawBody | undefined): Presence<BodyFacts> {
  if (raw === undefined) return absent('none');
  if (raw.type === 'unknown') return absent('missed');
  if (raw.type === 'stream' || raw.type === 'not-recorded') return absent(raw.type);
  return present(raw.type === 'form' ? formBody(raw.size) : takeRequestBody(raw.text, raw.lostQuotes));
}

export interface RawResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly RawField[];
  readonly fromCache: boolean;
}

/**
 * The door for a response's head; the body is taken on its own, when it comes. It may echo a key that stood where none is
 * looked for.
 */
export function takeResponse(raw: RawResponse, salt: Salt, redact: Redact): ResponseFacts {
  const redactEcho: Redact = (text) => withoutRuns(redact(text), REDACTED);
  return {
    status: raw.status,
    statusText: redactEcho(raw.statusText).slice(0, 80),
    headers: takeHeaders(raw.headers, salt, redact, redactEcho),
    digest: headersDigest(raw.headers, salt),
    fromCache: raw.fromCache,
    body: absent('pending'),
  };
}
