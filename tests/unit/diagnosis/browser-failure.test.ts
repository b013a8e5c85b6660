import { describe, expect, it } from 'vitest';
import { browserFailureOf } from '../../../lib/diagnosis/browser-failure';

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

it('takes an unknown text for what it is', () => {
  expect(browserFailureOf('NS_ERROR_SOMETHING_ELSE')).toBe('other');
  expect(browserFailureOf('Compeer group')).toBe('other');
});
