import { describe, expect, it } from 'vitest';
import { identityOf, type ListedEntry, SeenEntries } from '../../../lib/join/har-order';

const URL = 'https://chat.infuzu.com/api/llm-response';

const entry = (second: number, more: Partial<ListedEntry> = {}): ListedEntry => ({
  startedDateTime: `2026-01-01T00:00:0${second}.000Z`,
  time: 30,
  connection: '50001',
  request: { method: 'POST', url: URL },
  response: { status: 401 },
  ...more,
});

describe('entries that come two ways', () => {
  it('are new once, whichever way comes first', () => {
    const seen = new SeenEntries();
    expect(seen.add(entry(1), 'list')).toBe(true);
    expect(seen.add(entry(1), 'listener')).toBe(false);
    expect(seen.add(entry(2), 'listener')).toBe(true);
    expect(seen.add(entry(2), 'list')).toBe(false);
  });

  it('are two when one way tells two that are alike', () => {
    const seen = new SeenEntries();
    expect([entry(1), entry(1)].map((one) => seen.add(one, 'listener'))).toEqual([true, true]);
    expect([entry(1), entry(1), entry(1)].map((one) => seen.add(one, 'list'))).toEqual([false, false, true]);
  });

  it('are new again after a navigation', () => {
    const seen = new SeenEntries();
    seen.add(entry(1), 'list');
    seen.clear();
    expect(seen.add(entry(1), 'listener')).toBe(true);
  });

  it.each([
    ['the start', entry(2)],
    ['the time', entry(1, { time: 31 })],
    ['the connection', entry(1, { connection: '50002' })],
    ['the status', entry(1, { response: { status: 200 } })],
    ['the method', entry(1, { request: { method: 'GET', url: URL } })],
  ])('are told apart by %s', (_, other) => {
    expect(identityOf(other)).not.toBe(identityOf(entry(1)));
  });
});
