import type { EpochMilliseconds, Milliseconds, Pixels } from '../api/units';
import type { VerdictState } from '../diagnosis/diagnosis';
import { presentValue } from '../exchange/presence';
import { waitAfter } from '../rules/answer-time';
import type { CredentialHistory } from '../rules/histories';
import { fullestWindow, MINUTE, NEAR } from '../rules/rate-window';
import { type InspectedCall, isGraver, stateOf } from './calls';

/** As wide as the sign of a state: two signs in one slot would cover each other. */
export const SLOT: Pixels = 14;
/** A single call would fill a shorter line, as if it had lasted long. */
const SHORTEST: Milliseconds = 2_000;
/** How far the line goes on behind the last call, as a part of what is before, for what a refusal asks to wait. */
const AHEAD = 0.25;
const TICK_DISTANCE: Pixels = 96;
const SECOND: Milliseconds = 1_000;
const TICK_STEPS: readonly Milliseconds[] = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30, 60, 180, 360, 720, 1440].map((minutes) => minutes * MINUTE),
];

/** The calls that begin in one slot of the line. */
export interface TimelineMark {
  readonly slot: number;
  /** The gravest of them, the first among equals. */
  readonly call: InspectedCall;
  readonly state: VerdictState;
  readonly calls: number;
}

/** From where to where, in pixels. */
export type Stretch = readonly [from: Pixels, to: Pixels];

/** How full the documented window is that most is used of. */
export type Load = 'counting' | 'near' | 'over';

/** For how long the calls of one key count in a documented window. */
export interface KeyBand {
  readonly key: number;
  readonly load: Load;
  readonly stretch: Stretch;
}

export interface Timeline {
  readonly from: EpochMilliseconds;
  readonly to: EpochMilliseconds;
  /** At most one a slot. */
  readonly marks: readonly TimelineMark[];
  /** When an answer was waited for. */
  readonly busy: readonly Stretch[];
  readonly bands: readonly KeyBand[];
  /** When a refusal asked to wait. */
  readonly waits: readonly Stretch[];
  /** Until when the latest of them goes on, and what of it on the line is free of calls. */
  readonly lastWait?: { readonly until: EpochMilliseconds; readonly free: Stretch };
  readonly ticks: readonly EpochMilliseconds[];
}

type Range = Pick<Timeline, 'from' | 'to'>;

/** Half a slot is left at both ends, where half a sign stands. */
const roomIn = (width: Pixels) => Math.max(1, width - SLOT);

/** Where a time is on the line, which it does not leave. */
export function pixelsOf({ from, to }: Range, width: Pixels, at: EpochMilliseconds): Pixels {
  const part = (Math.min(to, Math.max(from, at)) - from) / (to - from);
  return SLOT / 2 + part * roomIn(width);
}

/** What time it is at a place on the line. */
export function timeAt({ from, to }: Range, width: Pixels, x: Pixels): EpochMilliseconds {
  const part = Math.min(1, Math.max(0, (x - SLOT / 2) / roomIn(width)));
  return Math.round(from + part * (to - from));
}

/** The slot of the line in which a time lies. */
export function slotOf(line: Range, width: Pixels, at: EpochMilliseconds): number {
  return Math.max(0, Math.min(Math.floor(width / SLOT) - 1, Math.floor(pixelsOf(line, width, at) / SLOT)));
}

type Stretches = [from: Pixels, to: Pixels][];

/** Adds a stretch to those that begin before it; what touches is joined, so that there are never more than pixels. */
function join(stretches: Stretches, from: Pixels, to: Pixels): void {
  const last = stretches.at(-1);
  if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
  else stretches.push([from, to]);
}

function ticksOf(from: EpochMilliseconds, to: EpochMilliseconds, width: Pixels): EpochMilliseconds[] {
  const step = TICK_STEPS.find((candidate) => (candidate / (to - from)) * width >= TICK_DISTANCE);
  if (step === undefined) return [];
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}

function marksOf(calls: readonly InspectedCall[], slotAt: (at: EpochMilliseconds) => number): TimelineMark[] {
  const marks = new Map<number, { -readonly [Name in keyof TimelineMark]: TimelineMark[Name] }>();
  for (const call of calls) {
    const slot = slotAt(call.start);
    const state = stateOf(call);
    const mark = marks.get(slot);
    if (mark === undefined) marks.set(slot, { slot, call, state, calls: 1 });
    else {
      mark.calls++;
      if (isGraver(state, mark.state)) Object.assign(mark, { call, state });
    }
  }
  return [...marks.values()];
}

