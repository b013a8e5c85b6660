import { expect, it, vi } from 'vitest';

type Changes = Record<string, { newValue?: unknown }>;

/** Each area tells its own changes, and all areas together tell those of both. */
const storage = vi.hoisted(() => {
  const eventOf = () => {
    const listeners: ((changes: Changes) => void)[] = [];
    return {
      addListener: (listener: (changes: Changes) => void) => void listeners.push(listener),
      tell: (changes: Changes) => {
        for (const listener of listeners) listener(changes);
        return listeners.length;
      },
    };
  };
  return { onChanged: eventOf(), local: { onChanged: eventOf() } };
});
vi.mock('wxt/browser', () => ({ browser: { storage } }));
// Another file of the same worker may have loaded the module with another browser.
vi.resetModules();
const { watchStoredSettings } = await import('../../../lib/platform/settings');

it('tells a change of the settings, and is not told what the background keeps in the session', () => {
  const told: unknown[] = [];
  watchStoredSettings((stored) => told.push(stored));
  expect(storage.onChanged.tell({ 'record:1.0': { newValue: '{}' } })).toBe(0);
  storage.local.onChanged.tell({ layout: { newValue: {} } });
  storage.local.onChanged.tell({ settings: { newValue: { ownHosts: [] } } });
  expect(told).toEqual([{ ownHosts: [] }]);
});
