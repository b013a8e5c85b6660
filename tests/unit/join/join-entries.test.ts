import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../lib/exchange/exchange';
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
}

/** An ended exchange as webRequest tells it; `mark` makes its response headers its own. */
function seen({ id, at = 0, status = 401, mark = 'same', tabId = 5 }: Seen): Exchange {
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
      timeStamp: START + at + 80,
      statusCode: status,
      responseHeaders,
    }),
  );
}

const entry = (
  id: string,
  {
    at = 0,
    status = 401,
    mark = 'same',
    ...more
  }: Omit<Seen, 'id'> & { order?: { index: number; count: number } } = {},
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

describe('an answer that is the only one of its kind', () => {
  it('is joined by its response headers, whatever the order', () => {
    const exchanges = [seen({ id: 'a', mark: 'A' }), seen({ id: 'b', mark: 'B' })];
    const entries = [entry('2', { mark: 'B' }), entry('1', { mark: 'A' })];
    expect(pairs(joinEntries(exchanges, entries, 'rank'))).toEqual([
      'a=1 response-headers',
      'b=2 response-headers',
    ]);
  });

  it('is joined as the only candidate when one stream lacks the headers', () => {
    const result = joinEntries([seen({ id: 'a', mark: 'x' })], [entry('1', { mark: 'y' })], 'rank');
    expect(pairs(result)).toEqual(['a=1 only-candidate']);
  });
});

describe('answers that are alike', () => {
  const exchanges = [seen({ id: 'a', at: 0 }), seen({ id: 'b', at: 1 }), seen({ id: 'c', at: 2 })];

  it('are ambiguous without a rank, and no body is given away', () => {
    const result = joinEntries(exchanges, [entry('1'), entry('2'), entry('3')], 'rank');
    expect(result.joined).toEqual([]);
    expect(result.ambiguous.map(({ callId }) => callId)).toEqual(['a', 'b', 'c']);
    expect(result.unseen).toEqual([]);
  });

  it('are joined by rank when the counts are equal', () => {
    const entries = [2, 0, 1].map((index) => entry(String(index), { order: { index, count: 3 } }));
    expect(pairs(joinEntries(exchanges, entries, 'rank'))).toEqual(['a=0 rank', 'b=1 rank', 'c=2 rank']);
  });

  it('stay ambiguous when the counts differ', () => {
    const entries = [0, 1].map((index) => entry(String(index), { order: { index, count: 2 } }));
    const result = joinEntries(exchanges, entries, 'rank');
    expect(result.joined).toEqual([]);
    expect(result.ambiguous).toHaveLength(3);
  });

  it('never pair two different statuses, also by rank', () => {
    const mixed = [seen({ id: 'a', at: 0, status: 200 }), seen({ id: 'b', at: 1, status: 401 })];
    const entries = [
      entry('1', { status: 401, order: { index: 0, count: 2 } }),
      entry('2', { status: 200, order: { index: 1, count: 2 } }),
    ];
    const joined = joinEntries(mixed, entries, 'rank').joined;
    for (const { exchange, entry: har } of joined) {
      expect(exchange.response).toMatchObject({
        value: {
          status: har.exchange.response.status === 'present' ? har.exchange.response.value.status : 0,
        },
      });
    }
  });

  it('are joined by the nearest start in Firefox', () => {
    const result = joinEntries(
      [seen({ id: 'a', at: 0 }), seen({ id: 'b', at: 100 })],
      [entry('2', { at: 101 }), entry('1', { at: 2 })],
      'nearest-start',
    );
    expect(pairs(result)).toEqual(['a=1 nearest-start', 'b=2 nearest-start']);
  });
});

describe('an entry that no exchange fits', () => {
  it.each([
    ['of another tab', entry('1', { tabId: 6 })],
    ['of another time', entry('1', { at: 60_000 })],
    ['of another status', entry('1', { status: 200 })],
    ['with another key', harOf('1', { status: 401, headers: [['Infuzu-API-Key', OTHER_FAKE_KEY]] })],
  ])('%s is a call that webRequest did not see', (_, har) => {
    const result = joinEntries([seen({ id: 'a' })], [har], 'rank');
    expect(result.unseen).toEqual([har]);
    expect(result.alone).toHaveLength(1);
  });

  it('of a worker without a tab is joined all the same', () => {
    const result = joinEntries(
      [seen({ id: 'a', tabId: -1, mark: 'W' })],
      [entry('1', { mark: 'W' })],
      'rank',
    );
    expect(pairs(result)).toEqual(['a=1 response-headers']);
  });
});
