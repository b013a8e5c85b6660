/** The table of what runs in which browser, made of the results of the shared scenarios. */

export const BROWSERS = ['Chromium', 'Firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

interface Annotation {
  readonly type: string;
  readonly description?: string;
}

/** As far as it is read here: https://playwright.dev/docs/api/class-testreporter, written by its `json` reporter. */
export interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly annotations: readonly Annotation[];
      readonly results?: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

export interface ScenarioResult {
  readonly status: 'green' | 'failed' | 'skipped';
  /** Why it was skipped. */
  readonly reason: string | undefined;
  /** Figures that the scenario measured. */
  readonly notes: readonly string[];
}

export type Results = ReadonlyMap<string, ScenarioResult>;

const SPEC = 'scenarios.spec.ts';

/** The results of the scenarios by title, out of a browser's report. */
export function resultsIn({ suites }: { readonly suites: readonly Suite[] }): Results {
  const results = new Map<string, ScenarioResult>();
  const read = (suite: Suite): void => {
    for (const { title, file, tests } of suite.specs) {
      const [test] = tests;
      if (file !== SPEC || test === undefined) continue;
      const textsOf = (type: string) =>
        test.annotations.flatMap((one) => (one.type === type && one.description ? [one.description] : []));
      const status = test.status === 'expected' ? 'green' : test.status === 'skipped' ? 'skipped' : 'failed';
      results.set(title, { status, reason: textsOf('skip')[0], notes: textsOf('note') });
    }
    suite.suites?.forEach(read);
  };
  suites.forEach(read);
  return results;
}

/** Scenarios for which a browser's cell could not be explained, in sentences. */
export function faultsIn(titles: readonly string[], of: Readonly<Record<BrowserName, Results>>): string[] {
  return BROWSERS.flatMap((browser) => {
    const known = titles.flatMap((title) => {
      const result = of[browser].get(title);
      if (result === undefined) return [`${browser} did not run: ${title}`];
      if (result.status === 'failed') return [`${browser} failed: ${title}`];
      if (result.status === 'skipped' && result.reason === undefined)
        return [`${browser} left out without a reason: ${title}`];
      return [];
    });
    const unknown = [...of[browser].keys()].filter((title) => !titles.includes(title));
    return [...known, ...unknown.map((title) => `${browser} ran what is no scenario: ${title}`)];
  });
}

const cell = (result: ScenarioResult | undefined) =>
  result?.status === 'green' ? 'passes' : (result?.reason ?? 'unknown');

/** The document, in Markdown. */
export function parityDocument(
  titles: readonly string[],
  of: Readonly<Record<BrowserName, Results>>,
): string {
  const rows = titles.map((title) => [title, ...BROWSERS.map((browser) => cell(of[browser].get(title)))]);
  return [
    '# Chromium and Firefox',
    '',
    'The same scenarios run in both browsers, with the real DevTools, against a stand-in for the API. This table is',
    'written by `npm run parity` from their results, and `npm test` fails when the two differ. Where a browser cannot be',
    'asked, the cell says why.',
    '',
    ...[['Scenario', ...BROWSERS], ['---', ...BROWSERS.map(() => '---')], ...rows].map(
      (cells) => `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`,
    ),
    '',
  ].join('\n');
}
