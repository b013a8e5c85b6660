import { exchangeOf } from '../support/exchange-of';
import { historyOf } from '../support/history-of';
import { ruleCases } from '../support/rule-cases';

const START = Date.UTC(2026, 0, 1, 12, 0, 0);
const refusal = (retryAfter: string) =>
  exchangeOf({
    startedDateTime: START,
    time: 1_000,
    status: 429,
    responseHeaders: [
      ['Date', 'Thu, 01 Jan 2026 12:00:01 GMT'],
      ['Retry-After', retryAfter],
    ],
  });
const after = (seconds: number) => ({ startedDateTime: START + seconds * 1_000 });
const refused = (retryAfter: string) => historyOf(2, 10, refusal(retryAfter));

ruleCases('retry-too-soon', {
  fires: [
    {
      name: '28 s too soon',
      call: after(3),
      neighbours: refused('30'),
      findings: [
        {
          message: 'too-soon',
          severity: 'warning',
          values: { count: 28, until: { at: START + 31_000 } },
          location: { type: 'call' },
        },
      ],
    },
    { name: 'before a date', call: after(3), neighbours: refused('Thu, 01 Jan 2026 12:00:31 GMT') },
    {
      name: 'a call to another endpoint',
      call: { ...after(3), url: 'https://chat.infuzu.com/api/other' },
      neighbours: refused('30'),
    },
  ],
  silent: [
    { name: 'just in time', call: after(31), neighbours: refused('30') },
    { name: 'later', call: after(90), neighbours: refused('30') },
    { name: 'no time to wait', call: after(1), neighbours: refused('0') },
  ],
  notApplicable: [
    { name: 'no refusal', call: after(3), neighbours: historyOf(2, 10) },
    { name: 'a refusal without a time', call: after(3), neighbours: refused('') },
    { name: 'no key', call: { headers: [] } },
  ],
});
