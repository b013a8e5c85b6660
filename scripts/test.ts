/**
 * `npm test`: everything that can fail, from the types to the extension in a real browser. A failing step does not stop
 * those after it. The last line of the output is `N passed, N failed`: a step that is no test run counts as one.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { needChromium, needFirefox } from './need-browser';
import { textTable } from './text-table';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly title: string;
  /** A program of `node_modules/.bin` with its arguments; several run one after the other until one fails. */
  readonly commands: readonly string[];
  /** Reads the report that a test runner left. */
  readonly report?: { readonly file: string; readonly read: (report: never) => Counts };
}

const VITEST_REPORT = 'test-results/vitest.json';
const CHROMIUM_REPORT = 'test-results/e2e.json';
const FIREFOX_REPORT = 'test-results/firefox.json';

const readVitest = (report: { numPassedTests: number; numFailedTests: number }): Counts => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
});

const readPlaywright = ({
  stats,
}: {
  stats: { expected: number; unexpected: number; flaky: number };
}): Counts => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
});

const STEPS: readonly Step[] = [
  { title: 'Types', commands: ['wxt prepare', 'tsc --noEmit'] },
  { title: 'Lint and format', commands: ['biome ci'] },
  {
    title: 'Unit and component tests',
    commands: [`vitest run --reporter=default --reporter=json --outputFile.json=${VITEST_REPORT}`],
    report: { file: VITEST_REPORT, read: readVitest },
  },
  { title: 'Build and package for Chrome', commands: ['wxt zip'] },
  { title: 'Budget of the size', commands: ['tsx scripts/check-size.ts'] },
  { title: 'Build and package for Firefox', commands: ['wxt zip -b firefox'] },
  {
    title: 'Firefox package rebuilt from the source package',
    commands: ['tsx scripts/check-source-package.ts'],
  },
  {
    title: 'Lint of the Firefox build',
    commands: ['web-ext lint --source-dir .output/firefox-mv3 --warnings-as-errors'],
  },
  {
    title: 'End to end in Chromium',
    commands: ['playwright test'],
    report: { file: CHROMIUM_REPORT, read: readPlaywright },
  },
  {
    title: 'End to end in Firefox',
    commands: ['playwright test --config playwright.firefox.config.ts'],
    report: { file: FIREFOX_REPORT, read: readPlaywright },
  },
  { title: 'Table of both browsers', commands: ['tsx scripts/generate-parity.ts --check'] },
];

const PATH = [path.resolve('node_modules/.bin'), process.env['PATH']].join(path.delimiter);
const ENVIRONMENT = { ...process.env, PATH };

/** Runs one program with its output going straight through; resolves to whether it ended well. */
function succeeds(command: string): Promise<boolean> {
  return new Promise((resolve) => {
    // The shell is needed for the .cmd files of Windows.
    const child = spawn(command, { stdio: 'inherit', shell: true, env: ENVIRONMENT });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function runStep({ commands, report }: Step): Promise<Counts> {
  // A report of an earlier run must not be taken for this one's.
  if (report) rmSync(report.file, { force: true });
  let fine = true;
  for (const command of commands) fine &&= await succeeds(command);
  if (!report) return fine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  let counts: Counts = { passed: 0, failed: 0 };
  try {
    counts = report.read(JSON.parse(readFileSync(report.file, 'utf8')) as never);
  } catch {
    fine = false;
  }
  // Without a failed test the runner itself failed: a file that does not load, no test at all.
  return fine || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

const BROWSERS = { Chromium: needChromium, Firefox: needFirefox };

function haveBrowsers(): Counts {
  const counts = { passed: 0, failed: 0 };
  for (const [name, need] of Object.entries(BROWSERS)) {
    try {
      console.log(`${name}: ${need()}`);
      counts.passed++;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      counts.failed++;
    }
  }
  return counts;
}

const results: { title: string; counts: Counts; seconds: string }[] = [];

async function take(title: string, run: () => Counts | Promise<Counts>): Promise<void> {
  console.log(`\n— ${title}`);
  const start = performance.now();
  const counts = await run();
  results.push({ title, counts, seconds: ((performance.now() - start) / 1000).toFixed(1) });
}

await take('Browsers', haveBrowsers);
for (const step of STEPS) await take(step.title, () => runStep(step));

const sum = (key: keyof Counts) => results.reduce((total, { counts }) => total + counts[key], 0);
const line = ({ title, counts, seconds }: (typeof results)[number]) => [
  title,
  String(counts.passed),
  String(counts.failed),
  seconds,
];
console.log(`\n${textTable(['Step', 'Passed', 'Failed', 'Seconds'], results.map(line))}\n`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
