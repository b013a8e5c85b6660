/** The texts of the popup and of the report that it copies. */
export const popupTexts = {
  options: 'Options',
  workbench: 'Open in the workbench',
  openHar: 'Open a HAR',
  copyReport: 'Copy report',
  verdict: {
    errors: {
      one: '{failed} of {count} call has an error',
      other: '{failed} of {count} calls have an error',
    },
    onlyErrors: { one: 'The call has an error', other: 'All {count} calls have an error' },
    warnings: {
      one: 'No error, {warnings} of {count} call needs a look',
      other: 'No error, {warnings} of {count} calls need a look',
    },
    clean: { one: 'The call is clean', other: 'All {count} calls are clean' },
    pending: { one: 'Waiting for an answer', other: 'Waiting for {count} answers' },
    cleanSoFar: 'Clean so far, {pending} of {count} waiting',
  },
  latest: 'Latest calls',
  more: { one: 'and {count} earlier call', other: 'and {count} earlier calls' },
  limits: {
    label: 'Rate limit, last minute',
    wait: 'Rate limit reached: wait until {until}.',
    of: 'Sent within the last minute with',
    calls: 'Calls',
    characters: 'Characters',
    ofCalls: '{used} of {limit}',
    ofCharacters: '{used} of {limit}',
  },
  privacy:
    'It looks only at calls to Infuzu, keeps no key and sends nothing anywhere. Calls from `infuzu.com` pages need no permission; there were none.',
  explain: 'More about permissions',
  afterwards: 'Then reload the page. Undo it any time in the options.',
  without: 'The DevTools panel works without it',
  report: {
    title: 'Infuzu calls of {site}',
    made: 'Made {date}. Keys are masked, message contents are left out.',
    counts: 'Calls: {total}. Errors: {error}, warnings: {warning}, clean: {clean}, pending: {pending}.',
    status: 'Status',
    noAnswer: 'no answer',
    server: 'Server',
    finding: 'Finding',
    remedy: 'Remedy',
    key: 'Key',
    started: 'Started',
    leftOut: {
      one: '{count} call without a fault is left out.',
      other: '{count} calls without a fault are left out.',
    },
    noCalls: 'No call was seen.',
  },
} as const;
