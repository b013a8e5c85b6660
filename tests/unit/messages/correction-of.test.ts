// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text of templates is the subject.
import { describe, expect, it, test } from 'vitest';
import { CORRECTIONS } from '../../../lib/messages/all-corrections';
import { correctionOf, withMethod } from '../../../lib/messages/correction-of';
import { CORRECTION_LANGUAGES } from '../../../lib/messages/corrections';

const quotes = (open: string, close: string, header = 'Infuzu-API-Key') => ({ header, open, close });
const two = { first: 'Authorization', second: 'Infuzu-API-Key', third: '' };

test.each([
  ['bearer-malformed', 'several', {}, '-   Authorization: "Bearer  " + key,'],
  ['bearer-malformed', 'punctuation', {}, '-   Authorization: "Bearer:" + key,'],
  ['bearer-malformed', 'twice', {}, '-   Authorization: "Bearer Bearer " + key,'],
  ['bearer-malformed', 'tab', {}, '-   Authorization: "Bearer\\t" + key,'],
  ['key-quoted', 'both-ends', quotes('<', '>'), '-   "Infuzu-API-Key": `<${key}>`,'],
  ['key-quoted', 'one-end', quotes('"', ''), '-   "Infuzu-API-Key": `"${key}`,'],
  ['key-quoted', 'both-ends', quotes('<', '>', 'Authorization'), '-   "Authorization": `Bearer <${key}>`,'],
  [
    'key-quoted',
    'around-scheme',
    quotes("'", "'", 'Authorization'),
    '-   "Authorization": `\'Bearer ${key}\'`,',
  ],
  [
    'key-quoted',
    'both-ends',
    quotes('GRAVE (U+0060)', 'GRAVE (U+0060)'),
    '-   "Infuzu-API-Key": `\\`${key}\\``,',
  ],
  ['body-missing-messages', 'empty', {}, '- body: JSON.stringify({ messages: [] })'],
  ['credentials-multiple', 'two', two, '-   Authorization: "Bearer " + key,'],
  ['auth-scheme-unsupported', 'known', { scheme: 'ApiKey' }, '-   Authorization: "ApiKey " + key,'],
  ['auth-scheme-unsupported', 'misspelt', { scheme: 'Bea"er' }, '-   Authorization: "Bea\\"er " + key,'],
])('%s/%s strikes out what the finding holds', (rule, message, values, line) => {
  const lines = correctionOf(rule, message, values)?.fetch.split('\n') ?? [];
  expect(lines.filter((text) => text.startsWith('-'))).toEqual([line]);
});

test.each(CORRECTION_LANGUAGES)(
  'without messages it strikes out nothing that nobody wrote in %s',
  (language) => {
    const correction = correctionOf('body-missing-messages', 'missing', {})?.[language];
    expect(correction).toMatch(/^\+.*messages/m);
    expect(correction).not.toMatch(/^-/m);
  },
);

test('quotes are written as each language takes them', () => {
  const correction = correctionOf('key-quoted', 'both-ends', quotes('"', '"'));
  expect(correction?.curl).toContain('-H "Infuzu-API-Key: \\"$INFUZU_API_KEY\\""');
  expect(correction?.python).toContain('f"\\"{key}\\""');
  expect(correctionOf('key-quoted', 'both-ends', quotes('{', '}'))?.python).toContain('f"{{{key}}}"');
});

test('a scheme is written as each language takes it', () => {
  const correction = correctionOf('auth-scheme-unsupported', 'misspelt', { scheme: 'B{a$er' });
  expect(correction?.curl).toContain('-H "Authorization: B{a\\$er $INFUZU_API_KEY"');
  expect(correction?.python).toContain('f"B{{a$er {key}"');
});

test.each([[{}], [{ scheme: 'Basic' }]])('no scheme is made up for %j', (values) =>
  expect(correctionOf('auth-scheme-unsupported', 'known', values)).toBe(
    CORRECTIONS['auth-scheme-unsupported'],
  ),
);

test('white space inside a key is not trimmed, at its ends it is', () => {
  expect(correctionOf('key-whitespace', 'inside', {})?.fetch).toContain('.replace(');
  expect(correctionOf('key-whitespace', 'after', {})?.fetch).toContain('.trim()');
});

test.each(CORRECTION_LANGUAGES)(
  'of two auth headers the one that stays is not struck out in %s',
  (language) => {
    const lines = correctionOf('credentials-multiple', 'two', two)?.[language].split('\n') ?? [];
    expect(lines.filter((line) => /^[-+].*Infuzu-API-Key/.test(line))).toEqual([]);
    expect(lines.some((line) => /^ {4}.*Infuzu-API-Key/.test(line))).toBe(true);
  },
);

