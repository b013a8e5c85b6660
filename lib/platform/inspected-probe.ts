import { browser } from 'wxt/browser';
import type { Milliseconds } from '../api/units';
import type { Salt } from '../exchange/fingerprint';
import { observeProbeCall, type ProbeFacts } from '../observe/from-probe';
import { isPagesOwn, PROBE_EVENT, PROBE_HOSTS, parseProbeCall } from '../probe/probe-call';
import { evaluateInPage } from './inspected-window';
import { loadSettings, watchSettings } from './settings';
import { isSeen } from './site-access';
import type { Clock } from './steady-clock';

/** How often the page is asked for what its code wrote, where webRequest shows its calls. */
const ASK_EVERY: Milliseconds = 400;
/** Elsewhere nothing else tells of a call before its end. It takes 3 % of the page's thread (measured). */
const ASK_BLIND_EVERY: Milliseconds = 80;
/** So long an answer may take while the page is busy: what it has handed over it does not keep. */
const PATIENCE: Milliseconds = 60_000;
const MAX_KEPT = 2_000;
/** What nobody asks for, as when DevTools were closed, is let go of: it holds raw keys. */
const KEPT_FOR: Milliseconds = 5_000;
/** So many are taken apart before the panel, in the same thread, has its turn again. */
const PORTION = 50;
const DRAIN_EVENT = 'infuzu-request-inspector:drain';

/** For a moment after a navigation was told, `eval` may still answer for the former document (measured). */
const ASK_AGAIN: Milliseconds = 50;
const MAX_TRIES = 5;

/** Keeps the probe's calls in the page until they are asked for; a second one in the same document does nothing. */
const KEEP = `(() => {
  const name = ${JSON.stringify(DRAIN_EVENT)};
  if (!document.dispatchEvent(new CustomEvent(name, { cancelable: true, detail: [] }))) return;
  let kept = [];
  let timer;
  document.addEventListener(${JSON.stringify(PROBE_EVENT)}, (event) => {
    if (typeof event.detail === 'string' && kept.length < ${MAX_KEPT}) kept.push(event.detail);
    clearTimeout(timer);
    timer = setTimeout(() => { kept = []; }, ${KEPT_FOR});
  });
  document.addEventListener(name, (event) => {
    event.preventDefault();
    event.detail.push(...kept);
    kept = [];
  });
})()`;

const ASK = `(() => {
  const calls = [];
  const drain = new CustomEvent(${JSON.stringify(DRAIN_EVENT)}, { cancelable: true, detail: calls });
  const kept = !document.dispatchEvent(drain);
  return { document: performance.timeOrigin, origin: location.origin, kept, calls };
})()`;

/** What the page's code wrote, with the document that it ran in. */
export interface InspectedCalls {
  /** The same number as the content script's relay uses, so that both name a call alike. */
  readonly document: number;
  readonly origin: string;
  readonly calls: readonly ProbeFacts[];
}

interface Answer {
  readonly document: number;
  readonly origin: string;
  /** False where the document keeps nothing: what brings the probe has missed it. */
  readonly kept: boolean;
  readonly details: readonly unknown[];
}

function read(answer: unknown): Answer | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { document, origin, kept, calls } = answer as Record<string, unknown>;
  if (typeof document !== 'number' || typeof origin !== 'string' || !Array.isArray(calls)) return undefined;
  return { document, origin, kept: kept === true, details: calls };
}

const factsOf = (details: readonly unknown[], salt: Salt, seen: boolean): ProbeFacts[] =>
  details.flatMap((detail) => {
    const call = parseProbeCall(detail);
    return call && (!seen || isPagesOwn(call)) ? [observeProbeCall(call, salt)] : [];
  });

/**
 * A function of its own: what a loop that rests has read last would stay in memory, with the keys in it.
 * @returns whether webRequest shows the calls of the page, and whether it keeps them; so it is where there is no page
 */
async function takeCalls(
  salt: Salt,
  after: (delay: Milliseconds) => Promise<void>,
  onCalls: (calls: InspectedCalls) => void,
): Promise<{ readonly seen: boolean; readonly kept: boolean }> {
  const told = read(await evaluateInPage(ASK, PATIENCE));
  const seen = told === undefined || (await isSeen(told.origin));
  for (let from = 0; told && from < told.details.length; from += PORTION) {
    const { document, origin, details } = told;
    onCalls({ document, origin, calls: factsOf(details.slice(from, from + PORTION), salt, seen) });
    await after(0);
  }
  return { seen, kept: told === undefined || told.kept };
}

/**
 * Brings the probe into the inspected page through DevTools, on any site and without a permission, for as long as
 * DevTools are open: so that bodies that the page's code leaves unread are read, and what the code wrote is known.
 * After a navigation it comes late for the first inline script; on granted sites the content script is there before.
 * @param ready the session's salt, as soon as it is there
 */
export async function probeInspectedPage(
  ready: Promise<Salt>,
  clock: Clock,
  onCalls: (calls: InspectedCalls) => void,
): Promise<void> {
  const after = (delay: Milliseconds) => new Promise<void>((resolve) => clock.set(resolve, delay));
  const answer = await fetch('/content-scripts/page-probe.js');
  const script = await answer.text();
  const install = async () => {
    const { ownHosts } = await loadSettings();
    const hosts = `document.dispatchEvent(new CustomEvent(${JSON.stringify(PROBE_HOSTS)}, {
      detail: ${JSON.stringify(JSON.stringify(ownHosts))} }))`;
    return evaluateInPage(`${KEEP};${script};${hosts};performance.timeOrigin`);
  };
  let document = await install();
  watchSettings(() => void install());
  browser.devtools.network.onNavigated.addListener(async () => {
    const former = document;
    for (let tries = 0; tries < MAX_TRIES && document === former; tries++) {
      if (tries > 0) await after(ASK_AGAIN);
      document = await install();
    }
  });
  // The page keeps its calls until they are asked for.
  const salt = await ready;
  for (;;) {
    const { seen, kept } = await takeCalls(salt, after, onCalls);
    if (!kept) document = await install();
    await after(seen ? ASK_EVERY : ASK_BLIND_EVERY);
  }
}
