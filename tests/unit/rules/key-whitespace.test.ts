import { takeAnatomies } from '../../../lib/exchange/credential';
import type { Exchange } from '../../../lib/exchange/exchange';
import { present } from '../../../lib/exchange/presence';
import { exchangeOf, FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const keyHeader = (value: string) => ({ headers: [['Infuzu-API-Key', value]] as const });

/** A call of which the page probe saw what the code wrote. */
function writtenAs(
  written: readonly (readonly [string, string])[],
  sent: readonly (readonly [string, string])[],
): Exchange {
  const { anatomies } = takeAnatomies(written.map(([name, value]) => ({ name, value })));
  return {
    ...exchangeOf({ headers: sent }),
    written: present({ api: 'fetch', credentials: anatomies }),
  };
}

/** A call that threw: there is no request, only what the code wrote. */
function neverSent(value: string): Exchange {
  const exchange = writtenAs([['Infuzu-API-Key', value]], [['Infuzu-API-Key', value]]);
  return { ...exchange, source: 'probe', state: 'never-sent' };
}

ruleCases('key-whitespace', {
  fires: [
    {
      name: 'a space after',
      call: keyHeader(`${FAKE_KEY} `),
      findings: [
        {
          message: 'after',
          severity: 'error',
          predicts: { status: 401, code: 'invalid_api_key' },
          values: { header: 'Infuzu-API-Key', count: 1, characters: 'SPACE (U+0020)' },
          location: { type: 'header', name: 'Infuzu-API-Key', position: 33 },
        },
      ],
    },
    {
      name: 'a tab before',
      call: keyHeader(`\t${FAKE_KEY}`),
      findings: [
        { message: 'before', values: { header: 'Infuzu-API-Key', count: 1, characters: 'TAB (U+0009)' } },
      ],
    },
    {
      name: 'a no-break space inside',
      call: keyHeader('ifz\u00a0FAKE'),
      findings: [
        {
          message: 'inside',
          values: { header: 'Infuzu-API-Key', count: 1, characters: 'NO-BREAK SPACE (U+00A0)', position: 4 },
        },
      ],
    },
    {
      name: 'a line break after',
      call: keyHeader(`${FAKE_KEY}\r\n`),
      findings: [
        {
          values: {
            header: 'Infuzu-API-Key',
            count: 2,
            characters: 'CARRIAGE RETURN (U+000D), LINE FEED (U+000A)',
          },
        },
      ],
    },
    { name: 'both ends', call: keyHeader(` ${FAKE_KEY} `), findings: [{ message: 'around' }] },
    { name: 'inside and after', call: keyHeader('ifz FAKE '), findings: [{ message: 'several' }] },
    { name: 'inside quotes', call: keyHeader(`" ${FAKE_KEY}"`), findings: [{ message: 'before' }] },
    {
      name: 'after Bearer and the key',
      call: { headers: [['Authorization', `Bearer ${FAKE_KEY} `]] },
      findings: [{ message: 'after' }],
    },
    {
      name: 'a space that the browser trimmed',
      call: writtenAs([['Infuzu-API-Key', `${FAKE_KEY} `]], [['Infuzu-API-Key', FAKE_KEY]]),
      findings: [
        {
          message: 'trimmed-after',
          severity: 'warning',
          values: { header: 'Infuzu-API-Key', count: 1, characters: 'SPACE (U+0020)' },
        },
      ],
    },
    {
      name: 'a tab and a space that the browser trimmed',
      call: writtenAs(
        [['Authorization', `\tBearer ${FAKE_KEY} `]],
        [['Authorization', `Bearer ${FAKE_KEY}`]],
      ),
      findings: [{ message: 'trimmed-around', severity: 'warning' }],
    },
    {
      name: 'white space that stayed and white space that went',
      call: writtenAs([['Infuzu-API-Key', `ifz\u00a0FAKE `]], [['Infuzu-API-Key', 'ifz\u00a0FAKE']]),
      findings: [
        { message: 'inside', severity: 'error' },
        { message: 'trimmed-after', severity: 'warning' },
      ],
    },
    {
      name: 'a no-break space that no browser trims, written and sent',
      call: writtenAs([['Infuzu-API-Key', `${FAKE_KEY}\u00a0`]], [['Infuzu-API-Key', `${FAKE_KEY}\u00a0`]]),
      findings: [{ message: 'after', severity: 'error' }],
    },
    {
      name: 'a call that never became a request',
      call: neverSent('ifz\nFAKE'),
      findings: [{ message: 'inside', severity: 'error' }],
    },
    {
      name: 'the ends of such a call',
      call: neverSent(`${FAKE_KEY} `),
      findings: [{ message: 'trimmed-after', severity: 'warning' }],
    },
  ],
  silent: [
    { name: 'a clean call', call: {} },
    { name: 'the space after Bearer', call: { headers: [['Authorization', `Bearer ${FAKE_KEY}`]] } },
    { name: 'two spaces after Bearer', call: { headers: [['Authorization', `Bearer  ${FAKE_KEY}`]] } },
    { name: 'more than one token', call: { headers: [['Authorization', 'Bearer FAKE FAKE']] } },
    { name: 'a placeholder', call: keyHeader(' {{ api_key }} ') },
    { name: 'only white space', call: keyHeader('  ') },
    { name: 'a password scheme', call: { headers: [['Authorization', 'Basic YTpi ']] } },
    { name: 'the spaces of a join', call: keyHeader(`${FAKE_KEY} ,  ${FAKE_KEY}`) },
    {
      name: 'written as sent',
      call: writtenAs([['Infuzu-API-Key', FAKE_KEY]], [['Infuzu-API-Key', FAKE_KEY]]),
    },
  ],
  notApplicable: [
    { name: 'no credential', call: { headers: [] } },
    { name: 'headers that were not recorded', call: { headers: null } },
  ],
});
