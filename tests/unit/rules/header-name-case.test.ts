import { FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const headers = [['infuzu-api-key', FAKE_KEY]] as const;

ruleCases('header-name-case', {
  fires: [
    {
      name: 'lower case on HTTP/1.1',
      call: { headers },
      findings: [
        {
          message: 'other-case',
          severity: 'notice',
          values: { header: 'infuzu-api-key', documented: 'Infuzu-API-Key' },
        },
      ],
    },
    { name: 'on an unknown version', call: { headers, httpVersion: '' } },
    { name: 'on HTTP/1.0', call: { headers, httpVersion: 'http/1.0' } },
    { name: 'upper case', call: { headers: [['AUTHORIZATION', `Bearer ${FAKE_KEY}`]] } },
    { name: 'the name that some clients make of it', call: { headers: [['X-Infuzu-Api-Key', FAKE_KEY]] } },
    {
      name: 'repeated, told once for each spelling',
      call: { headers: [...headers, ...headers, ['authorization', `Bearer ${FAKE_KEY}`]] },
      findings: [{}, {}],
    },
  ],
  silent: [
    { name: 'the documented name', call: {} },
    { name: 'Authorization', call: { headers: [['Authorization', `Bearer ${FAKE_KEY}`]] } },
  ],
  notApplicable: [
    { name: 'h2', call: { headers, httpVersion: 'h2' } },
    ...['HTTP/2', 'http/2.0', 'HTTP/2.0', 'h3', 'h3-29', 'HTTP/3', 'http/2+quic/46', 'spdy/3.1'].map(
      (httpVersion) => ({ name: httpVersion, call: { headers, httpVersion } }),
    ),
    {
      name: 'pseudo header fields',
      call: { headers: [[':authority', 'chat.infuzu.com'], ...headers], httpVersion: '' },
    },
    { name: 'no credential', call: { headers: [] } },
  ],
});
