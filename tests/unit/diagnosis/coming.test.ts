import { describe, expect, it } from 'vitest';
import { judge } from '../../../lib/diagnosis/judge';
import type { Exchange } from '../../../lib/exchange/exchange';
import { absent, present } from '../../../lib/exchange/presence';
import { NO_NEIGHBOURS } from '../../../lib/rules/neighbours';
import { exchangeOf, FAKE_KEY } from '../support/exchange-of';

/** The head of an answer, its body still to come. */
function coming(
  status: number,
  state: Exchange['state'],
  headers?: readonly (readonly [string, string])[],
): Exchange {
  const exchange = exchangeOf({ status, ...(headers && { headers }) });
  const response = exchange.response.status === 'present' ? exchange.response.value : undefined;
  if (!response) throw new Error('there is no response');
  return { ...exchange, state, response: present({ ...response, body: absent('pending') }) };
}

const verdict = (exchange: Exchange) => {
  const { state, headline } = judge(exchange, NO_NEIGHBOURS).diagnosis;
  return [state, headline.from === 'diagnosis' ? headline.key : headline.finding.rule];
};

describe('an answer of which more is to come', () => {
  it.each([
    ['a success under way is not called clean yet', coming(200, 'pending'), ['pending', 'receiving']],
    ['a success that has ended is', coming(200, 'completed'), ['clean', 'clean']],
    ['a refusal waits for its reason', coming(401, 'completed'), ['predicted-error', 'reason-coming']],
    ['a refusal under way, too', coming(401, 'pending'), ['predicted-error', 'reason-coming']],
    [
      'a finding that predicts the status speaks before the body does',
      coming(401, 'completed', [
        ['Authorization', FAKE_KEY],
        ['Content-Type', 'application/json'],
      ]),
      ['predicted-error', 'bearer-prefix-missing'],
    ],
  ])('%s', (_, exchange, expected) => {
    expect(verdict(exchange)).toEqual(expected);
  });
});
