/**
 * What the installed extension costs pages that have nothing to do with Infuzu: no grant, DevTools closed. Page loads
 * with many requests in four browsers by turns: without it, with it, with an extension that has the permission
 * `webRequest` and no code at all, and once more without any. The permission tells what the browser takes for that API,
 * whoever has it; the last one how much is noise. Two kinds of page wait for nothing but the browser; the third has
 * answers that take their time, as those of a real site do. Needs the built extension; run by `npm run bench`, or
 * `npx tsx tests/bench/page-speed.ts [ROUNDS]`.
 */
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { textTable } from '../../scripts/text-table';
import { Browser } from '../e2e/chromium/harness/browser';
import { launchInspector } from '../e2e/chromium/harness/inspector';
import type { Page } from '../e2e/chromium/harness/page';
import { temporaryFolder } from '../e2e/harness/temporary-folder';
import { startMockApi } from '../mock-api/index';

const ROUNDS = Number(process.argv[2] ?? 20);
const SITE = 'https://shop.example.com';
const KINDS = { sequential: 200, concurrent: 600, distant: 120 };
type Kind = keyof typeof KINDS;
type Times = Record<Kind, number[]>;
const KIND_NAMES = Object.keys(KINDS) as Kind[];
/** A server that is near. */
const DISTANT_MS = 20;

/** The page notes how long it took from its start until the last of its requests was answered. */
const pageOf = (kind: Kind) => `<!doctype html><title>${kind}</title><script type="module">
  const get = async (n) => (await fetch('${kind === 'distant' ? `/api/part?delay=${DISTANT_MS}&n=` : '/part?n='}' + n)).text();
  const numbers = Array.from({ length: ${KINDS[kind]} }, (_, n) => n);
  ${kind === 'sequential' ? 'for (const n of numbers) await get(n);' : 'await Promise.all(numbers.map(get));'}
  window.took = performance.now();
</script>`;

async function load(page: Page, kind: Kind): Promise<number> {
  await page.goto(`${SITE}/${kind}`);
  return page.waitFor(() => (window as { took?: number }).took, {
    timeout: 60_000,
    what: 'the end of the page',
  });
}

/** Minimum, quartiles and maximum. */
function spreadOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return [0, 0.25, 0.5, 0.75, 1].map((part) => sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN);
}

/** The least extension that could observe requests. */
const PERMISSION_ALONE = {
  manifest_version: 3,
  name: 'Permission',
  version: '1',
  permissions: ['webRequest'],
};

const COMPARED = { with: 'with', permission: 'permission alone', control: 'without' };

const api = await startMockApi();
api.addPage('/part', 'a part of the page', { 'content-type': 'text/plain' });
for (const kind of KIND_NAMES) api.addPage(`/${kind}`, pageOf(kind));

const inspector = await launchInspector({ extensionDir: '.output/chrome-mv3', api });
const bare = await Browser.launch({ api });
const control = await Browser.launch({ api });
const permission = await Browser.launch({ api });
const folder = await temporaryFolder('permission');
try {
  await writeFile(path.join(folder.path, 'manifest.json'), JSON.stringify(PERMISSION_ALONE));
  await permission.loadUnpacked(folder.path);
  const browsers = { without: bare, with: inspector.browser, permission, control };
  const names = Object.keys(browsers) as (keyof typeof browsers)[];
  const times = {} as Record<keyof typeof browsers, Times>;
  const pages = {} as Record<keyof typeof browsers, Page>;
  for (const name of names) {
    times[name] = { sequential: [], concurrent: [], distant: [] };
    pages[name] = await browsers[name].page();
  }
  // The first round warms up and does not count.
  for (let round = 0; round <= ROUNDS; round++) {
    // Each comes first as often as the others.
    const order = names.map((_, place) => names[(place + round) % names.length] ?? 'without');
    for (const kind of KIND_NAMES) {
      for (const name of order) {
        const took = await load(pages[name], kind);
        if (round > 0) times[name][kind].push(took);
        api.clear();
      }
    }
  }
  const rows = KIND_NAMES.flatMap((kind) =>
    (['with', 'permission', 'control'] as const).map((name) => {
      const base = times.without[kind];
      const ratios = spreadOf(times[name][kind].map((took, round) => took / (base[round] ?? Number.NaN)));
      const [baseMedian, median] = [base, times[name][kind]].map((own) => spreadOf(own)[2]?.toFixed(0) ?? '');
      return [
        `${KINDS[kind]} ${kind}`,
        `${COMPARED[name]} / without`,
        `${median} / ${baseMedian}`,
        ...ratios.map((ratio) => ratio.toFixed(3)),
      ];
    }),
  );
  const head = [
    'Requests',
    'Compared',
    'Median ms',
    'Ratio: min',
    'lower quartile',
    'median',
    'upper quartile',
    'max',
  ];
  console.log(
    `A page of an unrelated site in ${bare.version}, ${ROUNDS} rounds by turns, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(textTable(head, rows));
} finally {
  await inspector.close();
  await bare.close();
  await control.close();
  await permission.close();
  await folder.remove();
  await api.close();
}
