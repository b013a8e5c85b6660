import { expect, it } from 'vitest';
import { judge } from '../../../lib/diagnosis/judge';
import { neighboursOf } from '../../../lib/rules/neighbours';
import { exchangeOf } from '../support/exchange-of';
import { historyOf } from '../support/history-of';
import { ruleCases } from '../support/rule-cases';

ruleCases('rate-limit-near', {
  fires: [
    {
      name: '81 of 100 requests',
      call: { status: 200 },
      neighbours: historyOf(81, 0),
      findings: [
        {
          message: 'requests',
          severity: 'warning',
          values: { count: 81, limit: 100, minutes: 1, percent: 81 },
          location: { type: 'call' },
        },
      ],
    },
    {
      name: '8,001 of 10,000 characters',
      call: { status: 200 },
      neighbours: historyOf(1, 8_001),
      findings: [{ message: 'characters', values: { count: 8_001, limit: 10_000, minutes: 1, percent: 80 } }],
    },
    {
      name: 'more than the default, though the server accepts it: over the limit is no less than near it',
      call: { status: 200 },
      neighbours: historyOf(1, 776_600),
      findings: [{ message: 'characters-allowed', severity: 'warning', values: { limit: 10_000 } }],
    },
    {
      name: 'as much, before the answer',
      call: {},
      neighbours: historyOf(101, 0),
      findings: [{ severity: 'warning' }],
    },
    { name: 'before the answer', call: {}, neighbours: historyOf(90, 0) },
    {
      name: 'a longer window that is fuller',
      call: { status: 200 },
      neighbours: {
        history: {
          within: (duration) => ({ requests: duration === 600_000 ? 450 : 10, inputCharacters: 0 }),
          wasExceeded: () => false,
          latestRefusal: undefined,
          latestWait: undefined,
        },
      },
      findings: [{ values: { count: 450, limit: 500, minutes: 10 } }],
    },
  ],
  silent: [
    { name: '80 of 100 requests', call: { status: 200 }, neighbours: historyOf(80, 8_000) },
    { name: 'a single call', call: { status: 200 }, neighbours: historyOf(1, 5) },
  ],
  notApplicable: [
    { name: 'no key', call: { headers: [] } },
    {
      name: 'another endpoint',
      call: { url: 'https://chat.infuzu.com/api/other' },
      neighbours: historyOf(99, 0),
    },
    { name: 'a call that was refused', call: { status: 429 }, neighbours: historyOf(99, 0) },
  ],
});

const START = Date.UTC(2026, 0, 1, 12, 0, 0);

/** The messages of the rule, with the windows that they name, by the number of the call. */
function warned(count: number, apart: number, statusOf: (i: number) => number = () => 200) {
  const calls = Array.from({ length: count }, (_, i) =>
    exchangeOf({ index: i, startedDateTime: START + i * apart, status: statusOf(i + 1) }),
  );
  const neighbours = neighboursOf(calls);
  return calls.flatMap((call, i) =>
    judge(call, neighbours(call))
      .diagnosis.findings.filter(({ rule }) => rule === 'rate-limit-near')
      .map(({ message, values: { minutes } }) => `${i + 1} ${message} ${minutes}`),
  );
}

it('warns of each default that the server lets a key go over at the first call, not at thousands', () => {
  const told = warned(2_000, 100);
  expect(told.filter((text) => text.includes('allowed'))).toEqual([
    '101 requests-allowed 1',
    '501 requests-allowed 10',
    '1501 requests-allowed 60',
  ]);
  expect(told).toHaveLength(20 + 3);
});

it('warns no more when a key that was let over a default comes near it again', () => {
  expect(warned(110, 500)).toContain('101 requests-allowed 1');
  expect(warned(110, 500).at(-1)).toBe('101 requests-allowed 1');
});

it('warns again when the call over the limit was refused', () => {
  const told = warned(103, 100, (i) => (i > 100 && i < 103 ? 429 : 200));
  expect(told.slice(-2)).toEqual(['100 requests 1', '103 requests-allowed 1']);
});
