import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
import type { EntryOrder } from '../../../lib/exchange/observation';
import { reduceExchange } from '../../../lib/exchange/reduce-exchange';
import { joinEntries } from '../../../lib/join/join-entries';
import { OTHER_FAKE_KEY } from '../support/exchange-of';
import { harOf, observationOf, START } from '../support/web-request-of';

interface Seen {
  readonly id: string;
  readonly at?: number;
  readonly status?: number;
  readonly mark?: string;
  readonly tabId?: number;
  /** Milliseconds. */
  readonly time?: number;
}

/** An ended exchange as webRequest tells it; `mark` makes its response headers its own. */
function seen({ id, at = 0, status = 401, mark = 'same', tabId = 5, time = 80 }: Seen): Exchange {
  const common = { requestId: id, tabId };
  const responseHeaders = [{ name: 'x-request-id', value: mark }];
  const begun = reduceExchange(
    undefined,
    observationOf('onBeforeRequest', { ...common, timeStamp: START + at }),
  );
  const sent = reduceExchange(begun, observationOf('onSendHeaders', { ...common, timeStamp: START + at }));
  return reduceExchange(
    sent,
    observationOf('onCompleted', {
      ...common,
      timeStamp: START + at + time,
      statusCode: status,
      responseHeaders,
    }),
  );
}

const entry = (
  id: string,
  { at = 0, status = 401, mark = 'same', ...more }: Omit<Seen, 'id'> & { order?: Partial<EntryOrder> } = {},
) =>
  harOf(id, {
    status,
    responseHeaders: [['x-request-id', mark]],
    startedDateTime: START + at - 5,
    ...more,
  });

const pairs = (result: ReturnType<typeof joinEntries>) =>
  result.joined
    .map(({ exchange, entry: { entryId }, reason }) => `${exchange.callId}=${entryId} ${reason}`)
    .sort();

describe('a record that starts in its middle', () => {
  const middle = (id: string, at: number, mark: string): Exchange => ({
    ...seen({ id, at, mark }),
    partial: true,
  });

  it('is joined to the entry of the whole call, however early that began', () => {
    const entries = [entry('a', { at: 0, mark: 'A', time: 9_000 })];
    expect(pairs(joinEntries([middle('x', 8_000, 'A')], entries))).toEqual(['x=a response-headers']);
    expect(pairs(joinEntries([middle('x', 8_000, 'other')], entries))).toEqual(['x=a only-candidate']);
  });

  it('is joined by the headers of its answer also where webRequest told that late', () => {
    const late = [entry('a', { at: 0, mark: 'A', time: 1_000 })];
    expect(pairs(joinEntries([middle('x', 6_000, 'A')], late))).toEqual(['x=a response-headers']);
    expect(pairs(joinEntries([middle('x', 6_000, 'other')], late))).toEqual([]);
    expect(pairs(joinEntries([middle('x', 14_000, 'A')], late))).toEqual([]);
    expect(pairs(joinEntries([seen({ id: 'x', at: 6_000, mark: 'A' })], late))).toEqual([]);
  });

  it('is joined also while its answer is not told', () => {
    const sent = reduceExchange(
      undefined,
      observationOf('onSendHeaders', { requestId: 'x', timeStamp: START + 8_000 }),
    );
    expect(pairs(joinEntries([sent], [entry('a', { at: 0, time: 9_000 })]))).toEqual(['x=a only-candidate']);
  });

  it('is not joined to a call that was over, nor to one that began later', () => {
    const over = entry('a', { at: 0, time: 3_000, mark: 'other' });
    for (const entryOfAnother of [over, entry('a', { at: 11_000 })]) {
      const result = joinEntries([middle('x', 8_000, 'same')], [entryOfAnother]);
      expect([result.joined.length, result.alone.length, result.unseen.length]).toEqual([0, 1, 1]);
    }
  });
});

