import type { CallDescription } from '../support/exchange-of';
import { historyOf } from '../support/history-of';
import { ruleCases } from '../support/rule-cases';

const START = Date.UTC(2026, 0, 1, 12, 0, 0);
const ANSWERED = START + 80;
const refused = (...responseHeaders: [string, string][]): CallDescription => ({
  startedDateTime: START,
  status: 429,
  responseHeaders,
});
const waits = (name: string, header: string, seconds: number, ...headers: [string, string][]) => ({
  name,
  call: refused(...headers),
  findings: [
    {
      message: 'until',
      values: { seconds, until: { at: ANSWERED + seconds * 1_000 } },
      location: { type: 'response' as const, header },
    },
  ],
});

ruleCases('rate-limit-exceeded', {
  fires: [
    {
      name: 'without a time',
      call: refused(),
      findings: [
        {
          message: 'no-time',
          location: { type: 'response' },
          predicts: { status: 429, code: 'rate_limit_exceeded' },
        },
      ],
    },
    waits('seconds', 'Retry-After', 30, ['Retry-After', '30']),
    waits(
      'a date, by the server’s clock',
      'Retry-After',
      30,
      ['Date', 'Thu, 01 Jan 2026 11:00:00 GMT'],
      ['Retry-After', 'Thu, 01 Jan 2026 11:00:30 GMT'],
    ),
    waits('RateLimit-Reset', 'RateLimit-Reset', 12, ['RateLimit-Reset', '12']),
    waits('RateLimit with t', 'RateLimit', 13, ['RateLimit', '"default";r=0;t=13']),
    waits('RateLimit of two limits', 'RateLimit', 1_800, [
      'RateLimit',
      '"minute, all";r=40;t=5, "hour";r=0;t=1800',
    ]),
    waits('RateLimit with reset', 'RateLimit', 14, ['RateLimit', 'limit=100, remaining=0, reset=14']),
    waits('X-RateLimit-Reset in seconds', 'X-RateLimit-Reset', 15, ['X-RateLimit-Reset', '15']),
    waits(
      'X-RateLimit-Reset as a time',
      'X-RateLimit-Reset',
      60,
      ['Date', 'Thu, 01 Jan 2026 12:00:00 GMT'],
      ['X-RateLimit-Reset', `${START / 1_000 + 60}`],
    ),
    waits('Retry-After before the others', 'Retry-After', 5, ['RateLimit-Reset', '60'], ['Retry-After', '5']),
    waits('no time at all', 'Retry-After', 0, ['Retry-After', '0']),
    {
      name: 'a wait until another day, with its date',
      call: refused(['Retry-After', '86400']),
      findings: [
        { message: 'until', values: { seconds: 86_400, until: { at: START + 86_400_080, isDated: true } } },
      ],
    },
    {
      name: 'a time that cannot be read',
      call: refused(['Retry-After', 'soon']),
      findings: [{ message: 'no-time' }],
    },
    {
      name: 'a time that is over',
      call: refused(
        ['Date', 'Thu, 01 Jan 2026 12:00:00 GMT'],
        ['Retry-After', 'Thu, 01 Jan 2026 11:00:00 GMT'],
      ),
      findings: [{ message: 'no-time' }],
    },
    {
      name: 'seconds, where nothing tells when the answer came',
      call: { ...refused(['Retry-After', '30']), startedDateTime: 0 },
      findings: [{ message: 'seconds', values: { seconds: 30 } }],
    },
    {
      name: 'a date of which nothing tells how far off it is',
      call: { ...refused(['Retry-After', 'Thu, 01 Jan 2026 12:00:00 GMT']), startedDateTime: 0 },
      findings: [{ message: 'no-time' }],
    },
    {
      name: 'seconds from the server’s date on',
      call: {
        ...refused(['Retry-After', '30'], ['Date', 'Thu, 01 Jan 2026 12:00:00 GMT']),
        startedDateTime: 0,
      },
      findings: [
        { message: 'until', values: { seconds: 30, until: { at: Date.UTC(2026, 0, 1, 12, 0, 30) } } },
      ],
    },
    {
      name: 'with what the window saw',
      call: refused(['Retry-After', '30']),
      neighbours: historyOf(104, 900),
      findings: [
        { message: 'until-counted', values: { count: 104, characters: 900, minutes: 1, seconds: 30 } },
      ],
    },
    {
      name: 'with what the window saw, without a time',
      call: refused(),
      neighbours: historyOf(104, 900),
      findings: [{ message: 'no-time-counted' }],
    },
    {
      name: 'with calls whose bodies were not recorded',
      call: refused(['Retry-After', '30']),
      neighbours: historyOf(104, 0),
      findings: [{ message: 'until-calls', values: { count: 104, minutes: 1 } }],
    },
    {
      name: 'with calls whose bodies were not recorded, without a time',
      call: refused(),
      neighbours: historyOf(104, 0),
      findings: [{ message: 'no-time-calls' }],
    },
    {
      name: 'a call that no limit counts',
      call: refused(),
      neighbours: historyOf(0, 0),
      findings: [{ message: 'no-time' }],
    },
  ],
  silent: [
    { name: 'a success', call: { status: 200, responseHeaders: [['Retry-After', '5']] } },
    { name: 'another refusal', call: { status: 503, responseHeaders: [['Retry-After', '5']] } },
  ],
  notApplicable: [
    { name: 'no answer', call: {} },
    {
      name: 'a preflight',
      call: {
        ...refused(),
        method: 'OPTIONS',
        body: null,
        headers: [['Access-Control-Request-Method', 'POST']],
      },
    },
  ],
});
