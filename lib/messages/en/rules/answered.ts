import type { RuleTexts } from '../../rule-texts';

/** Where the answer names no time. */
const WAIT_UNTOLD =
  'Wait at least a minute, then try again, each time waiting longer. Spread calls over time or shorten the input.';

export const answeredRules = {
  'rate-limit-exceeded': {
    description:
      'Infuzu limits requests and input characters over 1 minute, 10 minutes and 1 hour, for the whole account. A request that is refused for it counts, too, so an immediate retry makes it worse. The dashboard has the limits of your account.',
    messages: {
      until: {
        short: 'Rate limit: wait until {until}',
        text: 'The account is over its rate limit; try again from {until} on, {seconds} s after the answer.',
      },
      seconds: {
        short: 'Rate limit: wait {seconds} s',
        text: 'The account is over its rate limit; try again {seconds} s after the answer.',
      },
      'until-counted': {
        short: 'Rate limit: wait until {until}',
        text: {
          one: 'The account is over its rate limit; try again from {until} on, {seconds} s after the answer. In the {minutes} min before, one call with {characters} input characters was seen with this key.',
          other:
            'The account is over its rate limit; try again from {until} on, {seconds} s after the answer. In the {minutes} min before, {count} calls with {characters} input characters were seen with this key.',
        },
      },
      'until-calls': {
        short: 'Rate limit: wait until {until}',
        text: {
          one: 'The account is over its rate limit; try again from {until} on, {seconds} s after the answer. In the {minutes} min before, one call was seen with this key.',
          other:
            'The account is over its rate limit; try again from {until} on, {seconds} s after the answer. In the {minutes} min before, {count} calls were seen with this key.',
        },
      },
      'no-time': {
        short: 'Rate limit exceeded',
        text: 'The account is over its rate limit, and the answer does not say how long to wait; the shortest window is 1 minute.',
        remedy: WAIT_UNTOLD,
      },
      'no-time-counted': {
        short: 'Rate limit exceeded',
        text: {
          one: 'The account is over its rate limit, and the answer does not say how long to wait. In the {minutes} min before, one call with {characters} input characters was seen with this key.',
          other:
            'The account is over its rate limit, and the answer does not say how long to wait. In the {minutes} min before, {count} calls with {characters} input characters were seen with this key.',
        },
        remedy: WAIT_UNTOLD,
      },
      'no-time-calls': {
        short: 'Rate limit exceeded',
        text: {
          one: 'The account is over its rate limit, and the answer does not say how long to wait. In the {minutes} min before, one call was seen with this key.',
          other:
            'The account is over its rate limit, and the answer does not say how long to wait. In the {minutes} min before, {count} calls were seen with this key.',
        },
        remedy: WAIT_UNTOLD,
      },
    },
    remedy:
      'Wait as long as `Retry-After` says, then try again, each time waiting longer. Spread calls over time or shorten the input.',
  },
  'rate-limit-near': {
    description:
      'By default Infuzu allows 100 requests and 10,000 input characters in 1 minute, 500 and 50,000 in 10 minutes, 1,500 and 150,000 in 1 hour, for the whole account. Calls from elsewhere count, too. The dashboard has the limits of your account.',
    messages: {
      requests: {
        short: 'Rate limit: {percent} % of the requests used',
        text: 'With this call the key made {count} requests within {minutes} min, {percent} % of the {limit} that are allowed by default.',
      },
      'requests-allowed': {
        short: 'More requests than the default limit',
        text: 'With this call the key made {count} requests within {minutes} min, more than the {limit} that are allowed by default. The server accepted it, so the limits of this account seem to be higher.',
      },
      'characters-allowed': {
        short: 'More characters than the default limit',
        text: 'With this call the key sent {count} input characters within {minutes} min, more than the {limit} that are allowed by default. The server accepted it, so the limits of this account seem to be higher.',
      },
      characters: {
        short: 'Rate limit: {percent} % of the characters used',
        text: 'With this call the key sent {count} input characters within {minutes} min, {percent} % of the {limit} that are allowed by default.',
      },
    },
    remedy: 'Spread the calls over time, send shorter input, or have the limits of the account raised.',
  },
  'retry-too-soon': {
    description:
      'After a 429 the server says with `Retry-After` how long to wait. A call that comes sooner is refused as well, and it counts toward the limit.',
    messages: {
      'too-soon': {
        short: 'Retried {count} s too soon',
        text: 'A 429 told this key to wait until {until}; this call came {count} s too soon.',
      },
    },
    remedy: 'Read `Retry-After` from the 429 and wait that long before the next call with the same key.',
  },
  'clock-skew': {
    description:
      'A clock that is wrong by more than a minute makes certificates and tokens look expired or not yet valid. The authentication page names it as a reason for a 401 despite a valid key.',
    messages: {
      behind: {
        short: 'Clock is {span} behind the server',
        text: 'The clock of the machine that made the call is {span} behind the server’s.',
      },
      ahead: {
        short: 'Clock is {span} ahead of the server',
        text: 'The clock of the machine that made the call is {span} ahead of the server’s.',
      },
    },
    remedy: 'Let the machine set its clock by itself (NTP).',
  },
  'error-body-undocumented': {
    description:
      'Infuzu answers an error with `errors` or `error`, each with a code. Any other body most often comes from a proxy or a gateway in between, from another address than the API’s, or was cut off on the way; code that expects JSON fails on it.',
    messages: {
      empty: {
        short: '{status} with an empty body',
        text: 'The server answered {status} with an empty body instead of a documented error.',
      },
      html: {
        short: '{status} with an HTML page',
        text: 'The server answered {status} with an HTML page, not the API’s JSON; most often it comes from a proxy or a gateway in between.',
      },
      'html-titled': {
        short: '{status} with an HTML page',
        text: 'The server answered {status} with an HTML page titled `{title}`, not the API’s JSON; most often it comes from a proxy or a gateway in between.',
      },
      'cut-off': {
        short: '{status} with a body cut off',
        text: 'The server answered {status} with JSON that ends in the middle.',
      },
      json: {
        short: '{status} with other JSON',
        text: 'The server answered {status} with JSON that has neither `errors` nor `error` in the documented form.',
      },
      'no-errors': {
        short: '{status} without an error code',
        text: 'The server answered {status}, but its list of `errors` is empty.',
      },
      'event-stream': {
        short: '{status} with an event stream',
        text: 'The server answered {status} with a stream of events instead of a documented error.',
      },
      text: {
        short: '{status} with plain text',
        text: 'The server answered {status} with plain text instead of a documented error.',
      },
      binary: {
        short: '{status} with binary data',
        text: 'The server answered {status} with bytes that are not text instead of a documented error.',
      },
    },
    remedy:
      'Mend what the answer names. If it names nothing and the address is right, send the call again a little later; if the answer stays the same, send this report to support. Code copes with such an answer if it checks the status before it reads the body as JSON.',
  },
  'api-warnings': {
    description:
      'The answer lists `warnings`: the call worked, but Infuzu asks for attention. They stand on successes, too, where code seldom looks.',
    messages: {
      listed: {
        short: { one: 'Infuzu warns: `{first}`', other: 'Infuzu warns {count} times' },
        text: {
          one: 'The answer holds a warning: {list}',
          other: 'The answer holds {count} warnings: {list}',
        },
      },
    },
    remedy: 'Read `warnings` of the answer and log them.',
  },
} as const satisfies Record<string, RuleTexts>;