describe('calls of one millisecond that the list does not order', () => {
  const tied = (index: number, more: Omit<Seen, 'id'> = {}) =>
    entry(String(index), { at: 3, order: { index, count: 3, tied: 2 }, ...more });
  const first = entry('0', { at: 0, order: { index: 0, count: 3 } });
  const exchanges = [
    seen({ id: '10', at: 0 }),
    seen({ id: '11', at: 3, time: 400 }),
    seen({ id: '12', at: 3, time: 200 }),
  ];

  it('keep the order of the list where their ends confirm it', () => {
    const result = joinEntries(exchanges, [first, tied(1, { time: 350 }), tied(2, { time: 150 })]);
    expect(pairs(result)).toEqual(['10=0 rank', '11=1 rank', '12=2 rank']);
  });

  it.each([
    ['contradict it', [150, 350]],
    ['are one', [200, 200]],
  ])('stay ambiguous where their ends %s', (_, [one, other]) => {
    const result = joinEntries(exchanges, [
      first,
      tied(1, { time: one ?? 0 }),
      tied(2, { time: other ?? 0 }),
    ]);
    expect(pairs(result)).toEqual(['10=0 rank']);
    expect(result.ambiguous.map(({ callId }) => callId)).toEqual(['11', '12']);
  });

  it('are told by one of them that is proven to stand where the list has it', () => {
    const [ten, eleven] = exchanges;
    const proven = seen({ id: '12', at: 3, mark: 'own' });
    if (!ten || !eleven) throw new Error('There are three');
    const result = joinEntries([ten, eleven, proven], [first, tied(1), tied(2, { mark: 'own' })]);
    expect(pairs(result)).toEqual(['10=0 rank', '11=1 rank', '12=2 response-headers']);
  });

  it('say nothing against the order of the others when they contradict it', () => {
    const refused = seen({ id: '11', at: 3, status: 403 });
    const [ten, , twelve] = exchanges;
    if (!ten || !twelve) throw new Error('There are three');
    const result = joinEntries([ten, refused, twelve], [first, tied(1), tied(2, { status: 403 })]);
    expect(pairs(result)).toEqual(['10=0 rank']);
  });

  it('stay ambiguous until all of them are told', () => {
    const result = joinEntries(exchanges, [first, tied(1, { time: 350 })]);
    expect(pairs(result)).toEqual(['10=0 rank']);
  });
});

describe('an answer that is the only one of its kind', () => {
  it('is joined by its response headers, whatever the order', () => {
    const exchanges = [seen({ id: 'a', mark: 'A' }), seen({ id: 'b', mark: 'B' })];
    const entries = [entry('2', { mark: 'B' }), entry('1', { mark: 'A' })];
    expect(pairs(joinEntries(exchanges, entries))).toEqual(['a=1 response-headers', 'b=2 response-headers']);
  });

  it('is joined as the only candidate when one stream lacks the headers', () => {
    const result = joinEntries([seen({ id: 'a', mark: 'x' })], [entry('1', { mark: 'y' })]);
    expect(pairs(result)).toEqual(['a=1 only-candidate']);
  });
});

