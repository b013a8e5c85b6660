import { expect, it } from 'vitest';
import { isExchange } from '../../../lib/exchange/is-exchange';
import { en } from '../../../lib/messages/en';
import { readInput } from '../../../lib/observe/read-input';
import { inspectionReport } from '../../../lib/report/inspection-report';
import { reportText } from '../../../lib/report/inspection-text';
import { FAKE_KEY, TEST_SALT } from '../support/exchange-of';

const EN = { locale: 'en', ...en };
const URL_ = 'https://chat.infuzu.com/api/llm-response';
const BODY = `-d '{"messages":[{"role":"user","content":"hi"}]}'`;
const JSON_TYPE = `-H 'Content-Type: application/json'`;

function reportOf(options: string) {
  const input = readInput(`curl ${URL_} ${options}`, { ownHosts: [], salt: TEST_SALT });
  if ('key' in input) throw new Error(input.key);
  return inspectionReport(input, EN);
}

it.each([
  ['headers.txt', `-H @headers.txt ${BODY}`],
  ['.netrc', `-n ${JSON_TYPE} ${BODY}`],
  ['body.json', `-H 'Infuzu-API-Key: ${FAKE_KEY}' ${JSON_TYPE} -d @body.json`],
  ['conf', `-X POST -K conf`],
  ['$BODY', `-H 'Infuzu-API-Key: ${FAKE_KEY}' --json "$BODY"`],
])('accuses nobody of what may be in `%s`, and says so', (name, options) => {
  const report = reportOf(options);
  expect(report.exchanges[0]?.findings).toEqual([]);
  expect(reportText(report, 'a', EN)).toContain(`What is in \`${name}\` is not in this line`);
});

it('names the first of many, and no key among them', () => {
  const files = Array.from({ length: 20 }, (_, n) => `-H @part-${n}.txt`).join(' ');
  const text = reportText(reportOf(`-H @${FAKE_KEY} ${files} ${BODY}`), 'a', EN);
  expect(text).toContain('part-6.txt`, …');
  expect(text).not.toContain('part-7');
  expect(text).not.toContain(FAKE_KEY);
});

it('says it beside the faults of the line itself', () => {
  const text = reportText(reportOf(`-H @headers.txt --json '{}'`), 'a', EN);
  expect(text).toContain('body-missing-messages');
  expect(text).toContain('What is in `headers.txt`');
});

it('stays with a call that a bundle holds', () => {
  const input = readInput(`curl ${URL_} -d @body.json`, { ownHosts: [], salt: TEST_SALT });
  const [first] = 'key' in input ? [] : input.exchanges;
  expect(first?.exchange.request.unseen).toEqual(['body.json']);
  expect(isExchange(first?.exchange)).toBe(true);
});

it('says nothing of a whole line, whose missing key is told', () => {
  const report = reportOf(`${JSON_TYPE} ${BODY}`);
  expect(report.exchanges[0]).not.toHaveProperty('unseen');
  expect(report.exchanges[0]?.findings.map(({ rule }) => rule)).toEqual(['credentials-missing']);
});

it('shows no key in the place of a name', () =>
  expect(JSON.stringify(reportOf(`-H "${FAKE_KEY}$X" ${BODY}`))).not.toContain(FAKE_KEY));
