import { ruleCases } from '../support/rule-cases';

const versions = (names: readonly string[]) =>
  names.map((tlsVersion) => ({ name: tlsVersion, call: { status: 200, tlsVersion } }));

ruleCases('tls-outdated', {
  fires: [
    {
      name: 'TLSv1.1',
      call: { status: 200, tlsVersion: 'TLSv1.1' },
      findings: [{ message: 'outdated', values: { version: 'TLSv1.1' }, location: { type: 'connection' } }],
    },
    ...versions(['TLSv1', 'TLSv1.0', 'TLS 1.0', 'TLS 1.1', 'tls1.1', 'SSLv3', 'TLS 1']),
  ],
  silent: [
    { name: 'TLSv1.2', call: { status: 200, tlsVersion: 'TLSv1.2' } },
    ...versions(['TLSv1.3', 'TLS 1.2', 'TLS 1.3', 'TLSv2']),
  ],
  notApplicable: [
    { name: 'nothing tells', call: { status: 200 } },
    { name: 'an unknown name', call: { status: 200, tlsVersion: 'QUIC' } },
    { name: 'no answer', call: {} },
  ],
});
