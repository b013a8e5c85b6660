import { EXPECTED, isExpected } from '../../../scripts/demo/expected';
import { addDemoPage, openDemo, runDemo } from '../../../scripts/demo/run-demo';
import { expect, test } from './harness/fixtures';

test('every call of the demo page has its verdict in the panel, in the order of the page', async ({
  api,
  inspector,
}) => {
  const url = await addDemoPage(api);
  const { page, devtools } = await openDemo(inspector, url);
  await devtools.setSize({ width: 1280, height: 900 });
  const rows = await runDemo(page, devtools, url);
  expect(rows.filter((row) => !isExpected(row.id, row))).toEqual([]);
  expect(rows.map(({ id }) => id)).toEqual(Object.keys(EXPECTED));
  expect(inspector.uncaughtErrors()).toEqual([]);
});