test.each([
  [{ limit: 100, minutes: 1 }, '600', 'sleep 0.6 #', 'time.sleep(0.6)'],
  [{ limit: 500, minutes: 10 }, '1200', 'sleep 1.2 #', 'time.sleep(1.2)'],
  [{ limit: 1_500, minutes: 60 }, '2400', 'sleep 2.4 #', 'time.sleep(2.4)'],
])('the pause fits the window of requests that the finding names: %o', (values, script, curl, python) => {
  for (const message of ['requests', 'requests-allowed']) {
    const correction = correctionOf('rate-limit-near', message, values);
    expect(correction?.fetch).toContain(`setTimeout(resolve, ${script}))`);
    expect(correction?.axios).toContain(`setTimeout(resolve, ${script}))`);
    expect(correction?.curl).toContain(curl);
    expect(correction?.python).toContain(python);
  }
});

test('where characters are the limit the pause grows with them', () => {
  const correction = correctionOf('rate-limit-near', 'characters', { limit: 50_000, minutes: 10 });
  expect(correction?.fetch).toContain('12 * question.length');
  expect(correction?.axios).toContain('12 * JSON.stringify(body).length');
  expect(correction?.curl).toContain('0.012 * $1');
  expect(correction?.python).toContain('0.012 * len(json.dumps(body))');
});

test.each(CORRECTION_LANGUAGES)(
  'a refused preflight strikes out no header that the call may never have had in %s',
  (language) => {
    const correction = correctionOf('preflight-rejected', 'status', {})?.[language];
    expect(correction).not.toMatch(/^-.*X-/m);
    expect(correction).toBe(correctionOf('response-hidden-by-cors', 'missing', {})?.[language]);
  },
);

test('the headers that a preflight does not allow are struck out by their names', () => {
  const correction = correctionOf('preflight-rejected', 'headers', { names: '`x-trace-id`, `x-app`' });
  for (const text of [correction?.fetch, correction?.axios]) {
    expect(text?.match(/^-.*/gm)).toEqual(['-   "x-trace-id": value,', '-   "x-app": value,']);
  }
});

test.each(['`infuzu-api-key`', '`x-trace-id`, `authorization`', '`content-type`'])(
  'a call needs %s, so it is not struck out',
  (names) => {
    const correction = correctionOf('preflight-rejected', 'headers', { names });
    expect(correction).toBe(correctionOf('preflight-rejected', 'status', {}));
  },
);

test.each(CORRECTION_LANGUAGES)('takes a key out of the place where it stands in the URL, %s', (language) => {
  const [wrong, ...right] = correctionOf('key-in-url', 'userinfo', {})?.[language].split('\n') ?? [];
  expect(wrong).toMatch(/^-.*\/\/user:.*@/);
  expect(wrong).not.toContain('api_key');
  expect(right.join('')).not.toContain('user:');
  expect(correctionOf('key-in-url', 'query', {})?.[language]).toContain('api_key');
});

describe('withMethod', () => {
  const of = (rule: string, method: string) => {
    const correction = correctionOf(rule, '', {});
    if (correction === undefined) throw new Error(rule);
    return withMethod(correction, method);
  };
  const whole = (rule: string, method: string) => Object.values(of(rule, method)).join('\n');

  it.each(['GET', 'DELETE'])('writes a %s without a body', (method) => {
    for (const rule of [
      'credentials-missing',
      'bearer-prefix-missing',
      'key-whitespace',
      'auth-scheme-unsupported',
    ]) {
      const text = whole(rule, method);
      expect(text).not.toMatch(/post|body|json/i);
      expect(text).toContain(`requests.${method.toLowerCase()}(url, headers=`);
      expect(text).toContain(`axios.${method.toLowerCase()}(url, {`);
      expect(text).toContain(`method: "${method}"`);
    }
  });
  it.each(['insecure-transport', 'key-in-url', 'mixed-content-blocked'])(
    'leaves the body out of %s, too',
    (rule) => {
      expect(whole(rule, 'GET')).not.toMatch(/--json|json=|, body\b|post\(/);
      expect(of(rule, 'DELETE').curl).toContain('curl -X DELETE ');
    },
  );
  it('keeps the body of a PUT', () => {
    const text = whole('credentials-missing', 'PUT');
    expect(text).not.toMatch(/post/i);
    expect(text).toContain('curl -X PUT "$URL" --json "$BODY"');
    expect(text).toContain('axios.put(url, body, {');
  });
  it.each(['POST', 'OPTIONS', 'X"'])('leaves the catalogue as it is for %s', (method) =>
    expect(of('credentials-missing', method)).toBe(correctionOf('credentials-missing', '', {})),
  );
});
