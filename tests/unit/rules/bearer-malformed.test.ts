import { FAKE_KEY, OTHER_FAKE_KEY } from '../support/exchange-of';
import { ruleCases } from '../support/rule-cases';

const authorization = (value: string) => ({ headers: [['Authorization', value]] as const });
const fires = (value: string, message: string) => ({
  name: JSON.stringify(value).replace(FAKE_KEY, 'KEY').replace(OTHER_FAKE_KEY, 'KEY2'),
  call: authorization(value),
  findings: [{ message, predicts: { status: 401, code: 'invalid_authorization_header' as const } }],
});

ruleCases('bearer-malformed', {
  fires: [
    fires('Bearer', 'no-token'),
    fires('Bearer ', 'no-token'),
    fires('Bearer:', 'no-token'),
    fires(`Bearer${FAKE_KEY}`, 'no-space'),
    fires(`Bearer:${FAKE_KEY}`, 'punctuation'),
    fires(`Bearer= ${FAKE_KEY}`, 'punctuation'),
    fires(`Bearer  ${FAKE_KEY}`, 'several'),
    fires(`bearer  ${FAKE_KEY}`, 'several'),
    fires(`Bearer\t${FAKE_KEY}`, 'tab'),
    fires(`Bearer\u00a0${FAKE_KEY}`, 'other-space'),
    fires(`Bearer Bearer ${FAKE_KEY}`, 'twice'),
    fires(`Bearer ${FAKE_KEY} ${OTHER_FAKE_KEY}`, 'several-tokens'),
    fires(`Bearer  ${FAKE_KEY}, Bearer  ${OTHER_FAKE_KEY}`, 'several'),
  ],
  silent: [
    { name: 'Bearer', call: authorization(`Bearer ${FAKE_KEY}`) },
    { name: 'bearer', call: authorization(`bearer ${FAKE_KEY}`) },
    { name: 'a space after the key', call: authorization(`Bearer ${FAKE_KEY} `) },
    { name: 'a placeholder with spaces', call: authorization('Bearer {{ api_key }}') },
    { name: 'a join', call: authorization(`Bearer ${FAKE_KEY}, Bearer ${OTHER_FAKE_KEY}`) },
    { name: 'a bare key', call: authorization(FAKE_KEY) },
    { name: 'a misspelt scheme', call: authorization(`Baerer  ${FAKE_KEY}`) },
    { name: 'nothing', call: authorization('') },
  ],
  notApplicable: [
    { name: 'a key header', call: { headers: [['Infuzu-API-Key', `Bearer  ${FAKE_KEY}`]] } },
    { name: 'no credential', call: { headers: [] } },
  ],
});
