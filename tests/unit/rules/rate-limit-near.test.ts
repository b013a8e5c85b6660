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
