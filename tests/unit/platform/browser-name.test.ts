import { expect, test } from 'vitest';
import { browserName } from '../../../lib/platform/browser-name';

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';

test.each([
  [CHROME, 'Chrome 143'],
  [`${CHROME} Edg/143.0.0.0`, 'Edge 143'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140'],
  ['Something else', 'Something else'],
])('the browser of %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
