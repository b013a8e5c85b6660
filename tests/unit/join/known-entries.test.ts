import { describe, expect, it } from 'vitest';
import type { ListedEntry } from '../../../lib/join/har-order';
import { KnownEntries } from '../../../lib/join/known-entries';

const entry = (second: number, more: Partial<ListedEntry> = {}): ListedEntry => ({
  startedDateTime: `2026-01-01T00:00:0${second}.000Z`,
  time: 30,
  connection: '50001',
  request: { method: 'POST', url: 'https://chat.infuzu.com/api/llm-response' },
  response: { status: 401 },
  ...more,
});

const numbers = (listed: readonly (readonly [unknown, number])[]) => listed.map(([, number]) => number);

describe('an entry that is told and listed', () => {
  it('is listed once, however often the list is asked for', () => {
    const known = new KnownEntries();
    const list = [entry(1), entry(2)];
    expect(known.list(list)).toEqual([
      [list[0], 1],
      [list[1], 2],
    ]);
    expect(known.list([entry(1), entry(2)])).toEqual([]);
  });

  it('is not listed when it was told', () => {
    const known = new KnownEntries();
    expect(known.tell(entry(1))).toBe(1);
    expect(numbers(known.list([entry(1), entry(2)]))).toEqual([2]);
  });

  it('keeps its number when it ends after it was listed, with or without a longer time', () => {
    const known = new KnownEntries();
    known.list([entry(1), entry(2)]);
    expect(known.tell(entry(2, { time: 90 }))).toBe(2);
    expect(known.tell(entry(1))).toBe(1);
    expect(known.list([entry(1), entry(2, { time: 90 })])).toEqual([]);
  });

  it('keeps its number when more of it has come', () => {
    const known = new KnownEntries();
    known.list([entry(1)]);
    expect(numbers(known.list([entry(1, { time: 60 })]))).toEqual([1]);
    expect(known.list([entry(1, { time: 60 })])).toEqual([]);
  });
});

describe('entries that are alike', () => {
  it('are as many as are told', () => {
    const known = new KnownEntries();
    expect([entry(1), entry(1)].map((one) => known.tell(one))).toEqual([1, 2]);
    expect(numbers(known.list([entry(1), entry(1), entry(1)]))).toEqual([3]);
  });

  it('are as many as are listed', () => {
    const known = new KnownEntries();
    expect(numbers(known.list([entry(1), entry(1)]))).toEqual([1, 2]);
    expect([entry(1), entry(1), entry(1)].map((one) => known.tell(one))).toEqual([1, 2, 3]);
  });

  it('of one start do not change their numbers when the list has both, one of them as it was told', () => {
    const known = new KnownEntries();
    known.tell(entry(1, { connection: '50002' }));
    expect(numbers(known.list([entry(1), entry(1, { connection: '50002' })]))).toEqual([2]);
    expect(numbers(known.list([entry(1, { time: 60 }), entry(1, { connection: '50002' })]))).toEqual([2]);
  });
});
