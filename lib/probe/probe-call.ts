import { type HostPattern, parseHostPattern } from '../api/hosts';
import type { EpochMilliseconds } from '../api/units';

/**
 * What the probe in the page's world tells the extension's: as the code wrote it, raw. It crosses one DOM event of the
 * page's own document and is taken apart beside the page, nowhere else: no message ever holds it.
 */
export interface ProbeCall {
  /** Counts the calls of one document. */
  readonly id: number;
  readonly at: EpochMilliseconds;
  readonly api: 'fetch' | 'XMLHttpRequest' | 'sendBeacon';
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly stack: string;
  /** Name and message of what the call threw before there was a request. */
  readonly thrown?: string;
  /** The page's Content-Security-Policy stopped the call. */
  readonly blocked?: true;
  /** The answer, when it was not ok and its body was text. */
  readonly answer?: { readonly status: number; readonly mimeType: string; readonly text: string };
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

const MAX_HEADERS = 100;
const MAX_TEXT = 300_000;

function isAnswer(value: unknown): value is NonNullable<ProbeCall['answer']> {
  if (typeof value !== 'object' || value === null) return false;
  const { status, mimeType, text } = value as Record<string, unknown>;
  return typeof status === 'number' && isText(mimeType, 1_000) && isText(text, MAX_TEXT);
}

/** Reads the event's detail. The page can send anything under this name: whatever does not fit is no call. */
export function parseProbeCall(detail: unknown): ProbeCall | undefined {
  if (!isText(detail, MAX_TEXT * 2)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(detail);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, at, api, method, url, headers, stack, thrown, blocked, answer } = value as Record<
    string,
    unknown
  >;
  const isApi = api === 'fetch' || api === 'XMLHttpRequest' || api === 'sendBeacon';
  if (!Number.isSafeInteger(id) || typeof at !== 'number' || !Number.isFinite(at) || !isApi) return undefined;
  if (!isText(method, 40) || !isText(url, 16_384) || !isText(stack, 8_192)) return undefined;
  if (!Array.isArray(headers) || headers.length > MAX_HEADERS) return undefined;
  const pairs: [string, string][] = [];
  for (const pair of headers as unknown[]) {
    if (!Array.isArray(pair) || !isText(pair[0], 256) || !isText(pair[1], 16_384)) return undefined;
    pairs.push([pair[0], pair[1]]);
  }
  return {
    id: id as number,
    at,
    api,
    method,
    url,
    headers: pairs,
    stack,
    ...(isText(thrown, 1_000) && { thrown }),
    ...(blocked === true && { blocked }),
    ...(isAnswer(answer) && {
      answer: { status: answer.status, mimeType: answer.mimeType, text: answer.text },
    }),
  };
}
