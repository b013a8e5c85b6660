/**
 * The real panel in the real DevTools with many calls in it: how soon a row is final after its answer, how long the
 * panel takes to open, to answer a key stroke in the filter and to scroll, and how much memory it holds. Page and
 * panel are compared by the clock of their machine. Needs the built extension; run by `npm run bench`, or
 * `npx tsx tests/bench/panel.ts [CALLS]`.
 */
import { loadavg } from 'node:os';
import process from 'node:process';
import { KEPT_PER_TAB } from '../../lib/store/settings';
import { textTable } from '../../scripts/text-table';
import { type Inspector, launchInspector } from '../e2e/chromium/harness/inspector';
import type { Page } from '../e2e/chromium/harness/page';
import type { Session } from '../e2e/chromium/harness/session';
import { startMockApi, VALID_KEY } from '../mock-api/index';
import {
  type CountsSince,
  makeCalls,
  scrollThrough,
  settledCounts,
  typeIntoFilter,
  watchPanel,
} from './panel-measures';

const CALLS = Number(process.argv[2] ?? 10_000);
const STEADY = { count: 300, apart: 10, atOnce: 300 };
const BURST = { count: 1_000, apart: 0, atOnce: 1_000 };
const FILL = { count: CALLS - STEADY.count - BURST.count, apart: 0, atOnce: 50 };
const OPENINGS = 5;
const FILTER = 'status:401 -rule:key-* llm';
/** Milliseconds without a change after which the list is taken for complete. */
const REST = 2_000;
const TIMEOUT = 10 * 60_000;

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, median, most] = [0, 0.5, 1].map(
    (part) => sorted[Math.round((sorted.length - 1) * part)] ?? 0,
  );
  return `${median?.toFixed(0)} ms (${least?.toFixed(0)} to ${most?.toFixed(0)})`;
}

interface Filled {
  /** When the calls were answered, in order. */
  readonly answers: readonly number[];
  readonly ended: number;
  readonly seen: readonly CountsSince[];
}

async function fill(page: Page, panel: Session, { count, apart, atOnce }: typeof FILL): Promise<Filled> {
  const ended = await panel.evaluate(
    () => (window as unknown as { seen: CountsSince[] }).seen.at(-1)?.ended ?? 0,
  );
  const answers = await page.evaluateWith({ timeout: TIMEOUT }, makeCalls, VALID_KEY, count, apart, atOnce);
  const what = 'a list without pending calls';
  const seen = await panel.waitFor(settledCounts, { timeout: TIMEOUT, what }, REST);
  return { answers: answers.toSorted((a, b) => a - b), ended, seen };
}

/** Milliseconds from the n-th answer until n more rows were final, for each n. */
const lagsOf = ({ answers, ended, seen }: Filled) =>
  answers.map((answer, n) => {
    const final = seen.find((state) => state.ended > ended + n);
    return final === undefined ? Number.POSITIVE_INFINITY : Math.max(0, final.at - answer);
  });

const toCompleteList = ({ answers, seen }: Filled) =>
  `${Math.max(0, (seen.at(-1)?.at ?? 0) - (answers.at(-1) ?? 0)).toFixed(0)} ms`;

/** Loads the panel's document anew, as when its tab is opened; milliseconds until rows were drawn. */
async function openAgain(panel: Session): Promise<number> {
  const before = await panel.evaluate(() => performance.timeOrigin);
  await panel.evaluate(() => void setTimeout(() => location.reload()));
  return panel.waitFor(
    (origin: number) =>
      performance.timeOrigin === origin
        ? undefined
        : performance.getEntriesByName('rows-drawn')[0]?.startTime,
    { timeout: TIMEOUT, what: 'rows after opening' },
    before,
  );
}

/** How busy the thread of the extension's pages may be when it counts as idle. */
const IDLE = 0.1;

/**
 * Until the thread of the extension's pages is idle: bodies of thousands of calls are read and told for seconds after
 * the last answer. Resolves to the milliseconds until then.
 */
async function untilIdle(panel: Session): Promise<number> {
  const busySeconds = async () => {
    const { metrics } = await panel.send<{ metrics: { name: string; value: number }[] }>(
      'Performance.getMetrics',
    );
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await panel.send('Performance.enable');
  const start = performance.now();
  for (let busy = 1; busy > IDLE; ) {
    if (performance.now() - start > TIMEOUT) throw new Error('The extension never came to rest');
    const before = await busySeconds();
    await new Promise((done) => setTimeout(done, 1_000));
    busy = (await busySeconds()) - before;
  }
  return performance.now() - start;
}

async function heapOf(panel: Session): Promise<string> {
  await panel.send('HeapProfiler.collectGarbage');
  const { usedSize } = await panel.send<{ usedSize: number }>('Runtime.getHeapUsage');
  return `${(usedSize / 1e6).toFixed(1)} MB`;
}

/** Has the extension keep as many calls of a tab as are made here, as far as its options allow. */
async function keepEnough(inspector: Inspector): Promise<void> {
  const { page, view } = await inspector.openExtensionPage('options.html');
  const kept = KEPT_PER_TAB.find((count) => count >= CALLS) ?? Math.max(...KEPT_PER_TAB);
  await view.clickRole('radio', kept.toLocaleString('en'));
  await page.close();
}

const api = await startMockApi();
const inspector = await launchInspector({ extensionDir: '.output/chrome-mv3', api });
try {
  await keepEnough(inspector);
  api.addPage('/page', '<!doctype html><title>Bench</title>');
  const page = await inspector.openPage('https://chat.infuzu.com/page');
  const { panel } = await inspector.openDevtools(page);
  await panel.evaluate(watchPanel);
  await panel.send('Page.enable');
  await panel.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchPanel})()` });
  const steady = await fill(page, panel, STEADY);
  const burst = await fill(page, panel, BURST);
  const filled = await fill(page, panel, FILL);
  const busyFor = await untilIdle(panel);
  const opened: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening++) opened.push(await openAgain(panel));
  await panel.waitFor(settledCounts, { timeout: TIMEOUT, what: 'all rows again' }, REST);
  const says = await panel.evaluate(
    () => document.querySelector<HTMLElement>('.status-bar')?.innerText ?? '',
  );
  const keys = await panel.evaluateWith({ timeout: TIMEOUT }, typeIntoFilter, FILTER);
  const long = await panel.evaluateWith({ timeout: TIMEOUT }, scrollThrough);
  console.log(
    textTable(
      ['Measure', 'Bar', 'Figure: median (least to most)'],
      [
        ['300 calls in 3 s: answer to final row', 'all under 1000 ms', spread(lagsOf(steady))],
        ['1,000 calls at once: last answer to no row pending', 'under 2000 ms', toCompleteList(burst)],
        [`${FILL.count} more, 50 at a time: the same`, '', toCompleteList(filled)],
        ['After it, until all bodies were read', '', `${(busyFor / 1000).toFixed(0)} s`],
        ['What the list then says', '', says.replace(/\s+/g, ' ')],
        ['Open to rows drawn', 'under 300 ms', spread(opened)],
        ['Key stroke in the filter to painted list', 'under 50 ms', spread(keys)],
        [
          'Long tasks while scrolling',
          'none',
          long.length === 0 ? 'none' : `${long.length}: ${spread(long)}`,
        ],
        ['Heap of the panel', 'under 60 MB', await heapOf(panel)],
        ['Load of the machine meanwhile', '', loadavg()[0]?.toFixed(1) ?? ''],
      ],
    ),
  );
} finally {
  await inspector.close();
  await api.close();
}
