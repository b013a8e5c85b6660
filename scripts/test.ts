/**
 * `npm test`: everything that can fail, from the types to the extension in a real browser. A failing step does not stop
 * those after it. The last line of the output is `N passed, N failed`: a step that is no test run counts as one.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { needChromium, needFirefox } from './need-browser';
import { type Outcome, playwrightOutcome, vitestOutcome } from './test-reports';
import { textTable } from './text-table';

interface Step {
  readonly title: string;
  /** A program of `node_modules/.bin` with its arguments; several run one after the other until one fails. */
  readonly commands: readonly string[];
  /** Reads the report that a test runner left. */
  readonly report?: { readonly file: string; readonly read: (report: never) => Outcome };
}

const VITEST_REPORT = 'test-results/vitest.json';
const CHROMIUM_REPORT = 'test-results/e2e.json';
const FIREFOX_REPORT = 'test-results/firefox.json';

const STEPS: readonly Step[] = [
  { title: 'Types', commands: ['wxt prepare', 'tsc --noEmit'] },
  { title: 'Lint and format', commands: ['biome ci'] },
  {
    title: 'Unit and component tests',
    commands: [`vitest run --reporter=default --reporter=json --outputFile.json=${VITEST_REPORT}`],
    report: { file: VITEST_REPORT, read: vitestOutcome },
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
    report: { file: CHROMIUM_REPORT, read: playwrightOutcome },
  },
  {
    title: 'End to end in Firefox',
    commands: ['playwright test --config playwright.firefox.config.ts'],
    report: { file: FIREFOX_REPORT, read: playwrightOutcome },
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

const PASSED: Outcome = { passed: 1, failed: 0, failures: [] };
const failed = (what: string): Outcome => ({ passed: 0, failed: 1, failures: [what] });

async function runStep({ title, commands, report }: Step): Promise<Outcome> {
  // A report of an earlier run must not be taken for this one's.
  if (report) rmSync(report.file, { force: true });
  let fine = true;
  for (const command of commands) fine &&= await succeeds(command);
  if (!report) return fine ? PASSED : failed(title);
  let outcome: Outcome = { passed: 0, failed: 0, failures: [] };
  try {
    outcome = report.read(JSON.parse(readFileSync(report.file, 'utf8')) as never);
  } catch {
    fine = false;
  }
  // Without a failed test the runner itself failed: a file that does not load, no test at all.
  return fine || outcome.failed > 0 ? outcome : { ...outcome, ...failed(title), passed: outcome.passed };
}

const BROWSERS = { Chromium: needChromium, Firefox: needFirefox };

function haveBrowser(need: () => string): Outcome {
  try {
    console.log(need());
    return PASSED;
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

const results: { title: string; outcome: Outcome; seconds: string }[] = [];

async function take(title: string, run: () => Outcome | Promise<Outcome>): Promise<void> {
  console.log(`\n— ${title}`);
  const start = performance.now();
  const outcome = await run();
  results.push({ title, outcome, seconds: ((performance.now() - start) / 1000).toFixed(1) });
}

for (const [name, need] of Object.entries(BROWSERS)) await take(name, () => haveBrowser(need));
for (const step of STEPS) await take(step.title, () => runStep(step));

const sum = (key: 'passed' | 'failed') => results.reduce((total, { outcome }) => total + outcome[key], 0);
const line = ({ title, outcome, seconds }: (typeof results)[number]) => [
  title,
  String(outcome.passed),
  String(outcome.failed),
  seconds,
];
console.log(`\n${textTable(['Step', 'Passed', 'Failed', 'Seconds'], results.map(line))}\n`);
// Once more at the end: what failed stands far above, or was cut off.
for (const { title, outcome } of results)
  for (const failure of outcome.failures) console.log(`✘ ${title} › ${failure}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
