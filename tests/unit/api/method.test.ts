import { expect, it } from 'vitest';
import { normalizeMethod } from '../../../lib/api/method';

it.each([
  ['post', 'POST'],
  ['Options', 'OPTIONS'],
  ['DELETE', 'DELETE'],
  // Browsers send it so, and no server knows it.
  ['patch', 'patch'],
  ['PATCH', 'PATCH'],
  ['posts', 'posts'],
])('%s is sent as %s', (written, sent) => {
  expect(normalizeMethod(written)).toBe(sent);
});
