import { FAKE_KEY } from '../support/exchange-of';

/** One hand-written case, from the rules page: an input as a customer would send it, and what must be said of it. */
export interface Case {
  readonly name: string;
  /** HAR entries, or a text (a curl line, a script). */
  readonly input: readonly EntryDescription[] | string;
  /** `creator.name` of the HAR file. */
  readonly creator?: string;
  /** Rules that fire on the entry in question, by id, or `id:severity`. */
  readonly fires?: readonly string[];
  /** What one of the findings says, as a part of its text. */
  readonly says?: string;
  /** Rules that say nothing of it. */
  readonly silent?: readonly string[];
  /** True when nothing in the whole input yields an error or a warning. */
  readonly clean?: boolean;
  readonly outcome?: string;
  /** Which exchange is in question; the last one when left out. */
  readonly at?: number;
}

export type Pair = readonly [string, string];

/** An entry as a case describes it; everything left out is that of a clean call from a page. */
export interface EntryDescription {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: readonly Pair[] | null;
  /** An object is written as JSON; `null`: none. */
  readonly body?: unknown;
  readonly status?: number | null;
  readonly responseHeaders?: readonly Pair[];
  /** An object is written as JSON; `null`: not recorded. */
  readonly answer?: unknown;
  readonly mimeType?: string;
  readonly httpVersion?: string;
  /** Milliseconds after the beginning of the file. */
  readonly start?: number;
  readonly time?: number;
  readonly redirectURL?: string;
  readonly error?: string;
  /** Further fields of the entry. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export const BEGINNING = Date.UTC(2026, 0, 15, 12);
export const JSON_TYPE: Pair = ['Content-Type', 'application/json'];
export const CHAT = 'https://chat.infuzu.com/api/llm-response';
export const COMPLETIONS = 'https://chat.infuzu.com/api/v1/chat/completions';
export const MESSAGES = { messages: [{ role: 'user', content: 'Hello' }] };
export const SUCCESS = { results: { content: 'Hi' }, errors: [], warnings: [] };

/** The body of a refusal, as the authentication page shows it. */
export const refusal = (code: string, message = 'Refused.') => ({
  errors: [{ code, message }],
  warnings: [],
});

/** A call to the chat endpoint with these auth headers. */
export const withAuth = (...headers: Pair[]): EntryDescription => ({ headers: [...headers, JSON_TYPE] });
export const withKey = (value: string): EntryDescription => withAuth(['Infuzu-API-Key', value]);
export const withBearer = (value: string): EntryDescription => withAuth(['Authorization', value]);
export const withBody = (body: unknown): EntryDescription => ({ body });

const pairs = (list: readonly Pair[]) => list.map(([name, value]) => ({ name, value }));
const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function harEntry(entry: EntryDescription): Record<string, unknown> {
  const { status = 200, answer = status === 200 ? SUCCESS : null, body = MESSAGES } = entry;
  const method = entry.method ?? 'POST';
  const sends = body !== null && method !== 'GET' && method !== 'OPTIONS';
  return {
    startedDateTime: new Date(BEGINNING + (entry.start ?? 0)).toISOString(),
    time: entry.time ?? 80,
    request: {
      method,
      url: entry.url ?? CHAT,
      httpVersion: entry.httpVersion ?? 'HTTP/1.1',
      cookies: [],
      queryString: [],
      ...(entry.headers !== null && {
        headers: pairs(entry.headers ?? [['Infuzu-API-Key', FAKE_KEY], JSON_TYPE]),
      }),
      headersSize: -1,
      bodySize: sends ? textOf(body).length : 0,
      ...(sends && { postData: { mimeType: 'application/json', text: textOf(body) } }),
    },
    ...(status !== null && {
      response: {
        status,
        statusText: '',
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: pairs(entry.responseHeaders ?? [['Content-Type', entry.mimeType ?? 'application/json']]),
        content: {
          size: answer === null ? -1 : textOf(answer).length,
          mimeType: entry.mimeType ?? 'application/json',
          ...(answer !== null && { text: textOf(answer) }),
        },
        redirectURL: entry.redirectURL ?? '',
        headersSize: -1,
        bodySize: -1,
        ...(entry.error !== undefined && { _error: entry.error }),
      },
    }),
    cache: {},
    timings: { send: 0, wait: 80, receive: 0 },
    ...entry.extra,
  };
}

/** The text of a HAR file. */
export function harOf(entries: readonly EntryDescription[], creator = 'Test'): string {
  return JSON.stringify({
    log: { version: '1.2', creator: { name: creator, version: '1' }, entries: entries.map(harEntry) },
  });
}
