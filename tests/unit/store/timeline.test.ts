import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import { createFold } from '../../../lib/store/calls';
import { createInspect } from '../../../lib/store/inspect';
import { pixelsOf, SLOT, slotOf, timeAt, timelineOf } from '../../../lib/store/timeline';
import { FAKE_KEY } from '../support/exchange-of';
import { bareToken, cleanCall, JSON_TYPE, pendingCall, START, tabCall } from '../support/tab-calls';

const WIDTH = 700;
const callsOf = (exchanges: readonly Exchange[]) => createFold()(createInspect()(exchanges).exchanges);
const lineOf = (exchanges: readonly Exchange[], width = WIDTH) => {
  const line = timelineOf(callsOf(exchanges), width);
  if (line === undefined) expect.fail('there is no line');
  return line;
};
/** Asks the chat endpoint with this many characters. */
const asking = (index: number, characters: number, over: Parameters<typeof tabCall>[1] = {}) =>
  tabCall(index, {
    headers: [['Infuzu-API-Key', FAKE_KEY], JSON_TYPE],
    body: JSON.stringify({ messages: [{ role: 'user', content: 'x'.repeat(characters) }] }),
    ...over,
  });

describe('the line of time', () => {
  test('is none without a call or without room', () => {
    expect(timelineOf([], WIDTH)).toBeUndefined();
    expect(timelineOf(callsOf([cleanCall(1)]), 0)).toBeUndefined();
  });

  test('goes from the first start to the last end, and is not shorter than two seconds', () => {
    expect(lineOf([cleanCall(1), cleanCall(31)])).toMatchObject({ from: START + 1_000, to: START + 31_080 });
    const short = lineOf([cleanCall(1)]);
    expect(short.to - short.from).toBe(2_000);
  });

  test('places and times are each other’s way back, and do not leave the line', () => {
    const line = lineOf([cleanCall(0), cleanCall(20)]);
    const at = START + 7_000;
    expect(timeAt(line, WIDTH, pixelsOf(line, WIDTH, at))).toBe(at);
    expect(timeAt(line, WIDTH, -50)).toBe(line.from);
    expect(pixelsOf(line, WIDTH, Number.POSITIVE_INFINITY)).toBe(WIDTH - SLOT / 2);
    expect(slotOf(line, WIDTH, line.to)).toBe(WIDTH / SLOT - 1);
  });

  test('marks are binned: the gravest call stands for its slot', () => {
    const { marks } = lineOf([cleanCall(0), bareToken(0.1), pendingCall(0.2), cleanCall(20)]);
    expect(marks.map(({ slot, state, calls }) => ({ slot, state, calls }))).toEqual([
      { slot: 0, state: 'error', calls: 3 },
      { slot: 49, state: 'clean', calls: 1 },
    ]);
  });

  test('many calls make no more marks and stretches than there is room for', () => {
    const many = Array.from({ length: 600 }, (_, i) => asking(i / 2, 10));
    const { marks, busy, bands } = lineOf(many);
    expect(marks).toHaveLength(WIDTH / SLOT);
    expect(marks.reduce((sum, { calls }) => sum + calls, 0)).toBe(600);
    expect(busy.length).toBeLessThanOrEqual(WIDTH);
    expect(bands.length).toBeLessThan(10);
  });

  test('a call that waits is busy up to the end of the line', () => {
    const { busy } = lineOf([cleanCall(0), pendingCall(10), cleanCall(20)]);
    expect(busy.at(-1)?.[1]).toBe(WIDTH - SLOT / 2);
  });

  test('ticks are round times, far enough apart to be read', () => {
    const { ticks } = lineOf([cleanCall(0), cleanCall(61)]);
    expect(ticks[1]).toBe((ticks[0] ?? 0) + 10_000);
    expect(ticks.every((at) => at % 10_000 === 0)).toBe(true);
  });
});

describe('what the limits count', () => {
  test('a key counts for a minute after its last call, then no more', () => {
    const { bands, ...line } = lineOf([asking(0, 10), asking(30, 10), asking(300, 10)]);
    const x = (seconds: number) => Math.round(pixelsOf(line, WIDTH, START + seconds * 1_000));
    expect(bands).toEqual([
      { key: 1, load: 'counting', stretch: [x(0), x(90)] },
      { key: 1, load: 'counting', stretch: [x(300), x(360)] },
    ]);
  });

  test('the load of the fullest documented window is told apart', () => {
    const { bands } = lineOf([asking(0, 5_000), asking(10, 3_500), asking(20, 2_000)]);
    expect(bands.map(({ load }) => load)).toEqual(['counting', 'near', 'over']);
  });

  test('a refusal asks to wait until its time, and the line makes room for some of it', () => {
    const refused = asking(40, 10, { status: 429, responseHeaders: [['Retry-After', '5']] });
    const { waits, ...line } = lineOf([asking(0, 10), refused]);
    expect(line.to).toBe(START + 45_080);
    expect(waits).toEqual([[Math.round(pixelsOf(line, WIDTH, START + 40_080)), WIDTH - SLOT / 2]]);
    const long = asking(40, 10, { status: 429, responseHeaders: [['Retry-After', '3600']] });
    expect(lineOf([asking(0, 10), long]).to).toBe(START + 40_080 * 1.25);
  });

  test('a burst keeps most of the line, however long it is to wait', () => {
    const last = asking(0.8, 10, { status: 429, responseHeaders: [['Retry-After', '30']] });
    const line = lineOf([...[0, 0.2, 0.4, 0.6].map((at) => asking(at, 10)), last]);
    expect(line.to - line.from).toBe(880 + 500);
    expect(line.marks).toHaveLength(5);
    const end = Math.round(pixelsOf(line, WIDTH, START + 880));
    expect(line.waits).toEqual([[end, WIDTH - SLOT / 2]]);
    expect(line.lastWait).toEqual({ until: START + 30_880, free: [end, WIDTH - SLOT / 2] });
  });

  test('the latest wait is free behind the last call in it; one that is over does not end with the line', () => {
    const refused = asking(0, 10, { status: 429, responseHeaders: [['Retry-After', '10']] });
    const { lastWait, ...line } = lineOf([refused, cleanCall(2), cleanCall(20)]);
    const x = (seconds: number) => pixelsOf(line, WIDTH, START + seconds * 1_000);
    const slot = slotOf(line, WIDTH, START + 2_000);
    expect(lastWait).toEqual({ until: START + 10_080, free: [(slot + 1) * SLOT, Math.round(x(10.08))] });
    expect(lineOf([refused, pendingCall(2), cleanCall(20)]).lastWait?.free).toEqual([
      Math.round(x(10.08)),
      Math.round(x(10.08)),
    ]);
    expect(lineOf([cleanCall(0)]).lastWait).toBeUndefined();
  });
});
