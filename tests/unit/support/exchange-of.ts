import type { Exchange, FetchOption, Initiator, ResourceType } from '../../../lib/exchange/exchange';
import { present } from '../../../lib/exchange/presence';
import { exchangeOfFileEntry } from '../../../lib/observe/from-file-entry';

/** Obviously fake keys, long enough to be masked. */
export const FAKE_KEY = 'ifz_FAKEkey0000000000000000000001';
export const OTHER_FAKE_KEY = 'ifz_FAKEkey0000000000000000000002';
export const TEST_SALT = new Uint8Array(32).fill(7);

/** A call as a test describes it; everything left out is that of a clean call. */
export interface CallDescription {
  readonly index?: number;
  readonly method?: string;
  readonly url?: string;
  /** Pairs, in order; a name may repeat. `null`: not recorded. */
  readonly headers?: readonly (readonly [string, string])[] | null;
  /** Names of auth headers that the source writes and does not send. */
  readonly leftOut?: readonly string[];
  readonly body?: string | null;
  readonly httpVersion?: string;
  readonly resourceType?: ResourceType;
  readonly initiator?: Initiator;
  readonly startedDateTime?: number;
  readonly source?: 'har-file' | 'curl';
  /** No response at all when left out. */
  readonly status?: number;
  readonly responseHeaders?: readonly (readonly [string, string])[];
  readonly responseBody?: unknown;
  readonly mimeType?: string;
  readonly redirectUrl?: string;
  readonly error?: string;
  readonly tlsVersion?: string;
  readonly statusText?: string;
  readonly fromCache?: boolean;
  /** Milliseconds; 80 when left out, `null`: not recorded. */
  readonly time?: number | null;
  /** The body is no text that the source holds. */
  readonly bodyType?: 'stream' | 'not-recorded' | 'form';
  /** What the probe saw that the code asks for. */
  readonly options?: readonly FetchOption[];
}

const pairs = (list: readonly (readonly [string, string])[]) =>
  list.map(([name, value]) => ({ name, value }));

export const CLEAN_BODY = '{"messages":[{"role":"user","content":"Hello"}]}';
export const CLEAN_HEADERS = [
  ['Infuzu-API-Key', FAKE_KEY],
  ['Content-Type', 'application/json'],
] as const;

/** Builds an exchange through the real door. */
export function exchangeOf(call: CallDescription = {}): Exchange {
  const headers = call.headers === undefined ? CLEAN_HEADERS : call.headers;
  const body = call.body === undefined ? CLEAN_BODY : call.body;
  const text = typeof call.responseBody === 'string' ? call.responseBody : JSON.stringify(call.responseBody);
  const exchange = exchangeOfFileEntry(
    {
      source: call.source ?? 'har-file',
      index: call.index ?? 0,
      startedDateTime: call.startedDateTime ?? Date.UTC(2026, 0, 1),
      ...(call.time !== null && { time: call.time ?? 80 }),
      method: call.method ?? 'POST',
      url: call.url ?? 'https://chat.infuzu.com/api/llm-response',
      httpVersion: call.httpVersion ?? 'HTTP/1.1',
      ...(call.leftOut && { leftOut: call.leftOut }),
      headers: headers === null ? undefined : pairs(headers),
      body:
        call.bodyType === 'form'
          ? { type: 'form', size: 20 }
          : call.bodyType
            ? { type: call.bodyType }
            : body === null
              ? undefined
              : { type: 'text', text: body },
      resourceType: call.resourceType ?? 'fetch',
      initiator: call.initiator ?? {},
      response:
        call.status === undefined
          ? undefined
          : {
              status: call.status,
              statusText: call.statusText ?? '',
              headers: pairs(call.responseHeaders ?? []),
              fromCache: call.fromCache ?? false,
              body:
                call.responseBody === undefined
                  ? 'not-recorded'
                  : { text, mimeType: call.mimeType ?? 'application/json' },
              ...(call.redirectUrl && { redirectUrl: call.redirectUrl }),
              ...(call.tlsVersion && { tlsVersion: call.tlsVersion }),
            },
      ...(call.error && { error: call.error }),
    },
    TEST_SALT,
  );
  const { options } = call;
  return options ? { ...exchange, written: present({ api: 'fetch', credentials: [], options }) } : exchange;
}
