import { ruleCases } from '../support/rule-cases';

const START = Date.UTC(2026, 0, 1, 12, 0, 0);
const at = (seconds: number) => [['Date', new Date(START + seconds * 1_000).toUTCString()]] as const;
const call = (seconds: number, more: object = {}) => ({
  startedDateTime: START,
  status: 200,
  responseHeaders: at(seconds),
  ...more,
});

ruleCases('clock-skew', {
  fires: [
    {
      name: 'behind by 94 s',
      call: call(94, { time: 0 }),
      findings: [
        { message: 'behind', values: { span: '94 s' }, location: { type: 'response', header: 'Date' } },
      ],
    },
    {
      name: 'ahead by 2 minutes',
      call: call(-121),
      findings: [{ message: 'ahead', values: { span: '2 min' } }],
    },
    { name: 'hours', call: call(7_200, { time: 0 }), findings: [{ values: { span: '2 h' } }] },
    { name: 'days', call: call(-86_400 * 3), findings: [{ values: { span: '3 d' } }] },
    { name: 'just over', call: call(62, { time: 80 }) },
    { name: 'on an error', call: call(94, { status: 401 }) },
    { name: 'an Age of 0', call: call(94, { responseHeaders: [...at(94), ['Age', '0']] }) },
  ],
  silent: [
    { name: 'the same time', call: call(0) },
    { name: 'a minute', call: call(60) },
    { name: 'a minute the other way, whole seconds cut off', call: call(-60) },
    { name: 'a long call: the date was written at some time of it', call: call(100, { time: 120_000 }) },
  ],
  notApplicable: [
    { name: 'no date', call: { status: 200 } },
    { name: 'no date that can be read', call: { status: 200, responseHeaders: [['Date', 'yesterday']] } },
    { name: 'from the cache', call: call(9_000, { fromCache: true }) },
    {
      name: 'from a cache on the way',
      call: call(-9_000, { responseHeaders: [...at(-9_000), ['Age', '9000']] }),
    },
    { name: 'a revalidation', call: call(9_000, { status: 304 }) },
    { name: 'a file without times', call: call(0, { startedDateTime: 0 }) },
    { name: 'a file without durations', call: call(9_000, { time: null }) },
    { name: 'no answer', call: {} },
  ],
});
