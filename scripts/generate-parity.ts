/**
 * `npm run parity`: writes `docs/parity.md` from the results that the end-to-end tests of both browsers left. With
 * `--check` it writes nothing, and fails when the page says something else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { SCENARIOS } from '../tests/e2e/scenarios/index';
import {
  BROWSERS,
  type BrowserName,
  faultsIn,
  parityDocument,
  type Results,
  resultsIn,
} from './parity-table';

const PAGE = 'docs/parity.md';
const REPORTS: Readonly<Record<BrowserName, string>> = {
  Chromium: 'test-results/e2e.json',
  Firefox: 'test-results/firefox.json',
};

function read(file: string): Results {
  try {
    return resultsIn(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return new Map();
  }
}

function main(): string[] {
  const results = { Chromium: read(REPORTS.Chromium), Firefox: read(REPORTS.Firefox) };
  const titles = SCENARIOS.map(({ title }) => title);
  const faults = faultsIn(titles, results);
  if (faults.length > 0) return faults;
  for (const browser of BROWSERS) {
    for (const [title, { notes }] of results[browser]) {
      for (const note of notes) console.log(`${browser}: ${title}: ${note}`);
    }
  }
  const text = parityDocument(titles, results);
  if (!process.argv.includes('--check')) writeFileSync(PAGE, text);
  else if (readFileSync(PAGE, 'utf8') !== text) return [`${PAGE} is out of date: run "npm run parity".`];
  console.log(`${PAGE}: ${titles.length} scenarios`);
  return [];
}

const faults = main();
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
