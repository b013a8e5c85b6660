/** What the reports of the test runners say, as far as `npm test` tells it at its end. */
import { stripVTControlCharacters } from 'node:util';
import type { Suite } from './parity-table';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** One line for each failed test: its title, and the first line of what it said. */
  readonly failures: readonly string[];
}

const MAX_TITLE = 200;

function failure(title: string, message = ''): string {
  const [first = ''] = stripVTControlCharacters(message).split('\n');
  return `${title.slice(0, MAX_TITLE)}: ${first.slice(0, MAX_TITLE)}`;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** Out of the report of Vitest's `json` reporter: https://vitest.dev/guide/reporters#json-reporter */
export const vitestOutcome = (report: VitestReport): Outcome => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  failures: report.testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => failure(fullName, failureMessages?.[0])),
  ),
});

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly suites: readonly Suite[];
}

/** Out of the report of Playwright's `json` reporter: https://playwright.dev/docs/test-reporters#json-reporter */
export function playwrightOutcome({ stats, suites }: PlaywrightReport): Outcome {
  const failures: string[] = [];
  const read = ({ specs, suites: inner }: Suite): void => {
    for (const { title, tests } of specs)
      for (const { status, results } of tests)
        if (status === 'unexpected' || status === 'flaky')
          failures.push(failure(title, results?.flatMap(({ errors }) => errors)[0]?.message));
    inner?.forEach(read);
  };
  suites.forEach(read);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, failures };
}
