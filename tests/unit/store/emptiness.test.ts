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
  ['nothing called yet', feed({}), 'nothing'],
  ['connection lost', feed({ connection: 'lost', paused: true }), 'lost'],
  ['connecting', feed({ connection: 'connecting' }), 'connecting'],
  ['access revoked', feed({ paused: true }, { infuzuGranted: false }), 'revoked'],
  ['paused', feed({ paused: true }), 'paused'],
  ['site not watched', feed({}, { site: NOT_GRANTED }), 'not-watched'],
  ['site opened by the click', feed({}, { site: OPENED }), 'just-opened'],
  ['site opened by the click, in DevTools', feed({}, { site: OPENED, devtoolsOpen: true }), 'nothing'],
  ['site not watched, in DevTools', feed({}, { site: NOT_GRANTED, devtoolsOpen: true }), 'not-watched'],
] as const)('%s', (_, state, why) => {
  expect(emptinessOf(state).why).toBe(why);
});

test('a tab without a site is told as such, unless DevTools sees it', () => {
  const { site: _, ...coverage } = feed({}).coverage;
  expect(emptinessOf({ ...feed({}), coverage }).why).toBe('no-site');
  expect(emptinessOf({ ...feed({}), coverage: { ...coverage, devtoolsOpen: true } }).why).toBe('nothing');
});

test.each([
  ['https://app.example.com', 'app.example.com'],
  ['http://localhost:8080', 'localhost:8080'],
  ['null', 'null'],
  ['file://', 'file://'],
])('the name of %s is %s', (origin, name) => {
  expect(siteName(origin)).toBe(name);
});
