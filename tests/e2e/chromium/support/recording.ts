/** HAR files as a customer's browser would write them, made for a test. */
import { REVOKED_KEY, VALID_KEY } from '../../../mock-api/index';

type Pairs = readonly (readonly [string, string])[];

export interface RecordedCall {
  readonly url?: string;
  readonly headers?: Pairs;
  readonly status: number;
  /** The server's code; without one the answer is good. */
  readonly code?: string;
  readonly time?: number;
  readonly body?: unknown;
}

const START = Date.UTC(2026, 0, 12, 14, 1);
const JSON_TYPE = ['Content-Type', 'application/json'] as const;
const fields = (pairs: Pairs) => pairs.map(([name, value]) => ({ name, value }));

function answerOf({ code }: RecordedCall): unknown {
  return code === undefined
    ? { results: { llm: 'FAKE answer' }, errors: [], warnings: [] }
    : { errors: [{ code, message: `FAKE message of ${code}` }], warnings: [] };
}

/** One entry, as Chrome writes it. */
export function entryOf(call: RecordedCall, index: number): object {
  const { url = 'https://chat.infuzu.com/api/llm-response', headers = [], status, time = 80 } = call;
  const body = call.body ?? { messages: [{ role: 'user', content: 'FAKE question' }] };
  return {
    startedDateTime: new Date(START + index * 4_000).toISOString(),
    time,
    _resourceType: 'fetch',
    request: {
      method: 'POST',
      url,
      httpVersion: 'http/2.0',
      headers: fields([['origin', 'https://app.example.com'], JSON_TYPE, ...headers]),
      postData: { mimeType: 'application/json', text: JSON.stringify(body) },
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: fields([['content-type', 'application/json']]),
      content: { mimeType: 'application/json', text: JSON.stringify(answerOf(call)) },
    },
  };
}

export const KEY_HEADER = ['Infuzu-API-Key', VALID_KEY] as const;
export const BEARER = ['Authorization', `Bearer ${VALID_KEY}`] as const;

/** A working and a failing call of one customer, and what else a recording holds. */
export const CUSTOMER: readonly RecordedCall[] = [
  { headers: [BEARER], status: 200, time: 1_190 },
  { headers: [['Authorization', VALID_KEY]], status: 401, code: 'invalid_authorization_header' },
  { headers: [KEY_HEADER, BEARER], status: 400, code: 'multiple_api_keys' },
  { headers: [['Infuzu-API-Key', REVOKED_KEY]], status: 401, code: 'invalid_api_key' },
  { headers: [['Infuzu-API-Key', '{{api_key}}']], status: 401, code: 'invalid_api_key' },
  { headers: [KEY_HEADER], status: 200, time: 2_020 },
  { headers: [KEY_HEADER], status: 402, code: 'not_enough_funds' },
  { headers: [KEY_HEADER], status: 400, code: 'missing_required_field', body: { messages: [] } },
  { url: 'https://cdn.example.net/app.js', status: 200 },
];

/** A HAR file. What `more` holds stands behind the calls as it is. */
export function recording(calls: readonly RecordedCall[], more: readonly unknown[] = []): string {
  return JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      pages: [],
      entries: [...calls.map(entryOf), ...more],
    },
  });
}
