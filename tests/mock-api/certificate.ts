import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

const DNS_NAMES = [
  '*.infuzu.com',
  'infuzu.com',
  'localhost',
  '*.example.com',
  '*.example.org',
  '*.other.net',
];
const DAY_MS = 24 * 60 * 60 * 1000;

export interface Certificate {
  readonly privateKey: string;
  /** PEM. */
  readonly certificate: string;
  /** Base64 SHA-256 of the SubjectPublicKeyInfo: the form that Chromium's allow list of certificates takes. */
  readonly spki: string;
}

/** A fresh self-signed certificate for every host that the tests use. No key is ever kept in a file. */
export async function makeCertificate(now = Date.now()): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Infuzu API stand-in' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // A day back: browsers refuse a certificate of the future, and clocks of virtual machines differ.
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now + 7 * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [...DNS_NAMES.map((value) => ({ type: 2 as const, value })), { type: 7, ip: '127.0.0.1' }],
      },
    ],
  });
  const publicKey = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    privateKey: made.private,
    certificate: made.cert,
    spki: createHash('sha256').update(publicKey).digest('base64'),
  };
}
