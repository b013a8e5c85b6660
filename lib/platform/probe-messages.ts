import type { Browser } from 'wxt/browser';
import type { ProbeObservation } from '../exchange/observation';
import type { ProbeFacts } from '../observe/from-probe';

/** The relay asks for the door: the script that takes the facts of its page's calls, beside the page. */
export const DOOR_WANTED = 'probe-door';

/** What the door sends. */
export interface ProbeMessage {
  readonly type: 'probe-call';
  /** Tells the documents of one frame apart. */
  readonly document: number;
  readonly facts: ProbeFacts;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isFacts(value: unknown): value is ProbeFacts {
  if (!isObject(value) || !isObject(value['url']) || !isObject(value['written'])) return false;
  const { url, written } = value;
  return (
    Number.isSafeInteger(value['id']) &&
    typeof value['at'] === 'number' &&
    typeof value['method'] === 'string' &&
    typeof url['href'] === 'string' &&
    typeof url['path'] === 'string' &&
    Array.isArray(url['secrets']) &&
    Array.isArray(written['credentials']) &&
    (value['blocked'] === undefined || value['blocked'] === true) &&
    (value['answer'] === undefined || (isObject(value['answer']) && isObject(value['answer']['body'])))
  );
}

/** The door runs beside the page: its word is taken for facts of its own tab only, and who it is the browser says. */
export function takeProbeMessage(
  message: unknown,
  sender: Browser.runtime.MessageSender,
): ProbeObservation | undefined {
  if (!isObject(message) || message['type'] !== 'probe-call' || !isFacts(message['facts'])) return undefined;
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.url === undefined || typeof message['document'] !== 'number')
    return undefined;
  const frame = {
    tabId,
    frameId: sender.frameId ?? 0,
    document: message['document'],
    origin: new URL(sender.url).origin,
    via: 'relay' as const,
  };
  return probeObservationOf(message['facts'], frame);
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
  };
}