interface Counted {
  readonly load: Load;
  /** For how long the call counts. */
  readonly duration: Milliseconds;
}

/** Asked of a history once: the line is laid out anew for every call that comes. */
const counted = new WeakMap<CredentialHistory, Counted>();

function countedIn(history: CredentialHistory): Counted {
  let known = counted.get(history);
  if (known === undefined) {
    const { used, duration } = fullestWindow(history);
    const load = used >= 1 ? 'over' : used > NEAR ? 'near' : 'counting';
    known = { load, duration: load === 'counting' ? MINUTE : duration };
    counted.set(history, known);
  }
  return known;
}

/** Each call's load holds until the next call of its key, or until the call is out of the window. */
function bandsOf(
  calls: readonly InspectedCall[],
  stretch: (from: EpochMilliseconds, to: EpochMilliseconds) => Stretch,
): KeyBand[] {
  const open = new Map<number, { load: Load; from: EpochMilliseconds; to: EpochMilliseconds }>();
  const bands: KeyBand[] = [];
  const close = (key: number, to: EpochMilliseconds) => {
    const band = open.get(key);
    if (band) bands.push({ key, load: band.load, stretch: stretch(band.from, Math.min(band.to, to)) });
  };
  for (const { keyNumber, start, last } of calls) {
    const { history } = last.neighbours;
    if (keyNumber === undefined || history === undefined) continue;
    const { load, duration } = countedIn(history);
    const to = start + duration;
    const band = open.get(keyNumber);
    if (band?.load === load && band.to >= start) band.to = Math.max(band.to, to);
    else {
      close(keyNumber, start);
      open.set(keyNumber, { load, from: start, to });
    }
  }
  for (const key of open.keys()) close(key, Number.POSITIVE_INFINITY);
  return bands;
}

/** What is left of a stretch behind the last call that begins in it. */
function freeIn([from, to]: Stretch, marks: Timeline['marks'], busy: Timeline['busy']): Stretch {
  const [, end = 0] = busy.findLast((call) => call[0] < to) ?? [];
  const { slot = -1 } = marks.findLast((mark) => mark.slot * SLOT < to) ?? {};
  return [Math.min(to, Math.max(from, end, (slot + 1) * SLOT)), to];
}

/**
 * Lays calls, in order of start, out over a line of time.
 * @param width of the line
 */
export function timelineOf(calls: readonly InspectedCall[], width: Pixels): Timeline | undefined {
  const [first] = calls;
  if (first === undefined || width <= 0) return undefined;
  const from = first.start;
  const refusals: { readonly from: EpochMilliseconds; readonly until: EpochMilliseconds }[] = [];
  let lastEnd = from;
  for (const { start, time = 0, last } of calls) {
    lastEnd = Math.max(lastEnd, start + time);
    if (presentValue(last.exchange.response)?.status !== 429) continue;
    const wait = waitAfter(last.exchange);
    if (wait?.until) refusals.push({ from: wait.until - wait.milliseconds, until: wait.until });
  }
  const until = refusals.reduce((latest, wait) => Math.max(latest, wait.until), from);
  // A wait that goes on is cut off: drawn as far as a minute goes, it would leave no room for the calls.
  const ahead = lastEnd + Math.max(SHORTEST, lastEnd - from) * AHEAD;
  const to = until > ahead ? ahead : Math.max(from + SHORTEST, lastEnd, until);
  const range: Range = { from, to };
  const xOf = (at: EpochMilliseconds) => Math.round(pixelsOf(range, width, at));
  const busy: Stretches = [];
  for (const { start, time = 0, last } of calls)
    join(busy, xOf(start), xOf(last.exchange.state === 'pending' ? to : start + time));
  const waits: Stretches = [];
  for (const wait of refusals.sort((a, b) => a.from - b.from)) join(waits, xOf(wait.from), xOf(wait.until));
  const marks = marksOf(calls, (at) => slotOf(range, width, at));
  const lastWait = waits.at(-1);
  return {
    from,
    to,
    marks,
    busy,
    bands: bandsOf(calls, (a, b) => [xOf(a), xOf(b)]),
    waits,
    ...(lastWait && { lastWait: { until, free: freeIn(lastWait, marks, busy) } }),
    ticks: ticksOf(from, to, width),
  };
}
