import { describe, expect, test } from 'vitest';
import { grantFor, grantsWithout, readOwnHost } from '../../../lib/store/own-host-entry';
import { DEFAULT_SETTINGS, MAX_OWN_HOSTS, type Settings } from '../../../lib/store/settings';

const settingsWith = (...ownHosts: string[]): Settings => ({ ...DEFAULT_SETTINGS, ownHosts });

describe('a host that the user types', () => {
  test.each([
    ['staging.example.com', 'staging.example.com'],
    ['  Staging.Example.com. ', 'staging.example.com'],
    ['*.example.com', '*.example.com'],
    ['*.example.com:8443', '*.example.com:8443'],
    ['localhost:8080', 'localhost:8080'],
    ['https://gateway.example.com:8443/v1?x=1', 'gateway.example.com:8443'],
    ['http://localhost:80', 'localhost:80'],
    ['gateway', 'gateway'],
    ['10.0.0.7:3000', '10.0.0.7:3000'],
    ['[::1]:8080', '[::1]:8080'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ])('%s is kept as %s', (text, host) => {
    expect(readOwnHost(text, DEFAULT_SETTINGS)).toMatchObject({ host });
  });

  test.each([
    ['', 'nothing'],
    ['   ', 'nothing'],
    ['two words', 'no-host'],
    ['*', 'no-host'],
    ['https://', 'no-host'],
    ['api.*.example.com', 'no-host'],
    ['user:secret@example.com', 'no-host'],
    ['example.com:99999', 'no-host'],
    ['8080', 'no-host'],
    ['a,b', 'no-host'],
    ['infuzu.com', 'infuzu'],
    ['*.infuzu.com', 'infuzu'],
    ['chat.infuzu.com:443', 'infuzu'],
    ['*.com', 'too-wide'],
    ['notinfuzu.com', undefined],
  ])('%s: %s', (text, problem) => {
    expect(readOwnHost(text, DEFAULT_SETTINGS)).toEqual(
      problem === undefined ? expect.not.objectContaining({ problem: expect.anything() }) : { problem },
    );
  });

  test('is there once, and not without end', () => {
    expect(readOwnHost('EXAMPLE.com', settingsWith('example.com'))).toEqual({ problem: 'known' });
    const full = settingsWith(...Array.from({ length: MAX_OWN_HOSTS }, (_, i) => `h${i}.example`));
    expect(readOwnHost('one-more.example', full)).toEqual({ problem: 'too-many' });
  });
});

describe('the permission of a host', () => {
  test('is none on this machine, and knows no port', () => {
    expect(grantFor({ hostname: 'localhost', port: 8080 })).toBeUndefined();
    expect(grantFor({ hostname: '127.0.0.1' })).toBeUndefined();
    expect(grantFor({ hostname: 'localhost.example' })).toBe('*://localhost.example/*');
    expect(grantFor({ hostname: '*.example.com', port: 8443 })).toBe('*://*.example.com/*');
  });

  test('is given back with the last host that needs it', () => {
    const both = settingsWith('a.example:1', 'a.example:2', 'localhost:3');
    expect(grantsWithout(both, settingsWith('a.example:2'))).toEqual([]);
    expect(grantsWithout(both, settingsWith('localhost:3'))).toEqual(['*://a.example/*']);
    expect(grantsWithout(both, settingsWith('a.example:1', 'a.example:2'))).toEqual([]);
  });
});
