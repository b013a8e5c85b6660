import { expect, it } from 'vitest';
import { originOfHar } from '../../../lib/observe/file-origin';
import { FAKE_KEY } from '../support/exchange-of';

it.each([
  [
    'Firefox, which names itself twice',
    {
      version: '1.2',
      creator: { name: 'Firefox', version: '140.0' },
      browser: { name: 'Firefox', version: '140.0' },
    },
    { madeBy: ['Firefox 140.0'], harVersion: '1.2' },
  ],
  [
    'a tool beside a browser',
    { version: 1.1, creator: { name: 'BrowserMob Proxy', version: 2 }, browser: { name: 'Chrome' } },
    { madeBy: ['Chrome', 'BrowserMob Proxy 2'], harVersion: '1.1' },
  ],
  ['nobody', { creator: 'me', browser: null }, { madeBy: [] }],
  [
    'what should not be there',
    { creator: { name: FAKE_KEY, version: 'x'.repeat(200) } },
    { madeBy: [`[redacted] ${'x'.repeat(49)}…`] },
  ],
])('a HAR file says that it is of %s', (_, log, origin) => {
  expect(originOfHar(log)).toEqual(origin);
});
