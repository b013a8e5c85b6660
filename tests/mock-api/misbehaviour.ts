import type { Envelope } from './errors';
import { MAX_BODY_BYTES } from './receive';

export const SHAPES = ['errors-string', 'errors-null', 'nested', 'array', 'bom'] as const;
export type Shape = (typeof SHAPES)[number];

/** What a test asks of the stand-in in the query of a call. README.md says what each does. */
export interface Misbehaviour {
  cors?: 'none';
  preflight?: 'refuse' | 'no-headers';
  preflightAllow?: string;
  delayMs?: number;
  bodyDelayMs?: number;
  ending?: 'reset' | 'cut';
  gzip?: true;
  htmlStatus?: number;
  emptyStatus?: number;
  status?: number;
  code?: string;
  message?: string;
  envelope?: Envelope;
  retryAfter?: string;
  rateHeaders?: true;
  redirect?: string;
  clockSeconds?: number;
  script?: true;
  warnings?: true;
  shape?: Shape;
  sizeBytes?: number;
  hstsSeconds?: number;
  /** `sse=cut` streams, also to a call that did not ask for it. */
  stream?: true;
  plain?: 'text' | 'json';
  mix?: true;
  noId?: true;
  /** `id`, `body`, or the name of a request field. */
  echo?: string;
  echoField?: string;
}

/** A parameter that the stand-in does not understand: the test is wrong, and must hear so. */
export class BadParameter extends Error {}

const MAX_DELAY_MS = 10 * 60_000;
const MAX_SECONDS = 10 * 365 * 24 * 60 * 60;
/** What may stand in a header value without breaking the answer. */
const HEADER_VALUE = /^[\x20-\x7e]*$/;

/** Reads the parameters that the stand-in knows; others belong to the test. Throws `BadParameter`. */
export function parseMisbehaviour(query: URLSearchParams): Misbehaviour {
  const ask: Misbehaviour = {};
  for (const [name, value] of query) {
    const parser = PARSERS[name];
    if (parser !== undefined) Object.assign(ask, parser(value, name));
  }
  return ask;
}

const PARSERS: Readonly<Record<string, ((value: string, name: string) => Misbehaviour) | undefined>> = {
  cors: (value, name) => ({ cors: oneOf(['none'], value, name) }),
  preflight: (value, name) => ({ preflight: oneOf(['refuse', 'no-headers'], value, name) }),
  'preflight-allow': (value, name) => ({ preflightAllow: headerValue(value, name) }),
  delay: (value, name) => ({ delayMs: integer(value, name, 0, MAX_DELAY_MS) }),
  'body-delay': (value, name) => ({ bodyDelayMs: integer(value, name, 0, MAX_DELAY_MS) }),
  reset: (value, name) => on(value, name, { ending: 'reset' }),
  cut: (value, name) => on(value, name, { ending: 'cut' }),
  sse: (value, name) => ({ ending: oneOf(['cut'], value, name), stream: true }),
  gzip: (value, name) => on(value, name, { gzip: true }),
  html: (value, name) => ({ htmlStatus: integer(value, name, 200, 599) }),
  empty: (value, name) => ({ emptyStatus: integer(value, name, 200, 599) }),
  status: (value, name) => ({ status: integer(value, name, 200, 599) }),
  code: (value) => ({ code: value }),
  message: (value) => ({ message: value }),
  envelope: (value, name) => ({ envelope: oneOf(['error', 'errors'], value, name) }),
  'retry-after': (value, name) => ({ retryAfter: headerValue(value, name) }),
  'rate-headers': (value, name) => on(value, name, { rateHeaders: true }),
  redirect: (value, name) => ({ redirect: redirectTarget(value, name) }),
  clock: (value, name) => ({ clockSeconds: integer(value, name, -MAX_SECONDS, MAX_SECONDS) }),
  script: (value, name) => on(value, name, { script: true }),
  warnings: (value, name) => on(value, name, { warnings: true }),
  shape: (value, name) => ({ shape: oneOf(SHAPES, value, name) }),
  size: (value, name) => ({ sizeBytes: integer(value, name, 0, MAX_BODY_BYTES) }),
  hsts: (value, name) => ({ hstsSeconds: integer(value, name, 0, MAX_SECONDS) }),
  mix: (value, name) => on(value, name, { mix: true }),
  'no-id': (value, name) => on(value, name, { noId: true }),
  echo: (value, name) => ({ echo: headerValue(value, name) }),
  'echo-field': (value, name) => ({ echoField: headerValue(value, name) }),
  plain: (value, name) => ({ plain: oneOf(['1', 'json'], value, name) === '1' ? 'text' : 'json' }),
};

function integer(value: string, name: string, min: number, max: number): number {
  const number = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new BadParameter(`${name} takes a whole number from ${min} to ${max}`);
}

function oneOf<const T extends string>(allowed: readonly T[], value: string, name: string): T {
  const found = allowed.find((other) => other === value);
  if (found !== undefined) return found;
  throw new BadParameter(`${name} takes ${allowed.join(' or ')}`);
}

/** A switch is on with `1` and off with `0`. */
function on(value: string, name: string, effect: Misbehaviour): Misbehaviour {
  return oneOf(['0', '1'], value, name) === '1' ? effect : {};
}

function headerValue(value: string, name: string): string {
  if (HEADER_VALUE.test(value)) return value;
  throw new BadParameter(`${name} takes printable ASCII`);
}

function redirectTarget(value: string, name: string): string {
  if (value === 'https' || value === 'same') return value;
  // Through the parser and back: percent-encodes what must not stand in a header.
  if (/^https?:\/\//i.test(value) && URL.canParse(value)) return new URL(value).href;
  throw new BadParameter(`${name} takes https, same or an absolute URL`);
}
