import { describe, expect, it } from 'vitest';
import { browserFailureOf, failureOf } from '../../../lib/diagnosis/browser-failure';
import { exchangeOf } from '../support/exchange-of';

describe('what Firefox tells in a sentence', () => {
  it.each([
    ['Peer reports incompatible or unsupported protocol version.', 'tls'],
    ['Peer using unsupported version of security protocol.', 'tls'],
    ['Cannot communicate securely with peer: no common encryption algorithm(s).', 'tls'],
    ['SSL received a record that exceeded the maximum permissible length.', 'tls'],
    ['Peer’s Certificate issuer is not recognized.', 'certificate'],
    ['The certificate issuer’s certificate has expired. Check your system date and time.', 'certificate'],
    ['Issuer certificate is invalid.', 'certificate'],
  ])('%s', (text, failure) => expect(browserFailureOf(text)).toBe(failure));
});

it.each([
  ['net::ERR_UNSAFE_PORT', 'blocked-by-port'],
  ['NS_ERROR_PORT_ACCESS_NOT_ALLOWED', 'blocked-by-port'],
  ['blocked:origin', 'blocked-by-mode'],
  ['blocked:keepalive', 'blocked-by-keepalive'],
  ['blocked:integrity', 'blocked-integrity'],
])('tells %s apart from other policies', (text, failure) => expect(browserFailureOf(text)).toBe(failure));

it.each([
  ['http://localhost:6000/x', 'blocked-by-port'],
  ['http://localhost:3000/x', 'silent'],
  ['https://chat.infuzu.com/x', 'silent'],
])('names a port that browsers do not call where they give no reason: %s', (url, failure) => {
  expect(failureOf(exchangeOf({ url, status: 0 }))).toBe(failure);
});

it('takes an unknown text for what it is', () => {
  expect(browserFailureOf('NS_ERROR_SOMETHING_ELSE')).toBe('other');
  expect(browserFailureOf('Compeer group')).toBe('other');
});
