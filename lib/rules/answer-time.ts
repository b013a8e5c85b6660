import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { Exchange, ResponseFacts } from '../exchange/exchange';
import { headerValue } from '../exchange/header-facts';

/** When the answer was there: its headers where the browser tells, else its end; the start when neither is known. */
export function answeredAt({ startedDateTime, time, response }: Exchange): EpochMilliseconds {
  const received = response.status === 'present' ? response.value.receivedDateTime : undefined;
  return received ?? startedDateTime + (time ?? 0);
}

/** Reads an HTTP date (RFC 9110 §5.6.7); `undefined` for what is none. */
export function parseHttpDate(text: string | undefined): EpochMilliseconds | undefined {
  // A bare number is a date to `Date.parse` ("30" is the year 2030 to some engines), but none to HTTP.
  if (text === undefined || !/[a-z]/i.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** How long the server asks to wait, and by which of its headers. */
export interface Wait {
  readonly milliseconds: Milliseconds;
  /** `undefined` where nothing tells when the answer came. */
  readonly until: EpochMilliseconds | undefined;
  readonly header: string;
}

/** Seconds since 1970 are told from seconds to wait by their size: nobody waits thirty years. */
const SMALLEST_EPOCH = 1_000_000_000;
const SMALLEST_EPOCH_MILLISECONDS = SMALLEST_EPOCH * 1_000;

function millisecondsOf(text: string, now: EpochMilliseconds | undefined): Milliseconds | undefined {
  if (/^\s*\d{1,13}(?:\.\d{1,6})?\s*$/.test(text)) {
    const number = Number(text);
    if (number < SMALLEST_EPOCH) return number * 1_000;
    return now && (number < SMALLEST_EPOCH_MILLISECONDS ? number * 1_000 : number) - now;
  }
  const date = parseHttpDate(text);
  return date && now && date - now;
}

/** The `t` (or, in older drafts, `reset`) of a `RateLimit` field: seconds to wait. Of several limits the one that is used up. */
function resetOf(field: string): string | undefined {
  const limits = field.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).flatMap((limit) => {
    const seconds = /(?:^|[;\s])(?:t|reset)\s?=\s?(\d{1,9})(?![\d.])/i.exec(limit)?.[1];
    return seconds === undefined ? [] : [{ seconds, isUsedUp: /;\s?r\s?=\s?0(?!\d)/i.test(limit) }];
  });
  const usedUp = limits.filter(({ isUsedUp }) => isUsedUp);
  const waits = (usedUp.length > 0 ? usedUp : limits).map(({ seconds }) => Number(seconds));
  return waits.length === 0 ? undefined : String(Math.max(...waits));
}

function waitOf(exchange: Exchange, response: ResponseFacts, names: readonly string[]): Wait | undefined {
  const date = parseHttpDate(headerValue(response.headers, 'date'));
  // A text from a terminal does not tell when its calls began.
  const answered = exchange.startedDateTime > 0 ? answeredAt(exchange) : date;
  // A date is the server's; against the server's own clock it is right even where this machine's is wrong.
  const now = date ?? answered;
  for (const header of names) {
    const value = headerValue(response.headers, header);
    const text = value !== undefined && header === 'RateLimit' ? resetOf(value) : value;
    const milliseconds = text === undefined ? undefined : millisecondsOf(text, now);
    if (milliseconds !== undefined && milliseconds >= 0) {
      return { milliseconds, until: answered && answered + milliseconds, header };
    }
  }
  return undefined;
}

/** A longer wait may end on another day. */
const LONG: Milliseconds = 12 * 3_600_000;

/** The end of a wait as a message says it. */
export const untilValue = (until: EpochMilliseconds, milliseconds: Milliseconds) => ({
  at: until,
  ...(milliseconds >= LONG && { isDated: true }),
});

const RETRY_AFTER = ['Retry-After'];
const ALL_FIELDS = [
  ...RETRY_AFTER,
  'RateLimit-Reset',
  'RateLimit',
  'X-RateLimit-Reset',
  'X-Rate-Limit-Reset',
];

/** What `Retry-After` asks for (RFC 9110 §10.2.3): seconds, or a date. */
export function retryAfterOf(exchange: Exchange): Wait | undefined {
  const { response } = exchange;
  return response.status === 'present' ? waitOf(exchange, response.value, RETRY_AFTER) : undefined;
}

/**
 * The same, or else what the rate limit fields ask for
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/, and the `X-` names before it).
 */
export function waitAfter(exchange: Exchange): Wait | undefined {
  const { response } = exchange;
  return response.status === 'present' ? waitOf(exchange, response.value, ALL_FIELDS) : undefined;
}
