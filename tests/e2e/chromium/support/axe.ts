/** Asks axe what it finds on a page of the extension, as it stands. https://github.com/dequelabs/axe-core */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Session } from '../harness/session';

const require = createRequire(import.meta.url);
// Its driver for Playwright needs Playwright's own pages; the checks themselves are one script.
const SCRIPT = readFileSync(
  createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Each fault with the elements that have it. An empty list is what a test wants. */
export async function accessibilityFaults(session: Session): Promise<string[]> {
  const isThere = await session.evaluateExpression<boolean>('typeof axe === "object"');
  if (!isThere) await session.evaluateExpression(`${SCRIPT};undefined`);
  return session.evaluateExpression<string[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(
      ({ id, help, nodes }) => id + ': ' + help + '\\n  ' + nodes.map(({ html, failureSummary }) => html.slice(0, 160) + '\\n  ' + failureSummary).join('\\n  ')))`,
    { timeout: 60_000 },
  );
}
