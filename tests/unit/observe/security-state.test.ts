import { expect, it } from 'vitest';
import { judge } from '../../../lib/diagnosis/judge';
import { observeHarEntry } from '../../../lib/observe/from-har-entry';
import { neighboursOf } from '../../../lib/rules/neighbours';
import { FAKE_KEY, TEST_SALT } from '../support/exchange-of';

/** An entry as Firefox' `devtools.network` hands it out: a word for the connection, no version. */
function entryWith(securityState: string) {
  const observed = observeHarEntry(
    {
      startedDateTime: '2026-01-01T00:00:00.000+00:00',
      time: 12,
      request: {
        method: 'POST',
        url: 'https://chat.infuzu.com/api/llm-response',
        httpVersion: 'HTTP/1.1',
        headers: [{ name: 'Infuzu-API-Key', value: FAKE_KEY }],
      },
      response: { status: 200, statusText: 'OK', httpVersion: 'HTTP/1.1', headers: [], content: {} },
      _securityState: securityState,
    },
    { entryId: '1', tabId: 5, pageOrigin: undefined, content: undefined },
    TEST_SALT,
  );
  if (!observed) throw new Error('no entry');
  return observed.exchange;
}

const rulesOf = (securityState: string) => {
  const exchange = entryWith(securityState);
  return judge(exchange, neighboursOf([exchange])(exchange)).diagnosis.findings.map(({ rule }) => rule);
};

it('weak is a connection older than TLS 1.2', () => {
  expect(entryWith('weak').response).toMatchObject({ value: { tlsVersion: 'TLSv1/TLSv1.1' } });
  expect(rulesOf('weak')).toContain('tls-outdated');
});

it.each(['secure', 'secure-custom-root', 'insecure', 'broken'])('%s tells no version', (state) => {
  expect(entryWith(state).response).not.toHaveProperty('value.tlsVersion');
  expect(rulesOf(state)).not.toContain('tls-outdated');
});
