import { describe, expect, it } from 'vitest';
import type { ListedEntry } from '../../../lib/join/har-order';
import { PlacedEntries } from '../../../lib/join/placed-entries';

const URL = 'https://chat.infuzu.com/api/llm-response';
const GET = { method: 'GET', url: URL };

type Listed = ListedEntry & { readonly body?: string };

const entry = (second: number, more: Partial<Listed> = {}): Listed => ({
  startedDateTime: `2026-01-01T00:00:0${second}.000Z`,
  time: 30,
  connection: '50001',
  request: { method: 'POST', url: URL },
  response: { status: 401 },
  ...more,
});

/** Entries with what was told of each, in order: body and place. */
function setUp(...entries: Listed[]) {
  return setUpIn(false, ...entries);
}

function setUpIn(isSorted: boolean, ...entries: Listed[]) {
  const placed = new PlacedEntries<string>(isSorted);
  const told: string[][] = entries.map(() => []);
  const takers = entries.map((one, i) =>
    placed.add(one, (content, order) =>
      told[i]?.push(
        `${content ?? 'none'} ${order ? `${order.index}/${order.count}${order.tied ? ` of ${order.tied} tied` : ''}` : '-'}`,
      ),
    ),
  );
  return {
    told,
    take: (i: number, content: string | undefined) => takers[i]?.take(content),
    place: (list: readonly Listed[]) => placed.place(list, ({ body }) => body),
    clear: () => placed.clear(),
  };
}

describe('the place of an entry', () => {
  it('counts per method and URL, without the fragment', () => {
    const fragment = entry(3, { request: { method: 'POST', url: `${URL}#part` } });
    const all = [entry(1), entry(2, { request: GET }), fragment, entry(4, { request: GET })];
    const { told, place } = setUp(...all);
    expect(place(all)).toBe(true);
    expect(told).toEqual([['known 0/2'], ['known 0/2'], ['known 1/2'], ['known 1/2']]);
  });

  it('is told once, and again when the count grows', () => {
    const { told, take, place } = setUp(entry(1), entry(2));
    take(0, 'a');
    place([entry(1), entry(2)]);
    place([entry(1), entry(2)]);
    expect(told[0]).toEqual(['a -', 'known 0/2']);
    place([entry(1), entry(2), entry(3)]);
    expect(told[0]).toEqual(['a -', 'known 0/2', 'known 0/3']);
  });

  it('says nothing of a call that is the only one', () => {
    const { told, place } = setUp(entry(1));
    expect(place([entry(1)])).toBe(true);
    expect(told).toEqual([[]]);
  });

  it('counts a call that a page got from its service worker once', () => {
    const half = entry(2, { response: { status: 401, _fetchedViaServiceWorker: true } });
    const all = [entry(1), half, entry(3)];
    const { told, place } = setUp(...all);
    expect(place(all)).toBe(true);
    expect(told).toEqual([['known 0/2'], [], ['known 1/2']]);
  });

  it('is asked for again when the list lacks an entry', () => {
    const { place, clear } = setUp(entry(1), entry(2));
    expect(place([entry(1)])).toBe(false);
    expect(place([])).toBe(false);
    clear();
    expect(place([])).toBe(true);
  });

  it('is asked for again while a body is late that the list does not bring', () => {
    const { take, place } = setUp(entry(1), entry(2));
    take(0, 'late');
    expect(place([entry(1), entry(2)])).toBe(false);
    expect(place([entry(1, { body: 'a' }), entry(2)])).toBe(false);
    expect(place([entry(1, { body: 'a' }), entry(2, { body: 'b' })])).toBe(true);
  });
});

