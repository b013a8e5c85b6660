import { type HostPattern, parseHostPattern } from '../api/hosts';
import type { EpochMilliseconds, Milliseconds } from '../api/units';

/**
 * What the probe in the page's world tells the extension's: as the code wrote it, raw. It crosses one DOM event of the
 * page's own document and is taken apart beside the page, nowhere else: no message ever holds it.
 */
export interface ProbeCall {
  /** Counts the calls of one document. */
  readonly id: number;
  readonly at: EpochMilliseconds;
  readonly api: 'fetch' | 'Request' | 'XMLHttpRequest' | 'sendBeacon';
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly options?: readonly FetchOption[] | undefined;
  readonly stack: string;
  /** Name and message of what the call threw before there was a request. */
  readonly thrown?: string;
  /** The page's Content-Security-Policy stopped the call. */
  readonly blocked?: true;
  /** What it was answered; with its body when it was not ok and its body was text. */
  readonly answer?: { readonly status: number; readonly body?: ProbeBody };
  /** It came to no answer that the code may read: given up by the code itself, or failed under way. */
  readonly ended?: 'aborted' | 'failed';
}

/** Options of a call that decide what its code sees of the answer: see `FetchOption` of the exchange. */
export const FETCH_OPTIONS = [
  'no-cors',
  'same-origin',
  'manual',
  'error',
  'keepalive',
  'large-keepalive',
  'credentials',
  'integrity',
] as const;
export type FetchOption = (typeof FETCH_OPTIONS)[number];

export interface ProbeBody {
  readonly mimeType: string;
  readonly text: string;
}

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.length <= max;

/** The DOM event that carries a `ProbeCall` as JSON. */
export const PROBE_EVENT = 'infuzu-request-inspector:call';

/** A cancelable DOM event; an installed probe prevents its default. */
export const PROBE_QUESTION = 'infuzu-request-inspector:installed';

/** The DOM event that tells the probe, as JSON, which hosts the user added. */
export const PROBE_HOSTS = 'infuzu-request-inspector:hosts';

/** Reads that event's detail. A page that forges it learns nothing: it only sees its own calls told. */
export function parseProbeHosts(detail: unknown): HostPattern[] {
  if (!isText(detail, 8_192)) return [];
  try {
    const hosts: unknown = JSON.parse(detail);
    if (!Array.isArray(hosts)) return [];
    return hosts.flatMap((host) => (isText(host, 256) ? (parseHostPattern(host) ?? []) : []));
  } catch {
    return [];
  }
}

const APIS = ['fetch', 'Request', 'XMLHttpRequest', 'sendBeacon'] as const;
const MAX_HEADERS = 100;
const MAX_TEXT = 300_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function answerOf(value: unknown): ProbeCall['answer'] {
  if (!isObject(value)) return undefined;
  const { status, body } = value;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 0 || status > 999) return undefined;
  if (!isObject(body)) return { status };
  const { mimeType, text } = body;
  return isText(mimeType, 1_000) && isText(text, MAX_TEXT)
    ? { status, body: { mimeType, text } }
    : { status };
}

const MAX_AWAY: Milliseconds = 86_400_000;
/** Whether a call can have begun then. Beyond, there are numbers that no date stands for. */
const isRecent = (at: unknown): at is EpochMilliseconds =>
  typeof at === 'number' && Math.abs(at - Date.now()) <= MAX_AWAY;

/** Reads the event's detail. The page can send anything under this name: whatever does not fit is no call. */
export function parseProbeCall(detail: unknown): ProbeCall | undefined {
  if (!isText(detail, MAX_TEXT * 2)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(detail);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { id, at, method, url, headers, stack, thrown, blocked, ended } = value;
  const api = APIS.find((known) => known === value['api']);
  if (!Number.isSafeInteger(id) || !isRecent(at) || api === undefined) return undefined;
  if (!isText(method, 40) || !isText(url, 16_384) || !isText(stack, 8_192)) return undefined;
  if (!Array.isArray(headers) || headers.length > MAX_HEADERS) return undefined;
  const pairs: [string, string][] = [];
  for (const pair of headers as unknown[]) {
    if (!Array.isArray(pair) || !isText(pair[0], 256) || !isText(pair[1], 16_384)) return undefined;
    pairs.push([pair[0], pair[1]]);
  }
  const answer = answerOf(value['answer']);
  const written: unknown = value['options'];
  const options = Array.isArray(written) ? FETCH_OPTIONS.filter((option) => written.includes(option)) : [];
  return {
    id: id as number,
    at,
    api,
    method,
    url,
    headers: pairs,
    stack,
    ...(options.length > 0 && { options }),
    ...(isText(thrown, 1_000) && { thrown }),
    ...(blocked === true && { blocked }),
    ...(answer && { answer }),
    ...((ended === 'aborted' || ended === 'failed') && { ended }),
  };
}

/**
 * Whether only the page can tell it: the end of a call and its status webRequest shows as well, where it sees the site.
 * It shows neither what the browser refuses by itself nor that an answer was refused, and both fail.
 */
export const isPagesOwn = ({ answer, ended, blocked }: ProbeCall) =>
  blocked === true || (ended !== 'aborted' && (answer === undefined || answer.body !== undefined));
