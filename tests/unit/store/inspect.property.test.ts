import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { judge } from '../../../lib/diagnosis/judge';
import type { Exchange } from '../../../lib/exchange/exchange';
import { sameHistory } from '../../../lib/rules/histories';
import { createInspect, type Inspection } from '../../../lib/store/inspect';
import { type CallDescription, exchangeOf, FAKE_KEY, OTHER_FAKE_KEY } from '../support/exchange-of';

const START = Date.UTC(2026, 0, 1, 12, 0, 0);
const page = { origin: 'https://app.example.com', page: true } as const;
const json = ['Content-Type', 'application/json'] as const;
const keyed = (key: string): CallDescription => ({
  headers: [['Infuzu-API-Key', key], json],
  initiator: page,
});

/** Calls whose verdicts hang on each other: two keys, refusals of each, a redirect and its target, a preflight. */
const KINDS: readonly CallDescription[] = [
  { ...keyed(FAKE_KEY), status: 200 },
  { ...keyed(OTHER_FAKE_KEY), status: 200 },
  { ...keyed(FAKE_KEY), status: 429, responseHeaders: [['Retry-After', '20']] },
  { ...keyed(FAKE_KEY), status: 429, time: 9_000, responseHeaders: [['Retry-After', '2']] },
  { ...keyed(OTHER_FAKE_KEY), status: 429, time: 3_000 },
  { headers: [json], status: 401, initiator: page },
  {
    ...keyed(FAKE_KEY),
    url: 'http://chat.infuzu.com/api/llm-response',
    status: 301,
    redirectUrl: 'https://chat.infuzu.com/api/llm-response',
  },
  {
    method: 'OPTIONS',
    body: null,
    headers: [['Access-Control-Request-Method', 'POST']],
    initiator: page,
    status: 403,
  },
];

type Step =
  | { readonly type: 'append'; readonly kind: number; readonly after: number }
  | { readonly type: 'change'; readonly at: number; readonly kind: number }
  | { readonly type: 'remove'; readonly at: number };

const kind = fc.nat(KINDS.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('append' as const), kind, after: fc.nat(30_000) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('change' as const), at: fc.nat(), kind }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('remove' as const), at: fc.nat() }) },
);

let index = 0;

function after(list: readonly Exchange[], one: Step): Exchange[] {
  if (one.type === 'append') {
    const startedDateTime = (list.at(-1)?.startedDateTime ?? START) + one.after;
    return [...list, exchangeOf({ ...KINDS[one.kind], index: index++, startedDateTime })];
  }
  // The first is left: a list that begins later was shortened to stay within bounds.
  const place = list.length < 2 ? 0 : 1 + (one.at % (list.length - 1));
  if (one.type === 'remove') return list.filter((_, i) => i !== place || place === 0);
  return list.map((exchange, i) =>
    i === place
      ? {
          ...exchangeOf({ ...KINDS[one.kind], startedDateTime: exchange.startedDateTime }),
          id: exchange.id,
          callId: exchange.callId,
        }
      : exchange,
  );
}

/** Everything but the histories, which compare by what they answer. */
function withoutHistories({ exchanges, keyNumbers }: Inspection) {
  return {
    exchanges: exchanges.map(({ neighbours: { history: _, ...links }, ...rest }) => ({ links, ...rest })),
    keyNumbers: [...keyNumbers],
  };
}

test('what was inspected step by step is what a new inspection answers', () => {
  fc.assert(
    fc.property(fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 12 }), (rounds) => {
      const inspect = createInspect();
      let list: Exchange[] = [];
      for (const round of rounds) {
        list = round.reduce(after, list);
        const stepwise = inspect(list);
        const anew = createInspect()(list);
        expect(withoutHistories(stepwise)).toEqual(withoutHistories(anew));
        for (const [i, { neighbours }] of stepwise.exchanges.entries())
          expect(sameHistory(neighbours.history, anew.exchanges[i]?.neighbours.history)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

const calls = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    exchangeOf({ ...keyed(FAKE_KEY), index: index++, startedDateTime: START + i * 100, status: 200 }),
  );
const requestsOf = ({ exchanges }: Inspection) =>
  exchanges.map(({ neighbours }) => neighbours.history?.within(60_000).requests);

test('a call that is dropped takes nothing from the verdicts of those that are left', () => {
  const judgeOne = vi.fn(judge);
  const inspect = createInspect(judgeOne);
  const list = calls(6);
  const before = inspect(list.slice(0, 5));
  const now = inspect(list.slice(2));
  expect(now.exchanges.slice(0, 3)).toEqual(before.exchanges.slice(2));
  expect(now.exchanges[0]).toBe(before.exchanges[2]);
  expect(requestsOf(now)).toEqual([3, 4, 5, 4]);
  expect(judgeOne).toHaveBeenCalledTimes(6);
});

const letOver = ({ exchanges }: Inspection) =>
  exchanges
    .filter(({ diagnosis }) => diagnosis.findings.some(({ message }) => message === 'requests-allowed'))
    .map(({ exchange }) => exchange);

test('what the server let a key go over is remembered when calls are dropped', () => {
  const inspect = createInspect();
  const list = calls(140);
  inspect(list.slice(0, 110));
  expect(letOver(inspect(list.slice(20)))).toEqual([list[100]]);
});

test('a call over the limit that turns out to be refused was not let over it', () => {
  const inspect = createInspect();
  const list = calls(102);
  expect(letOver(inspect(list))).toEqual([list[100]]);
  const { startedDateTime, id, callId } = list[100] as Exchange;
  const refused = { ...exchangeOf({ ...keyed(FAKE_KEY), startedDateTime, status: 429 }), id, callId };
  expect(letOver(inspect(list.with(100, refused)))).toEqual([list[101]]);
});

test('a key keeps its number when the call is dropped that had it first', () => {
  const inspect = createInspect();
  const other = exchangeOf({ ...keyed(OTHER_FAKE_KEY), index: index++, startedDateTime: START, status: 200 });
  const list = calls(3);
  inspect([other, ...list.slice(0, 2)]);
  const { exchanges, keyNumbers } = inspect(list);
  expect(exchanges.map(({ keyNumber }) => keyNumber)).toEqual([2, 2, 2]);
  expect(keyNumbers.size).toBe(2);
});

test('a list that has nothing of the one before begins anew', () => {
  const inspect = createInspect();
  inspect(calls(4));
  expect(requestsOf(inspect([]))).toEqual([]);
  expect(requestsOf(inspect(calls(2)))).toEqual([1, 2]);
});