describe('answers that are alike', () => {
  const exchanges = [seen({ id: 'a', at: 0 }), seen({ id: 'b', at: 1 }), seen({ id: 'c', at: 2 })];

  it('are ambiguous without a rank, and no body is given away', () => {
    const result = joinEntries(exchanges, [entry('1'), entry('2'), entry('3')]);
    expect(result.joined).toEqual([]);
    expect(result.ambiguous.map(({ callId }) => callId)).toEqual(['a', 'b', 'c']);
    expect(result.unseen).toEqual([]);
  });

  it('are joined by rank when the counts are equal', () => {
    const entries = [2, 0, 1].map((index) => entry(String(index), { order: { index, count: 3 } }));
    expect(pairs(joinEntries(exchanges, entries))).toEqual(['a=0 rank', 'b=1 rank', 'c=2 rank']);
  });

  it('stay ambiguous when the counts differ', () => {
    const entries = [0, 1].map((index) => entry(String(index), { order: { index, count: 2 } }));
    const result = joinEntries(exchanges, entries);
    expect(result.joined).toEqual([]);
    expect(result.ambiguous).toHaveLength(3);
  });

  it('are joined by rank after the list was cleared, which getHAR() does not know', () => {
    const entries = [0, 1, 2].map((place) =>
      entry(String(place), { order: { index: 7 + place, count: 10 } }),
    );
    expect(pairs(joinEntries(exchanges, entries))).toEqual(['a=0 rank', 'b=1 rank', 'c=2 rank']);
  });

  it('keep their bodies while one that began after the list was asked for still waits', () => {
    const late = seen({ id: 'd', at: 900 });
    const entries = [0, 1, 2].map((index) =>
      entry(String(index), { order: { index, count: 3, asked: START + 800 } }),
    );
    expect(pairs(joinEntries([...exchanges, late], entries))).toEqual(['a=0 rank', 'b=1 rank', 'c=2 rank']);
    const early = seen({ id: 'd', at: 700 });
    expect(joinEntries([...exchanges, early], entries).joined).toEqual([]);
  });

  it('are joined in each document by its own list, which begins anew with it', () => {
    const SECOND = 60_000;
    const again = [0, 1, 2].map((n) => seen({ id: `a${n}`, at: SECOND + n }));
    const first = [0, 1, 2].map((index) => entry(`${index}`, { order: { index, count: 3 } }));
    const second = [0, 1, 2].map((index) =>
      entry(`s${index}`, { at: SECOND, order: { index, count: 3, since: START + SECOND + 50 } }),
    );
    const all = ['a0=s0 rank', 'a1=s1 rank', 'a2=s2 rank', 'a=0 rank', 'b=1 rank', 'c=2 rank'];
    expect(pairs(joinEntries([...exchanges, ...again], [...first, ...second]))).toEqual(all);
    // DevTools that preserve their log count what was before.
    const preserved = [0, 1, 2].map((index) =>
      entry(`s${index}`, {
        at: SECOND,
        order: { index: index + 3, count: 6, since: START + SECOND + 50 },
      }),
    );
    expect(pairs(joinEntries([...exchanges, ...again], [...first, ...preserved]))).toEqual(all);
  });

  it('keep the order of their requests when they start within one millisecond', () => {
    const together = ['31', '9', '10'].map((id) => seen({ id }));
    const entries = [0, 1, 2].map((index) => entry(String(index), { order: { index, count: 3 } }));
    expect(pairs(joinEntries(together, entries))).toEqual(['10=1 rank', '31=2 rank', '9=0 rank']);
  });

  it('are not joined by a rank that contradicts itself in one place', () => {
    const mixed = [
      seen({ id: 'a', at: 0 }),
      seen({ id: 'b', at: 1, status: 401 }),
      seen({ id: 'c', at: 2, status: 200 }),
    ];
    const entries = [401, 200, 401].map((status, index) =>
      entry(String(index), { status, order: { index, count: 3 } }),
    );
    expect(pairs(joinEntries(mixed, entries))).toEqual([]);
  });

  it('are joined by their request bodies, in whatever order they are told', () => {
    const called = (id: string, at: number, body: string) =>
      reduceExchange(
        seen({ id, at }),
        observationOf('onBeforeRequest', {
          requestId: id,
          timeStamp: START + at,
          requestBody: { raw: [{ bytes: new TextEncoder().encode(body).buffer }] },
        }),
      );
    const withBody = (id: string, at: number, body: string) => {
      const told = entry(id, { at });
      const { exchange } = harOf(id, { body });
      return { ...told, exchange: { ...told.exchange, request: exchange.request } };
    };
    const [long, short] = ['{"messages":[],"stream":true}', '{"messages":[]}'] as const;
    const two = [called('a', 0, long), called('b', 1, short)];
    const told = [withBody('2', 0, short), withBody('1', 1, long)];
    expect(pairs(joinEntries(two, told))).toEqual(['a=1 request-body', 'b=2 request-body']);
    // Where one body is not known it could be any.
    const blind = reduceExchange(
      undefined,
      observationOf('onSendHeaders', { requestId: 'c', timeStamp: START }),
    );
    expect(pairs(joinEntries([...two, blind], told))).toEqual([]);
    const same = [called('a', 0, short), called('b', 1, short)];
    expect(pairs(joinEntries(same, [withBody('1', 0, short), withBody('2', 1, short)]))).toEqual([]);
  });

  it('are joined by their start when each is far from all others', () => {
    const result = joinEntries(
      [seen({ id: 'a', at: 0 }), seen({ id: 'b', at: 600 })],
      [entry('2', { at: 601 }), entry('1', { at: 32 })],
    );
    expect(pairs(result)).toEqual(['a=1 nearest-start', 'b=2 nearest-start']);
  });

  it('are ambiguous when one is near to two, though one of these is nearer', () => {
    const result = joinEntries(
      [seen({ id: 'a', at: 0 }), seen({ id: 'b', at: 100 })],
      [entry('2', { at: 101 }), entry('1', { at: 2 })],
    );
    expect(result.joined).toEqual([]);
    expect(result.ambiguous).toHaveLength(2);
  });

  // A quarter of a second on an idle machine; the square took minutes.
  it('take a time that grows with their number, not with its square', { timeout: 60_000 }, () => {
    const call = seen({ id: '0' });
    const told = entry('0');
    const many = Array.from({ length: 20_000 }, (_, i) => ({
      ...call,
      id: `${i}.0`,
      startedDateTime: START + i,
    }));
    const entries = many.map(({ startedDateTime }, i) => ({
      ...told,
      entryId: String(i),
      exchange: { ...told.exchange, startedDateTime },
    }));
    expect(joinEntries(many, entries).ambiguous).toHaveLength(20_000);
  });
});

