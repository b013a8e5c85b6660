import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, KEPT_PER_TAB, parseSettings } from '../../../lib/store/settings';

test.each([undefined, null, 'settings', 7, [], {}])('of %o are the defaults', (stored) => {
  expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS);
});

test('are read back as they were saved', () => {
  for (const keptPerTab of KEPT_PER_TAB) {
    const settings = { ownHosts: ['localhost:8080'], theme: 'dark', preserveLog: false, keptPerTab } as const;
    expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  }
});

test.each([
  ['keptPerTab', [0, -1, 2, 10_001, 1e9, '50000', null, [50_000], Number.NaN]],
  ['theme', ['blue', 0, null]],
  ['preserveLog', ['yes', 0, null]],
  ['ownHosts', ['localhost', 1, [7, 'two words']]],
])('of %s what does not fit is the default', (name, values) => {
  for (const value of values) expect(parseSettings({ [name]: value })).toEqual(DEFAULT_SETTINGS);
});
