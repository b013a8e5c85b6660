import { describe, expect, it } from 'vitest';
import { fieldHoldsKey, holdsKey } from '../../../lib/exchange/secret-shape';

const KEY = 'FAKEtoken00000000000009';

describe('a text that is written', () => {
  it.each([
    `https://chat.infuzu.com/k/${KEY}`,
    `https://chat.infuzu.com/k?q=${KEY}`,
    `https://chat.infuzu.com/?q=${encodeURIComponent(`${KEY}/`)}`,
    `https://chat.infuzu.com#${KEY}`,
    `api-key: ${KEY}`,
    `{\\"token\\": \\"${KEY}\\"}`,
    'Basic RkFLRTpGQUtFMDAwMDAw1',
  ])('%s holds a key', (text) => expect(holdsKey(text)).toBe(true));

  it.each([
    '',
    'https://chat.infuzu.com/api/llm-response?api_key=[redacted]',
    'https://chat.infuzu.com/0b57d0aa-1111-4222-8333-444455556666',
    'https://my-very-long-application-name-2.example.com/api',
    'token: the token that was sent has 27 characters',
    `surrogate-key: ${KEY}`,
    `W/"${KEY}"`,
    'Bearer prefix is missing',
  ])('%s holds none', (text) => expect(holdsKey(text)).toBe(false));

  it('is searched in linear time', () => {
    const hostile = [`${'a-'.repeat(50_000)}=`, `token=${'"'.repeat(100_000)}`, 'key : '.repeat(20_000)];
    // A quadratic search of these takes minutes and runs into the time-out of the test.
    for (const text of hostile) expect(holdsKey(text)).toBe(false);
  });
});

describe('the value of a field', () => {
  it.each([
    ['cookie', 'sid=1'],
    ['x-session-token', 'short'],
    ['password', 'a'],
    ['client_secret', 'b'],
    ['authorization', `Token ${KEY}`],
    ['Infuzu-API-Key', `"${KEY}"`],
  ])('%s: %s is a key', (name, value) => expect(fieldHoldsKey(name, value)).toBe(true));

  it.each([
    ['cookie', ''],
    ['cookie', '[redacted]'],
    ['authorization', 'Bearer ifz_∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙0001'],
    ['authorization', 'Bearer undefined'],
    ['etag', KEY],
    ['idempotency-key', KEY],
  ])('%s: %s is none', (name, value) => expect(fieldHoldsKey(name, value)).toBe(false));
});
