import { type Browser, browser } from 'wxt/browser';
import { isProbeObservation } from '../exchange/is-observation';
import type { ProbeObservation } from '../exchange/observation';
import type { ProbeFacts } from '../observe/from-probe';
import { sitePattern } from '../store/sites';
import { PORTION } from './probe-outbox';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * The door runs beside the page: its word is taken for facts of its own tab only, and who it is the browser says.
 * @returns what can be read of it; `undefined` for what is no message of the door
 */
export function takeProbeMessage(
  message: unknown,
  sender: Browser.runtime.MessageSender,
): readonly ProbeObservation[] | undefined {
  if (!isObject(message) || message['type'] !== 'probe-calls') return undefined;
  const { document, calls } = message;
  if (typeof document !== 'number' || !Array.isArray(calls)) return undefined;
  const tabId = sender.tab?.id;
  const origin = originOf(sender);
  if (tabId === undefined || origin === undefined) return undefined;
  const frame = { tabId, frameId: sender.frameId ?? 0, document, origin, via: 'relay' as const };
  return calls.slice(0, PORTION).flatMap((facts: unknown) => {
    if (!isObject(facts) || !isObject(facts['written'])) return [];
    const observation = probeObservationOf(facts as unknown as ProbeFacts, frame);
    return isProbeObservation(observation) ? [observation] : [];
  });
}

/** A frame without an address of its own has its parent's. */
export function originOf({ origin, url }: Browser.runtime.MessageSender): string | undefined {
  return origin ?? (url === undefined ? undefined : new URL(url).origin);
}

/** Whether the user lets the pages of an origin be watched: scripts stay in open documents when that is taken back. */
export async function isWatched(origin: string): Promise<boolean> {
  const pattern = sitePattern(origin);
  return pattern === undefined || browser.permissions.contains({ origins: [pattern] });
}

/** The frame that a call was made in. */
export interface ProbedFrame {
  readonly tabId: number;
  readonly frameId: number;
  /** Tells the documents of one frame apart. */
  readonly document: number;
  readonly origin: string;
  readonly via: ProbeObservation['via'];
}

/** One call as the store takes it. The relay and DevTools name the same call alike. */
export function probeObservationOf(
  facts: ProbeFacts,
  { tabId, frameId, document, origin, via }: ProbedFrame,
): ProbeObservation {
  const { place } = facts.written;
  return {
    type: 'probe-call',
    probeId: `${tabId}.${frameId}.${document}.${facts.id}`,
    tabId,
    frameId,
    method: facts.method,
    url: facts.url,
    initiator: { origin, page: true, ...(place && { place }) },
    at: facts.at,
    via,
    written: facts.written,
    ...(facts.blocked && { blocked: facts.blocked }),
    ...(facts.answer && { answer: facts.answer }),
    ...(facts.ended && { ended: facts.ended }),
  };
}
