import { describe, expect, it } from 'vitest';
import { playwrightOutcome, vitestOutcome } from '../../../scripts/test-reports';

const RED = '\u001b[31m';

describe('what a report of Playwright says', () => {
  const test = (status: 'expected' | 'unexpected' | 'flaky' | 'skipped', message?: string) => ({
    status,
    annotations: [],
    results: [{ errors: [] }, { errors: message === undefined ? [] : [{ message }] }],
  });

  it('names each failed test with the first line of its message, also in a suite within a suite', () => {
    const specs = [
      { title: 'right', file: 'a.spec.ts', tests: [test('expected')] },
      { title: 'wrong', file: 'a.spec.ts', tests: [test('unexpected', `${RED}no row\nat a.spec.ts:1`)] },
      { title: 'left out', file: 'a.spec.ts', tests: [test('skipped')] },
    ];
    const report = {
      stats: { expected: 1, unexpected: 1, flaky: 0 },
      suites: [{ specs: [], suites: [{ specs }] }],
    };
    expect(playwrightOutcome(report)).toEqual({ passed: 1, failed: 1, failures: ['wrong: no row'] });
  });

  it('counts a test that passed at a second attempt as failed', () => {
    const specs = [{ title: 'at times', file: 'a.spec.ts', tests: [test('flaky', 'lost')] }];
    expect(
      playwrightOutcome({ stats: { expected: 0, unexpected: 0, flaky: 1 }, suites: [{ specs }] }),
    ).toEqual({ passed: 0, failed: 1, failures: ['at times: lost'] });
  });
});

describe('what a report of Vitest says', () => {
  it('names each failed test with the first line of its message', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'right', failureMessages: [] },
      { status: 'failed', fullName: 'wrong', failureMessages: ['expected 1\nto be 2'] },
      { status: 'failed', fullName: 'silent' },
    ];
    expect(
      vitestOutcome({ numPassedTests: 1, numFailedTests: 2, testResults: [{ assertionResults }] }),
    ).toEqual({ passed: 1, failed: 2, failures: ['wrong: expected 1', 'silent: '] });
  });
});
