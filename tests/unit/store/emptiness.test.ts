import { expect, test } from 'vitest';
import { emptinessOf, siteName } from '../../../lib/store/emptiness';
import type { FeedState } from '../../../lib/store/feed-state';

const feed = (over: Partial<FeedState>, coverage: Partial<FeedState['coverage']> = {}): FeedState => ({
  connection: 'live',
  exchanges: [],
  dropped: 0,
  paused: false,
  ...over,
  coverage: {
    infuzuGranted: true,
    devtoolsOpen: false,
    site: { origin: 'https://app.example.com', access: 'granted' },
    ...coverage,
  },
});
const OPENED = { origin: 'https://app.example.com', access: 'until-navigation' } as const;
const NOT_GRANTED = { origin: 'https://app.example.com', access: 'not-granted' } as const;

test.each([
  ['nothing called yet', feed({}), 0, 'nothing'],
  ['all hidden', feed({ paused: true }), 3, 'hidden'],
  ['connection lost', feed({ connection: 'lost', paused: true }), 0, 'lost'],
  ['connecting', feed({ connection: 'connecting' }), 0, 'connecting'],
  ['access revoked', feed({ paused: true }, { infuzuGranted: false }), 0, 'revoked'],
  ['paused', feed({ paused: true }), 0, 'paused'],
  ['site not watched', feed({}, { site: NOT_GRANTED }), 0, 'not-watched'],
  ['site opened by the click', feed({}, { site: OPENED }), 0, 'just-opened'],
  ['site opened by the click, in DevTools', feed({}, { site: OPENED, devtoolsOpen: true }), 0, 'nothing'],
  ['site not watched, in DevTools', feed({}, { site: NOT_GRANTED, devtoolsOpen: true }), 0, 'not-watched'],
] as const)('%s', (_, state, calls, why) => {
  expect(emptinessOf(state, calls).why).toBe(why);
});

test('a tab without a site is told as such, unless DevTools sees it', () => {
  const { site: _, ...coverage } = feed({}).coverage;
  expect(emptinessOf({ ...feed({}), coverage }, 0).why).toBe('no-site');
  expect(emptinessOf({ ...feed({}), coverage: { ...coverage, devtoolsOpen: true } }, 0).why).toBe('nothing');
});

test.each([
  ['https://app.example.com', 'app.example.com'],
  ['http://localhost:8080', 'localhost:8080'],
  ['null', 'null'],
  ['file://', 'file://'],
])('the name of %s is %s', (origin, name) => {
  expect(siteName(origin)).toBe(name);
});
