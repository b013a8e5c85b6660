/**
 * Times the command line on large HAR files, made on the fly: `npx tsx tests/bench/large-har.ts [MB…]`.
 * Half of the entries are calls to Infuzu, as in a busy customer's file; with `all` every one is.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BROWSER_HEADERS = {
  accept: 'application/json',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'en-US,en;q=0.9',
  'cache-control': 'no-cache',
  origin: 'https://app.example.com',
  priority: 'u=1, i',
  referer: 'https://app.example.com/chat',
  'sec-ch-ua': '"Chromium";v="150", "Not.A/Brand";v="99"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Linux"',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'cross-site',
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
};
const fields = (object: Readonly<Record<string, string>>) =>
  Object.entries(object).map(([name, value]) => ({ name, value }));

function entry(i: number, isInfuzu: boolean): string {
  const refused = i % 10 === 0;
  const answer = refused
    ? { errors: [{ code: 'invalid_api_key', message: 'The API key is invalid.' }], warnings: [] }
    : { results: { content: 'A plain answer. '.repeat(20) }, errors: [], warnings: [] };
  return JSON.stringify({
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + i * 1_000).toISOString(),
    time: 180,
    _resourceType: isInfuzu ? 'fetch' : 'script',
    request: {
      method: isInfuzu ? 'POST' : 'GET',
      url: isInfuzu ? 'https://chat.infuzu.com/api/llm-response' : `https://cdn.example.com/part-${i}.js`,
      httpVersion: 'http/2.0',
      headers: [
        { name: ':method', value: 'POST' },
        ...fields(BROWSER_HEADERS),
        ...(isInfuzu
          ? fields({
              'infuzu-api-key': 'ifz_FAKEkey0000000000000000000001',
              'content-type': 'application/json',
            })
          : []),
      ],
      ...(isInfuzu && {
        postData: {
          mimeType: 'application/json',
          text: JSON.stringify({ messages: [{ role: 'user', content: 'A short question. '.repeat(4) }] }),
        },
      }),
    },
    response: {
      status: isInfuzu && refused ? 401 : 200,
      headers: fields({
        'access-control-allow-origin': '*',
        'content-type': 'application/json',
        date: new Date(Date.UTC(2026, 0, 1) + i * 1_000).toUTCString(),
        server: 'nginx',
        'strict-transport-security': 'max-age=31536000',
        vary: 'Origin',
      }),
      content: {
        mimeType: 'application/json',
        text: isInfuzu ? JSON.stringify(answer) : 'let a = 1; '.repeat(60),
      },
    },
  });
}

function makeHar(megabytes: number, all: boolean): { text: string; entries: number } {
  const entries: string[] = [];
  for (let size = 0; size < megabytes * 1_000_000; size += entries.at(-1)?.length ?? 0) {
    entries.push(entry(entries.length, all || entries.length % 2 === 0));
  }
  const text = `{"log":{"version":"1.2","creator":{"name":"WebInspector"},"entries":[${entries.join(',')}]}}`;
  return { text, entries: entries.length };
}

const folder = mkdtempSync(join(tmpdir(), 'inspect-bench-'));
try {
  const words = process.argv.slice(2);
  const all = words.includes('all');
  const sizes = words.filter((word) => word !== 'all').map(Number);
  for (const megabytes of sizes.length > 0 ? sizes : [1, 5, 20, 50]) {
    const { text, entries } = makeHar(megabytes, all);
    const file = join(folder, `${megabytes}.har`);
    writeFileSync(file, text);
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      spawnSync('npm', ['run', '--silent', 'inspect', '--', file, '--format', 'json'], {
        cwd: ROOT,
        maxBuffer: 1e9,
      });
      return performance.now() - start;
    });
    const best = (Math.min(...times) / 1_000).toFixed(2);
    const worst = (Math.max(...times) / 1_000).toFixed(2);
    const load = loadavg()[0]?.toFixed(1);
    process.stdout.write(
      `${megabytes} MB, ${entries} entries: ${best} s (worst of 3: ${worst} s; load ${load})\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
