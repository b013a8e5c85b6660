import { FAKE_KEY, OTHER_FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const authorization = (value: string) => ({ headers: [['Authorization', value]] as const });
const fires = (scheme: string, message: string) => ({
  name: scheme,
  call: authorization(`${scheme} ${FAKE_KEY}`),
  findings: [{ message, predicts: { status: 401, code: 'invalid_authorization_header' as const } }],
});

ruleCases('auth-scheme-unsupported', {
  fires: [
    fires('Basic', 'known'),
    ...['basic', 'Digest', 'Token', 'ApiKey', 'Negotiate', 'Infuzu'].map((scheme) => fires(scheme, 'known')),
    fires('Baerer', 'misspelt'),
    fires('Bear', 'misspelt'),
    fires('Foo', 'unknown'),
    {
      name: 'a misspelt scheme by its name',
      call: authorization(`Berer ${FAKE_KEY}`),
      findings: [{ values: { header: 'Authorization', scheme: 'Berer' } }],
    },
    {
      name: 'an unknown word is not named: it may be half a key',
      call: authorization(`${FAKE_KEY} ${OTHER_FAKE_KEY}`),
      findings: [{ values: { header: 'Authorization' } }],
    },
    {
      name: 'Digest with parameters',
      call: authorization('Digest username="a", nonce="b"'),
      findings: [{ message: 'known' }],
    },
    { name: 'Basic alone', call: authorization('Basic') },
    {
      name: 'the other of a join',
      call: authorization(`Basic YTpi, Bearer ${FAKE_KEY}`),
      findings: [{ message: 'known' }],
    },
  ],
  silent: [
    { name: 'Bearer', call: authorization(`Bearer ${FAKE_KEY}`) },
    { name: 'bearer', call: authorization(`bearer ${FAKE_KEY}`) },
    { name: 'a malformed Bearer', call: authorization(`Bearer: ${FAKE_KEY}`) },
    { name: 'a bare key', call: authorization(FAKE_KEY) },
    { name: 'a bare placeholder with a space', call: authorization('[object Object]') },
    { name: 'quotes around the whole', call: authorization(`"Bearer ${FAKE_KEY}"`) },
  ],
  notApplicable: [
    { name: 'a key header', call: { headers: [['Infuzu-API-Key', 'Basic YTpi']] } },
    { name: 'only for a proxy', call: { headers: [['Proxy-Authorization', 'Basic YTpi']] } },
  ],
});
