/**
 * How long the popup takes from the click on its button until its calls are painted. Needs the built extension; run by
 * `npm run bench`, or `npx tsx tests/bench/popup.ts [OPENINGS]`.
 */
import { loadavg } from 'node:os';
import process from 'node:process';
import { textTable } from '../../scripts/text-table';
import { launchInspector } from '../e2e/chromium/harness/inspector';
import { startMockApi, VALID_KEY } from '../mock-api/index';

const OPENINGS = Number(process.argv[2] ?? 20);
const CALLS = 100;

/** Runs in the popup: when its document began (milliseconds since 1970), and how long after its content was painted. */
const painted = () =>
  new Promise<{ began: number; after: number }>((resolve) => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1);
      if (last) resolve({ began: performance.timeOrigin, after: last.startTime });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });

const api = await startMockApi();
const inspector = await launchInspector({ extensionDir: '.output/chrome-mv3', api });
try {
  api.addPage('/page', '<!doctype html><title>Bench</title>');
  const page = await inspector.openPage('https://chat.infuzu.com/page');
  await Promise.all(
    Array.from({ length: CALLS }, (_, n) =>
      page.call(`https://chat.infuzu.com/api/llm-response?n=${n}`, {
        method: 'POST',
        ...(n % 2 === 0 && { headers: { 'Infuzu-API-Key': VALID_KEY } }),
      }),
    ),
  );
  const waits: { fromClick: number; ofDocument: number }[] = [];
  // The first opening warms up and does not count.
  for (let opening = 0; opening <= OPENINGS; opening++) {
    await page.bringToFront();
    const popup = await inspector.openPopup(page);
    const { began, after } = await popup.session.evaluate(painted);
    if (opening > 0) waits.push({ fromClick: began + after - popup.clickedAt, ofDocument: after });
    await popup.close();
  }
  const spreadOf = (values: readonly number[]): string[] => {
    const sorted = values.toSorted((a, b) => a - b);
    return [0, 0.5, 1].map((share) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0));
  };
  console.log(`Popup with ${CALLS} calls, ${OPENINGS} openings, load ${loadavg()[0]?.toFixed(1)}`);
  console.log(
    textTable(
      ['Until its calls are painted, ms', 'Minimum', 'Median', 'Maximum', 'Bar'],
      [
        ['from the click', ...spreadOf(waits.map(({ fromClick }) => fromClick)), '100'],
        ['from the start of its document', ...spreadOf(waits.map(({ ofDocument }) => ofDocument)), ''],
      ],
    ),
  );
} finally {
  await inspector.close();
  await api.close();
}