describe('an entry of a call that webRequest did not see, and a later call that is the only one it could be of', () => {
  const unseen = entry('1', { at: 0, mark: 'A' });
  const later = { tabId: 5, requestId: 'b', timeStamp: START + 1_000 };
  const pending = reduceExchange(undefined, observationOf('onBeforeRequest', later));

  it('are two calls while the later one is not answered', () => {
    const failed = reduceExchange(pending, observationOf('onErrorOccurred', later));
    for (const exchange of [pending, failed]) {
      const result = joinEntries([exchange], [unseen]);
      expect([result.joined, result.unseen, result.alone]).toEqual([[], [unseen], [exchange]]);
    }
  });

  it('are not joined when it is answered otherwise, and nobody is sure', () => {
    const result = joinEntries([seen({ id: 'b', at: 1_000, mark: 'B' })], [unseen]);
    expect([result.joined.length, result.ambiguous.length, result.unseen.length]).toEqual([0, 1, 0]);
  });

  it('are one call when the background was stopped under way, and the entry spans its start', () => {
    const long = entry('1', { at: 0, mark: 'A', time: 1_500 });
    const resumed = new Set([pending.id]);
    expect(pairs(joinEntries([pending], [long], resumed))).toEqual(['b=1 only-candidate']);
    expect(joinEntries([pending], [long]).unseen).toEqual([long]);
    expect(joinEntries([pending], [unseen], resumed).unseen).toEqual([unseen]);
  });

  it('are one call when it began with the entry', () => {
    const beside = reduceExchange(
      undefined,
      observationOf('onBeforeRequest', { ...later, timeStamp: START + 60 }),
    );
    expect(pairs(joinEntries([beside], [unseen]))).toEqual(['b=1 only-candidate']);
  });
});

describe('an entry that no exchange fits', () => {
  it.each([
    ['of another tab', entry('1', { tabId: 6 })],
    ['of another time', entry('1', { at: 60_000 })],
    ['of another status', entry('1', { status: 200 })],
    ['with another key', harOf('1', { status: 401, headers: [['Infuzu-API-Key', OTHER_FAKE_KEY]] })],
  ])('%s is a call that webRequest did not see', (_, har) => {
    const result = joinEntries([seen({ id: 'a' })], [har]);
    expect(result.unseen).toEqual([har]);
    expect(result.alone).toHaveLength(1);
  });

  it('of a worker without a tab is joined all the same', () => {
    const result = joinEntries([seen({ id: 'a', tabId: -1, mark: 'W' })], [entry('1', { mark: 'W' })]);
    expect(pairs(result)).toEqual(['a=1 response-headers']);
  });
});

