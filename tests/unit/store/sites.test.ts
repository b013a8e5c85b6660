import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/store/settings';
import { grantedSites, isSeenByManifest, readSite, sitePattern, siteText } from '../../../lib/store/sites';

test.each([
  ['https://app.example.com', 'https://app.example.com/*'],
  ['http://app.example.com:8080', 'http://app.example.com/*'],
  ['chrome://newtab', undefined],
  ['null', undefined],
])('the pattern of %s is %s', (origin, pattern) => {
  expect(sitePattern(origin)).toBe(pattern);
});

test.each([
  ['https://chat.infuzu.com', true],
  ['http://localhost:3000', true],
  ['http://127.0.0.1', true],
  ['https://localhost', false],
  ['https://app.example.com', false],
])('%s is seen by the manifest: %s', (origin, seen) => {
  expect(isSeenByManifest(origin)).toBe(seen);
});

describe('a site that the user types', () => {
  test.each([
    ['app.example.com', 'https://app.example.com/*'],
    [' https://app.example.com/path?x ', 'https://app.example.com/*'],
    ['http://app.example.com:8080', 'http://app.example.com/*'],
    ['192.168.1.20', 'https://192.168.1.20/*'],
    ['https://localhost', 'https://localhost/*'],
  ])('%s asks for %s', (text, pattern) => {
    expect(readSite(text, [])).toEqual({ pattern });
  });

  test.each([
    ['', 'nothing'],
    ['two words', 'no-site'],
    ['ftp://example.com', 'no-site'],
    ['chrome://settings', 'no-site'],
    ['8080', 'no-site'],
    ['http://localhost:3000', 'always'],
    ['admin.infuzu.com', 'always'],
  ])('%s: %s', (text, problem) => {
    expect(readSite(text, [])).toEqual({ problem });
  });

  test.each([
    ['https://app.example.com/*', true],
    ['*://app.example.com/*', true],
    ['*://*.example.com/*', true],
    ['https://*/*', true],
    ['<all_urls>', true],
    ['http://app.example.com/*', false],
    ['*://other.example.com/*', false],
    ['*://*.app.example.com/*', true],
    ['*://*.notexample.com/*', false],
  ])('is known under %s: %s', (granted, known) => {
    const entry = readSite('app.example.com', [granted]);
    expect(entry).toEqual(known ? { problem: 'known' } : { pattern: 'https://app.example.com/*' });
  });
});

test('sites are what was granted without the hosts of the user', () => {
  const settings = { ...DEFAULT_SETTINGS, ownHosts: ['staging.example.com:8443'] };
  const granted = ['*://staging.example.com/*', 'https://app.example.com/*'];
  expect(grantedSites(granted, settings)).toEqual(['https://app.example.com/*']);
});

test.each([
  ['https://app.example.com/*', 'app.example.com'],
  ['*://app.example.com/*', 'app.example.com'],
  ['http://app.example.com/*', 'http://app.example.com'],
  ['*://*/*', '*'],
  ['<all_urls>', '*'],
])('%s reads %s', (pattern, text) => {
  expect(siteText(pattern)).toBe(text);
});
