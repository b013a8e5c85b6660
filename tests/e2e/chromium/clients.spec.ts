import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { VALID_KEY } from '../../mock-api/index';
import { expect, test } from './harness/fixtures';

const ENTRY = fileURLToPath(new URL('../pages/clients/clients.ts', import.meta.url));
const WRONG_KEY = 'ifz_FAKE_WRONG_KEY_0000000007';

declare global {
  interface Window {
    callWith(client: string, call: { query: string; headers: Record<string, string> }): Promise<string>;
  }
}

/** One script for the page, as a customer's bundler makes it. */
async function bundleClients(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: { write: false, minify: false, rolldownOptions: { input: ENTRY, output: { format: 'iife' } } },
  });
  const bundles = Array.isArray(output) ? output : [output];
  for (const bundle of bundles) {
    if (!('output' in bundle)) continue;
    for (const part of bundle.output) if (part.type === 'chunk') return part.code;
  }
  throw new Error('the clients were not bundled');
}

let script = '';
test.beforeAll(async () => {
  script = await bundleClients();
});

interface Case {
  readonly what: string;
  readonly headers: Record<string, string>;
  /** The row's name without its method and path. */
  readonly row: RegExp;
  /** What the detail shows of the server's answer. */
  readonly code?: string;
  /** Clients that cannot make this mistake. */
  readonly not?: readonly string[];
}

const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });
const CASES: readonly Case[] = [
  { what: 'Bearer', headers: bearer(VALID_KEY), row: /^Clean: .*, 200, Clean/ },
  {
    what: 'Infuzu-API-Key',
    headers: { 'Infuzu-API-Key': VALID_KEY },
    row: /^Clean: .*, 200, Clean/,
    not: ['openai'],
  },
  {
    what: 'X-Infuzu-API-Key',
    headers: { 'X-Infuzu-API-Key': VALID_KEY },
    row: /^Clean: .*, 200, Clean/,
    not: ['openai'],
  },
  {
    what: 'no prefix',
    headers: { Authorization: VALID_KEY },
    row: /^Error: .*, 401, .*prefix is missing/,
    code: 'invalid_authorization_header',
    // The SDK writes the prefix by itself.
    not: ['openai'],
  },
  {
    what: 'two headers',
    headers: { ...bearer(VALID_KEY), 'Infuzu-API-Key': VALID_KEY },
    row: /^Error: .*, 400, Two auth headers/,
    code: 'multiple_api_keys',
  },
  {
    what: 'a key that is undefined',
    headers: bearer('undefined'),
    row: /^Error: .*, 401, Key is the text undefined/,
    code: 'invalid_api_key',
  },
  {
    what: 'a trailing space',
    headers: bearer(`${VALID_KEY} `),
    row: /^Warning: .*, 200, White space after the key, trimmed/,
    // It trims header values by itself: the browser gets a clean one.
    not: ['axios'],
  },
  {
    what: 'a wrong key',
    headers: bearer(WRONG_KEY),
    row: /^Error: .*, 401, .*(wrong|revoked)/,
    code: 'invalid_api_key',
  },
];

for (const client of ['fetch', 'XMLHttpRequest', 'axios', 'ky', 'ofetch', 'superagent', 'wretch', 'openai']) {
  test(`${client}: clean when it is used right, and diagnosed in its usual mistakes`, async ({
    api,
    inspector,
  }, testInfo) => {
    /** Milliseconds from the answer in the page to its code in the detail, with the way there by the test's own hand. */
    const delays: number[] = [];
    api.addPage(
      '/clients',
      '<!doctype html><meta charset="utf-8"><title>clients</title><script src="/clients.js"></script>',
    );
    api.addPage('/clients.js', script, { 'content-type': 'text/javascript' });
    const page = await inspector.openPage(`http://localhost:${api.ports.http}/clients`);
    const devtools = await inspector.openDevtools(page);
    for (const { what, headers, row, code, not = [] } of CASES) {
      if (not.includes(client)) continue;
      await test.step(what, async () => {
        const query = `?case=${encodeURIComponent(what)}`;
        const before = new Set((await devtools.rows()).map(({ key }) => key));
        const seen = await page.evaluate(
          (name: string, call: { query: string; headers: Record<string, string> }) =>
            window.callWith(name, call),
          client,
          { query, headers },
        );
        const answered = performance.now();
        expect(seen === 'ok').toBe(code === undefined);
        const shown = await devtools.row(({ key, name }) => !before.has(key) && row.test(name));
        if (code === undefined) return;
        await devtools.select(shown);
        // Also where the client left the body unread: the decoded code is there.
        expect(await devtools.waitForDetail(new RegExp(code))).toContain(code);
        delays.push(Math.round(performance.now() - answered));
      });
    }
    expect(inspector.uncaughtErrors()).toEqual([]);
    const description = `${client.padEnd(14)} | decoded after ${delays.join(', ')} ms`;
    testInfo.annotations.push({ type: 'time', description });
    process.stdout.write(`${description}\n`);
  });
}
