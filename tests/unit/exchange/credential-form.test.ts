import { describe, expect, it } from 'vitest';
import { parseForm } from '../../../lib/exchange/credential-form';

const bearer = (separator: string, tokens = 1, schemes = 1, scheme = 'Bearer') => ({
  type: 'bearer',
  scheme,
  separator,
  tokens,
  schemes,
});
const other = (scheme: string | undefined, misspelt = false, parameters = false) => ({
  type: 'other-scheme',
  ...(scheme && { scheme }),
  misspelt,
  parameters,
});

describe('parseForm of Authorization', () => {
  it.each([
    ['Bearer KEY1', bearer('space'), 'KEY1'],
    ['bearer KEY1', bearer('space', 1, 1, 'bearer'), 'KEY1'],
    ['BEARER KEY1', bearer('space', 1, 1, 'BEARER'), 'KEY1'],
    ['Bearer', bearer('none', 0), ''],
    ['BearerKEY1', bearer('none'), 'KEY1'],
    ['Bearers KEY1', bearer('none', 2), 's KEY1'],
    ['Bearer:KEY1', bearer('punctuation'), 'KEY1'],
    ['Bearer: KEY1', bearer('punctuation'), 'KEY1'],
    ['Bearer : KEY1', bearer('punctuation'), 'KEY1'],
    ['Bearer=KEY1', bearer('punctuation'), 'KEY1'],
    ['Bearer, KEY1', bearer('punctuation'), 'KEY1'],
    ['Bearer;KEY1', bearer('punctuation'), 'KEY1'],
    ['Bearer  KEY1', bearer('several'), 'KEY1'],
    ['Bearer \tKEY1', bearer('several'), 'KEY1'],
    ['Bearer \u00a0KEY1', bearer('several'), 'KEY1'],
    ['Bearer\tKEY1', bearer('tab'), 'KEY1'],
    ['Bearer\u00a0KEY1', bearer('other-space'), 'KEY1'],
    ['Bearer\u2003KEY1', bearer('other-space'), 'KEY1'],
    ['Bearer\nKEY1', bearer('other-space'), 'KEY1'],
    ['Bearer Bearer KEY1', bearer('space', 1, 2), 'KEY1'],
    ['Bearer bearer KEY1', bearer('space', 1, 2), 'KEY1'],
    ['Bearer Bearer: KEY1', bearer('space', 1, 2), 'KEY1'],
    ['Bearer Bearer', bearer('space', 0, 2), ''],
    ['Bearer Bearer Bearer KEY1', bearer('space', 1, 3), 'KEY1'],
    ['Bearer bearerKEY1', bearer('space'), 'bearerKEY1'],
    ['Bearer KEY1 KEY2', bearer('space', 2), 'KEY1 KEY2'],
    ['Bearer KEY1\tKEY2 KEY3', bearer('space', 3), 'KEY1\tKEY2 KEY3'],
    ['Bearer {{ api_key }}', bearer('space'), '{{ api_key }}'],
    ['Bearer [object Object]', bearer('space'), '[object Object]'],
    ['Bearer your api key', bearer('space'), 'your api key'],
  ])('%j', (value, form, key) => {
    expect(parseForm('Authorization', value)).toEqual({ form, key });
  });

  it.each([
    ['Basic YTpi', other('Basic'), 'YTpi'],
    ['basic YTpi', other('basic'), 'YTpi'],
    ['Basic', other('Basic'), ''],
    ['Negotiate', other('Negotiate'), ''],
    ['Negotiate YIIabc', other('Negotiate'), 'YIIabc'],
    ['Token KEY1', other('Token'), 'KEY1'],
    ['Token token="KEY1"', other('Token', false, true), 'token="KEY1"'],
    ['ApiKey KEY1', other('ApiKey'), 'KEY1'],
    ['Api-Key KEY1', other('Api-Key'), 'KEY1'],
    ['Key KEY1', other('Key'), 'KEY1'],
    ['Token: KEY1', other('Token:'), 'KEY1'],
    ['Digest username="a", nc=1', other('Digest', false, true), 'username="a", nc=1'],
    ['Baerer KEY1', other('Baerer', true), 'KEY1'],
    ['Bear KEY1', other('Bear', true), 'KEY1'],
    ['Berer: KEY1', other('Berer:', true), 'KEY1'],
    ['Beaerr\u00a0KEY1', other('Beaerr', true), 'KEY1'],
    ['Basic\u00a0YTpi', other('Basic'), 'YTpi'],
    // A word that is no known scheme may be a part of the key.
    ['Foo KEY1', other(undefined), 'Foo KEY1'],
    ['KEY1 KEY2', other(undefined), 'KEY1 KEY2'],
    ['KEY1\tKEY2', other(undefined), 'KEY1\tKEY2'],
  ])('%j', (value, form, key) => {
    expect(parseForm('Authorization', value)).toEqual({ form, key });
  });

  it.each(['KEY1', 'KE\u00a0Y1', 'Token', 'undefined', '[object Object]', 'your api key', 'Basic:KEY1'])(
    'takes %j for a key alone',
    (value) => {
      expect(parseForm('Authorization', value)).toEqual({ form: { type: 'key' }, key: value });
    },
  );
});

describe.each(['Infuzu-API-Key', 'X-Infuzu-API-Key'] as const)('parseForm of %s', (field) => {
  it.each([
    ['Bearer KEY1', bearer('space'), 'KEY1'],
    ['bearer KEY1', bearer('space', 1, 1, 'bearer'), 'KEY1'],
    ['Bearer  KEY1', bearer('several'), 'KEY1'],
    ['Bearer\u00a0KEY1', bearer('other-space'), 'KEY1'],
    ['Bearer: KEY1', bearer('punctuation'), 'KEY1'],
    ['Bearer', bearer('none', 0), ''],
  ])('%j', (value, form, key) => {
    expect(parseForm(field, value)).toEqual({ form, key });
  });
  it.each(['KEY1', 'BearerKEY1', 'bearer_KEY1', 'Basic YTpi', 'Token KEY1', 'KEY1 KEY2', 'undefined'])(
    'takes %j for a key alone',
    (value) => {
      expect(parseForm(field, value)).toEqual({ form: { type: 'key' }, key: value });
    },
  );
});

describe('parseForm', () => {
  it.each(['Bearer ', 'bearer', ' ', '\u00a0', ':', 'a ', 'Bearer:'])(
    'ends on a large value of %j',
    (piece) => {
      const value = `Bearer ${piece.repeat(100_000 / piece.length)}`;
      expect(parseForm('Authorization', value).form.type).toBe('bearer');
      expect(parseForm('Infuzu-API-Key', value).form.type).toBe('bearer');
    },
  );
});