describe('a body', () => {
  it('comes out of the list where it is late', () => {
    const { told, take, place } = setUp(entry(1), entry(2));
    take(0, 'late');
    place([entry(1, { body: 'a' }), entry(2)]);
    expect(told).toEqual([['late -', 'a 0/2'], ['known 1/2']]);
  });

  it('is not taken out of the list where it is known', () => {
    const { told, take, place } = setUp(entry(1), entry(2));
    take(0, 'a');
    place([entry(1, { body: 'b' }), entry(2)]);
    expect(told[0]).toEqual(['a -', 'known 0/2']);
  });

  it('stays when DevTools has none later', () => {
    const { told, take, place } = setUp(entry(1), entry(2));
    place([entry(1, { body: 'a' }), entry(2)]);
    take(0, undefined);
    expect(told[0]).toEqual(['a 0/2']);
  });

  it('that comes later brings the place along', () => {
    const { told, take, place } = setUp(entry(1), entry(2));
    place([entry(1), entry(2)]);
    take(1, 'b');
    expect(told[1]).toEqual(['known 1/2', 'b 1/2']);
  });
});

describe('entries that are alike', () => {
  it('get no place, whatever bodies the list brings, and those around them the right one', () => {
    const all = [entry(1), entry(2, { body: 'x' }), entry(2, { body: 'y' }), entry(3)];
    const { told, take, place } = setUp(...all);
    take(1, 'x');
    expect(place(all)).toBe(true);
    expect(told).toEqual([['known 0/4'], ['x -'], [], ['known 3/4']]);
  });

  it('lose a place that was given to one of them while it was thought to be the only one', () => {
    const placed = new PlacedEntries<string>(false);
    const told: string[] = [];
    placed.add(entry(2), (content, order) => told.push(`${content} ${order?.index}`)).take('mine');
    placed.place([entry(1), entry(2)], () => undefined);
    placed.add(entry(2), () => undefined);
    placed.place([entry(1), entry(2), entry(2)], () => undefined);
    expect(told).toEqual(['mine undefined', 'known 1', 'known undefined']);
  });

  it('are told apart by the headers of their answers, whatever the order of the list', () => {
    const answered = (id: string, more: Partial<Listed> = {}) =>
      entry(2, { response: { status: 401, headers: [{ name: 'x-request-id', value: id }] }, ...more });
    const { told, place } = setUp(answered('a'), answered('b'));
    expect(place([answered('b', { body: 'of b' }), answered('a', { body: 'of a' })])).toBe(true);
    expect(told).toEqual([['of a 1/2'], ['of b 0/2']]);
  });

  it('have no place while the list does not have all of them', () => {
    const { told, place } = setUp(entry(2), entry(2));
    expect(place([entry(2, { body: 'first' })])).toBe(false);
    expect(told).toEqual([[], []]);
  });

  it('lose their place when the list knows more of one of them, and the place was the other’s', () => {
    const { told, place } = setUp(entry(2, { time: 0 }));
    place([entry(1), entry(2, { time: 90 }), entry(2, { time: 0 })]);
    place([entry(1), entry(2, { time: 90 }), entry(2, { time: 95 })]);
    expect(told).toEqual([['known 2/3', 'known -']]);
  });
});

describe('a list that the browser sorted', () => {
  const ofTime = (second: number, time: number) => entry(second, { time });

  it('is ordered by the starts, whichever column it was sorted by', () => {
    const { told, place } = setUpIn(true, ofTime(1, 10), ofTime(2, 20), ofTime(3, 30));
    place([ofTime(3, 30), ofTime(1, 10), ofTime(2, 20)]);
    expect(told).toEqual([['known 0/3'], ['known 1/3'], ['known 2/3']]);
  });

  it('says which of its entries it does not order', () => {
    const { told, place } = setUpIn(true, ofTime(1, 10), ofTime(2, 20), ofTime(2, 30));
    place([ofTime(1, 10), ofTime(2, 30), ofTime(2, 20)]);
    expect(told).toEqual([['known 0/3'], ['known 2/3 of 2 tied'], ['known 1/3 of 2 tied']]);
  });

  it('that was not sorted keeps its order, whatever the starts', () => {
    const { told, place } = setUpIn(false, ofTime(1, 10), ofTime(2, 20), ofTime(2, 30));
    place([ofTime(2, 30), ofTime(1, 10), ofTime(2, 20)]);
    expect(told).toEqual([['known 1/3'], ['known 2/3'], ['known 0/3']]);
  });
});
