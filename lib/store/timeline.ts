import type { EpochMilliseconds, Milliseconds, Pixels } from '../api/units';
import type { VerdictState } from '../diagnosis/diagnosis';
import { presentValue } from '../exchange/presence';
import { waitAfter } from '../rules/answer-time';
import { fullestWindow, MINUTE, NEAR } from '../rules/rate-window';
import { type InspectedCall, isGraver, stateOf } from './calls';

/** As wide as the sign of a state: two signs in one slot would cover each other. */
export const SLOT: Pixels = 14;
/** Calls within less than this would all stand on one spot. */
const SHORTEST: Milliseconds = 10_000;
/** How much of the line may lie behind the last call, for what a refusal asks to wait. */
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

/** Joins stretches that touch, so that there are never more than pixels. They come in order of their beginning. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: [Pixels, Pixels][] = [];
  for (const [from, to] of stretches) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

function ticksOf(from: EpochMilliseconds, to: EpochMilliseconds, width: Pixels): EpochMilliseconds[] {
  const step = TICK_STEPS.find((candidate) => (candidate / (to - from)) * width >= TICK_DISTANCE);
  if (step === undefined) return [];
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}

function marksOf(calls: readonly InspectedCall[], slotAt: (at: EpochMilliseconds) => number): TimelineMark[] {
  const marks = new Map<number, TimelineMark>();
  for (const call of calls) {
    const slot = slotAt(call.start);
    const state = stateOf(call);
    const before = marks.get(slot);
    marks.set(
      slot,
      before === undefined || isGraver(state, before.state)
        ? { slot, call, state, calls: (before?.calls ?? 0) + 1 }
        : { ...before, calls: before.calls + 1 },
    );
  }
  return [...marks.values()];
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
    const { used, duration } = fullestWindow(history);
    const load = used >= 1 ? 'over' : used > NEAR ? 'near' : 'counting';
    const to = start + (load === 'counting' ? MINUTE : duration);
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

/**
 * Lays calls, in order of start, out over a line of time.
 * @param width of the line
 */
export function timelineOf(calls: readonly InspectedCall[], width: Pixels): Timeline | undefined {
  const [first] = calls;
  if (first === undefined || width <= 0) return undefined;
  const from = first.start;
  const refusals = calls.flatMap(({ last }) => {
    if (presentValue(last.exchange.response)?.status !== 429) return [];
    const wait = waitAfter(last.exchange);
    return wait ? { from: wait.until - wait.milliseconds, until: wait.until } : [];
  });
  const lastEnd = calls.reduce((end, { start, time = 0 }) => Math.max(end, start + time), from);
  const latestWait = refusals.reduce((end, { until }) => Math.max(end, until), lastEnd);
  const to = Math.max(from + SHORTEST, Math.min(latestWait, lastEnd + (lastEnd - from) * AHEAD));
  const xOf = (at: EpochMilliseconds) => Math.round(pixelsOf({ from, to }, width, at));
  const stretch = (a: EpochMilliseconds, b: EpochMilliseconds): Stretch => [xOf(a), xOf(b)];
  return {
    from,
    to,
    marks: marksOf(calls, (at) => slotOf({ from, to }, width, at)),
    busy: joined(
      calls.map(({ start, time = 0, last }) =>
        stretch(start, last.exchange.state === 'pending' ? to : start + time),
      ),
    ),
    bands: bandsOf(calls, stretch),
    waits: joined(refusals.sort((a, b) => a.from - b.from).map((wait) => stretch(wait.from, wait.until))),
    ticks: ticksOf(from, to, width),
  };
}
