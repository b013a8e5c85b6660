import { describe, expect, it } from 'vitest';
import { isCollected, isCollectorMessage } from '../../../lib/messaging/messages';
import { harOf } from '../support/web-request-of';

describe('what the devtools page tells', () => {
  const place = { type: 'har-place', entryId: 'a', group: 'POST https://chat.infuzu.com/' };
  it.each([
    ['an entry', harOf('a', { status: 401 })],
    ['its place', { ...place, order: { since: 1, asked: 2, index: 0, count: 2, tied: 2 } }],
    ['the loss of its place', place],
  ])('may be %s', (_, told) => {
    expect(isCollected(told)).toBe(true);
  });

  it.each([
    ['an entry without its exchange', { ...harOf('a'), exchange: undefined }],
    ['a place that is no number', { ...place, order: { since: 1, asked: 2, index: '0', count: 2 } }],
    ['a place of no entry', { ...place, entryId: undefined }],
    ['anything else', { type: 'exchange' }],
  ])('is not %s', (_, told) => {
    expect(isCollected(told)).toBe(false);
  });

  it('is looked at one by one: what does not fit takes nothing with it', () => {
    const collected = [harOf('b'), { type: 'exchange' }];
    expect(isCollectorMessage({ type: 'collected', collected, latest: 2 })).toBe(true);
    expect(isCollectorMessage({ type: 'collected', collected })).toBe(false);
    expect(isCollectorMessage({ type: 'collected', latest: 2 })).toBe(false);
  });
});
