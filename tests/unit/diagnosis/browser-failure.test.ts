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

it.each([
  ['curl: (6) Could not resolve host: chat.infuzu.com', 'name'],
  [
    'curl: (7) Failed to connect to chat.infuzu.com port 443 after 3 ms: Couldn’t connect to server',
    'refused',
  ],
  ['curl: (28) Operation timed out after 5001 milliseconds with 0 bytes received', 'timed-out'],
  ['curl: (35) OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number', 'tls'],
  ['curl: (52) Empty reply from server', 'reset'],
  ['curl: (60) SSL certificate problem: self-signed certificate', 'certificate'],
  ['curl: (3) URL using bad/illegal format or missing URL', 'other'],
])('knows curl by its exit code: %s', (text, failure) => expect(browserFailureOf(text)).toBe(failure));

it('takes an unknown text for what it is', () => {
  expect(browserFailureOf('NS_ERROR_SOMETHING_ELSE')).toBe('other');
  expect(browserFailureOf('Compeer group')).toBe('other');
});
