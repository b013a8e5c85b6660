/** The clients that customers use, bundled into a page as customers do it. */
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { build } from 'vite';
import { VALID_KEY } from '../../mock-api/index';
import { poll } from '../harness/poll';
import { rowCount } from './calls';
import type { Scenario } from './scenario';

const ENTRY = fileURLToPath(new URL('../pages/clients/clients.ts', import.meta.url));
const WRONG_KEY = 'ifz_FAKE_WRONG_KEY_0000000007';
const CLIENTS = ['fetch', 'XMLHttpRequest', 'axios', 'ky', 'ofetch', 'superagent', 'wretch', 'openai'];

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

export const CLIENT_SCENARIOS: readonly Scenario[] = [
  {
    title: `${CLIENTS.join(', ')}: clean when used right, and diagnosed in their usual mistakes`,
    timeout: 120_000,
    async run({ api, inspector, step }) {
      api.addPage(
        '/clients',
        '<!doctype html><meta charset="utf-8"><title>clients</title><script src="/clients.js"></script>',
      );
      api.addPage('/clients.js', await bundleClients(), { 'content-type': 'text/javascript' });
      const page = await inspector.openPage(`http://localhost:${api.ports.http}/clients`);
      const devtools = await inspector.openDevtools(page);
      let calls = 0;
      for (const client of CLIENTS) {
        for (const { what, headers, row, code, not = [] } of CASES) {
          if (not.includes(client)) continue;
          await step(`${client}: ${what}`, async () => {
            const query = `?case=${encodeURIComponent(`${client}, ${what}`)}`;
            const seen = await page.evaluate(
              (name: string, call: { query: string; headers: Record<string, string> }) =>
                window.callWith(name, call),
              client,
              { query, headers },
            );
            expect(seen === 'ok').toBe(code === undefined);
            calls++;
            const count = () => rowCount(devtools);
            await poll(
              async () => `row ${calls}; there are ${await count()}`,
              async () => (await count()) === calls,
            );
            // The list is virtual: the last row is in the document once it is the one that is selected.
            if (calls === 1) await devtools.select(await devtools.row(({ rowIndex }) => rowIndex === 2));
            else await devtools.view.input.press('End');
            await devtools.row(
              ({ rowIndex, selected, name }) => rowIndex === calls + 1 && selected && row.test(name),
            );
            // Also where the client left the body unread: the decoded code is there.
            if (code !== undefined) await devtools.waitForDetail(code);
          });
        }
      }
      expect(await inspector.uncaughtErrors()).toEqual([]);
    },
  },
];
