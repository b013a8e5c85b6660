import { describe, expect, it } from 'vitest';
import { readPasted } from '../../../lib/observe/from-pasted';

const URL_ = 'https://chat.infuzu.com/api/llm-response';

function read(text: string) {
  const result = readPasted(text, []);
  if ('key' in result) throw new Error(result.key);
  expect(result.unreadable).toEqual([]);
  return result.entries;
}
const keyFields = (text: string) =>
  read(text).map(({ headers = [] }) =>
    headers
      .filter(({ name }) => /^(?:authorization|infuzu-api-key)$/i.test(name))
      .map(({ name, value }) => `${name}: ${value}`),
  );

describe('what a PowerShell script fills in', () => {
  const irm = (value: string) =>
    `Invoke-RestMethod -Uri ${URL_} -Method Post -Headers @{ Authorization = ${value}; "X-A" = "b" }`;
  it.each([
    [irm('$key'), 'Authorization: [redacted]'],
    [irm('"Bearer $key"'), 'Authorization: Bearer [redacted]'],
    [irm('"Bearer $($config.key)"'), 'Authorization: Bearer [redacted]'],
    [irm('"Bearer " + $key'), 'Authorization: Bearer [redacted]'],
    [irm('"Bearer {0}" -f $key'), 'Authorization: [redacted]'],
    [`$key = Read-Host\n${irm('"Bearer $key"')}`, 'Authorization: Bearer [redacted]'],
    [`$key = "FAKE1"\n${irm('"Bearer " + $key')}`, 'Authorization: Bearer FAKE1'],
    [`$auth = "Bearer " + $key\n${irm('$auth')}`, 'Authorization: Bearer [redacted]'],
    [`curl.exe ${URL_} -H "Authorization: Bearer $key"\n${'$env:A'} = 1`, 'Authorization: Bearer [redacted]'],
    // Nothing is filled in between single quotes.
    [irm("'Bearer $key'"), 'Authorization: Bearer $key'],
    [`$key = 'FAKE1'\n${irm("'Bearer $key'")}`, 'Authorization: Bearer $key'],
    [`$key = 'a$b'\n${irm('"Bearer $key"')}`, 'Authorization: Bearer a$b'],
  ])('%s', (text, field) => expect(keyFields(text)).toEqual([[field]]));
});

describe('the parameters that a PowerShell variable holds', () => {
  const table = `Uri = '${URL_}'; Method = 'Post'; Body = '{"messages":[]}'`;
  it.each([
    [`$call = @{ ${table}; Headers = @{ 'Infuzu-API-Key' = 'FAKE1' } }\nInvoke-RestMethod @call`],
    [`$h = @{ 'Infuzu-API-Key' = 'FAKE1' }\n$call = @{ ${table}; Headers = $h }\nirm @call`],
    [
      `$call = @{\n  ${table.replaceAll('; ', '\n  ')}\n}\nirm @call -Headers @{ 'Infuzu-API-Key' = 'FAKE1' }`,
    ],
  ])('%s', (text) => {
    expect(keyFields(text)).toEqual([['Infuzu-API-Key: FAKE1']]);
    expect(read(text)[0]).toMatchObject({ method: 'POST', url: URL_, body: { text: '{"messages":[]}' } });
  });

  it('are no address where they are not in the text', () => {
    const result = readPasted('Invoke-RestMethod @call', []);
    expect(result).toMatchObject({ entries: [], unreadable: [{ reason: { key: 'no-curl-url' } }] });
  });
});

describe('a command whose output a script keeps', () => {
  const curl = `curl -s ${URL_} -H "Infuzu-API-Key: $KEY" -d '{"messages":[]}'`;
  it.each([
    [`RESPONSE=$(${curl})\necho "$RESPONSE"`],
    [`export A="$(${curl})"`],
    [`echo $(${curl} | jq .)`],
    [`r=\`${curl}\``],
    [`A=$(\n  ${curl}\n)`],
    [`A=$(curl -s ${URL_} \\\n  -H "Infuzu-API-Key: $KEY" \\\n  -d '{"messages":[]}')`],
  ])('%s', (text) => {
    expect(keyFields(text)).toEqual([['Infuzu-API-Key: [redacted]']]);
    expect(read(text)[0]).toMatchObject({ method: 'POST', body: { text: '{"messages":[]}' } });
  });
});

describe('what a redirection takes', () => {
  it.each([
    [`curl ${URL_} -d @- <<< '{"a": "b c"}'`, '{"a": "b c"}'],
    [`curl ${URL_} > "my answer.json" -d '{"a": 1}'`, '{"a": 1}'],
    [`curl ${URL_} -d '{"a": 1}' > 'my answer.json' 2>&1`, '{"a": 1}'],
    [`curl ${URL_} -d '{"a": 1}' 2>/dev/null >out.json`, '{"a": 1}'],
    [`curl ${URL_} -d @- < "a b.json"\necho x`, undefined],
  ])('%s', (text, body) => {
    const [entry, ...more] = read(text);
    expect(more).toEqual([]);
    expect(Object(entry?.body).text).toBe(body);
  });
});