describe('equal calls of several tabs', () => {
  it('are joined by their rank in their own tab', () => {
    const exchanges = [
      seen({ id: '1', at: 0 }),
      seen({ id: '2', at: 1, tabId: 6 }),
      seen({ id: '3', at: 2 }),
      seen({ id: '4', at: 3, tabId: 6 }),
    ];
    const entries = [
      entry('a', { at: 0, order: { index: 0, count: 2 } }),
      entry('b', { at: 2, order: { index: 1, count: 2 } }),
    ];
    expect(pairs(joinEntries(exchanges, entries))).toEqual(['1=a rank', '3=b rank']);
    const others = [
      entry('c', { at: 1, tabId: 6, order: { index: 0, count: 2 } }),
      entry('d', { at: 3, tabId: 6, order: { index: 1, count: 2 } }),
    ];
    expect(pairs(joinEntries(exchanges, [...entries, ...others]))).toEqual([
      '1=a rank',
      '2=c rank',
      '3=b rank',
      '4=d rank',
    ]);
  });
});

describe('equal calls of which webRequest lost something', () => {
  /** Begun, and nothing more is known. */
  const begun = (id: string, at: number) =>
    reduceExchange(undefined, observationOf('onBeforeRequest', { requestId: id, timeStamp: START + at }));
  const order = (index: number, count = 5) => ({ order: { index, count } });
  const entries = [
    entry('a', { at: 0, mark: 'A', ...order(0) }),
    entry('b', { at: 1, mark: 'B', ...order(1) }),
    entry('c', { at: 2, mark: 'C', ...order(2) }),
    entry('d', { at: 3, mark: 'D', ...order(3) }),
    entry('e', { at: 4, mark: 'E', ...order(4) }),
  ];
  const first = seen({ id: '1', at: 0, mark: 'A' });
  const last = seen({ id: '5', at: 4, mark: 'E' });

  it('an end: is fitted between two calls that are proven', () => {
    // The sixth is so new that DevTools have not told it: the counts of the whole differ.
    const exchanges = [
      first,
      begun('2', 1),
      seen({ id: '3', at: 2, mark: 'C' }),
      begun('4', 3),
      last,
      begun('6', 9),
    ];
    expect(pairs(joinEntries(exchanges, entries))).toEqual([
      '1=a response-headers',
      '2=b rank',
      '3=c response-headers',
      '4=d rank',
      '5=e response-headers',
    ]);
  });

  it('a whole call: the entries stand for themselves, and the rest of webRequest’s word goes', () => {
    const result = joinEntries([first, begun('2', 1), last], entries);
    expect(pairs(result)).toEqual(['1=a response-headers', '5=e response-headers']);
    expect(result.unseen.map(({ entryId }) => entryId)).toEqual(['b', 'c', 'd']);
    expect(result.superseded.map(({ callId }) => callId)).toEqual(['2']);
    expect([...result.ambiguous, ...result.alone]).toEqual([]);
  });

  it('is fitted only where DevTools told every call between the two', () => {
    const told = entries.filter(({ entryId }) => entryId !== 'c');
    const result = joinEntries([first, begun('2', 1), begun('4', 3), last, begun('6', 9)], told);
    expect(pairs(result)).toEqual(['1=a response-headers', '5=e response-headers']);
    expect(result.superseded).toEqual([]);
  });

  it('is not fitted against an order that proven calls contradict', () => {
    const turned = [seen({ id: '1', at: 4, mark: 'A' }), begun('2', 1), seen({ id: '5', at: 0, mark: 'E' })];
    const result = joinEntries(turned, entries);
    expect(pairs(result)).toEqual(['1=a response-headers', '5=e response-headers']);
    expect(result.superseded).toEqual([]);
  });
});
