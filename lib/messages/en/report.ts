import type { ReportTexts } from '../report-texts';

export const report = {
  standardInput: 'standard input',
  calls: { one: '{count} request to Infuzu', other: '{count} requests to Infuzu' },
  noCalls: 'no request to Infuzu',
  noReadableCalls: 'no readable request to Infuzu',
  ignored: { one: '{count} to another host, left out', other: '{count} to other hosts, left out' },
  unreadable: { one: '{count} unreadable entry', other: '{count} unreadable entries' },
  shown: {
    one: '{shown} of {count} call, filter: `{filter}`',
    other: '{shown} of {count} calls, filter: `{filter}`',
  },
  noStatus: 'no answer',
  severity: { error: 'error', warning: 'warning', notice: 'notice' },
  outcome: {
    confirmed: 'confirmed by the server',
    contradicted: 'the server says otherwise',
    unexplained: 'not explained by a finding',
    stopped: 'stopped in the browser',
    predicted: 'predicted',
    tolerated: 'tolerated by the server',
  },
  server: 'server',
  remedy: 'Remedy',
  see: 'See',
  crashed: 'The rule `{rule}` failed on this entry and has no say here.',
} as const satisfies ReportTexts;
