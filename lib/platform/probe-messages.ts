import { type Browser, browser } from 'wxt/browser';
import { isProbeObservation } from '../exchange/is-observation';
import type { ProbeObservation } from '../exchange/observation';
import type { ProbeFacts } from '../observe/from-probe';
import { sitePattern } from '../store/sites';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The door runs beside the page: its word is taken for facts of its own tab only, and who it is the browser says. */
export function takeProbeMessage(
  message: unknown,
  sender: Browser.runtime.MessageSender,
): ProbeObservation | undefined {
  if (!isObject(message) || message['type'] !== 'probe-call') return undefined;
  const { document, facts } = message;
  if (typeof document !== 'number' || !isObject(facts) || !isObject(facts['written'])) return undefined;
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.url === undefined) return undefined;
  const frame = {
    tabId,
    frameId: sender.frameId ?? 0,
    document,
    // A frame without an address of its own has its parent's.
    origin: sender.origin ?? new URL(sender.url).origin,
    via: 'relay' as const,
  };
  const observation = probeObservationOf(facts as unknown as ProbeFacts, frame);
  return isProbeObservation(observation) ? observation : undefined;
}

/** Whether the user lets the page be watched: scripts stay in its open documents when that is taken back. */
export async function isWatched({ initiator }: ProbeObservation): Promise<boolean> {
  const pattern = sitePattern(initiator.origin ?? '');
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
