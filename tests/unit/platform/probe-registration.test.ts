import { expect, it, vi } from 'vitest';

/** Refuses, as browsers do, an id that is there already or no more; everything takes a turn. */
const browser = vi.hoisted(() => {
  const registered = new Map<string, { id: string; matches: string[] }>();
  const granted: string[] = [];
  const refusals: string[] = [];
  const refuse = (id: string) => {
    refusals.push(id);
    throw new Error(id);
  };
  return {
    registered,
    granted,
    refusals,
    permissions: { getAll: async () => ({ origins: [...granted] }) },
    scripting: {
      getRegisteredContentScripts: async () => [...registered.values()],
      async unregisterContentScripts({ ids }: { ids: string[] }) {
        for (const id of ids) if (!registered.delete(id)) refuse(`nonexistent ${id}`);
      },
      async registerContentScripts(scripts: { id: string; matches: string[] }[]) {
        for (const script of scripts) {
          if (script.matches.includes('gone')) refuse('no grant');
          if (registered.has(script.id)) refuse(`duplicate ${script.id}`);
          registered.set(script.id, script);
        }
      },
    },
  };
});
vi.mock('wxt/browser', () => ({ browser }));
// Another file of the same worker may have loaded the module with another browser.
vi.resetModules();
const { registerProbes } = await import('../../../lib/platform/probe-registration');
const matches = () => [...browser.registered.values()].map((script) => script.matches);

it('registers for what is granted last, however often it is told at once', async () => {
  browser.granted.push('https://a.example/*');
  const first = registerProbes();
  const second = registerProbes();
  browser.granted.push('https://b.example/*');
  await Promise.all([first, second, registerProbes()]);
  expect(browser.refusals).toEqual([]);
  expect(matches()).toEqual(Array(2).fill(['https://a.example/*', 'https://b.example/*']));
  for (const script of browser.registered.values())
    expect(script).toMatchObject({ allFrames: true, matchOriginAsFallback: true });
});

it('goes on after a refusal', async () => {
  browser.granted.push('gone');
  await registerProbes();
  expect(browser.refusals).toEqual(['no grant']);
  browser.granted.pop();
  await registerProbes();
  expect(matches()).toHaveLength(2);
  browser.granted.length = 0;
  await registerProbes();
  expect(matches()).toEqual([]);
});
