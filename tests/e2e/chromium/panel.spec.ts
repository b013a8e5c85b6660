import { poll } from '../harness/poll';
import type { Devtools } from './harness/devtools';
import { expect, test } from './harness/fixtures';
import { accessibilityFaults } from './support/axe';
import { CHAT, H1, openLocalPage, post } from './support/calls';
import { CONTRASTS } from './support/extension-page';
import { openFirst, showTab, waitForRowCount } from './support/panel';

const NO_KEY = post([]);

/** The element with the focus, by its name. */
const focused = (devtools: Devtools) =>
  devtools.panel.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

/** How far the list is from its end, in CSS pixels. */
const distanceToEnd = (devtools: Devtools) =>
  devtools.panel.evaluate(() => {
    const body = document.querySelector('.list-body');
    return body ? body.scrollHeight - body.clientHeight - body.scrollTop : Number.NaN;
  });

const atEnd = (devtools: Devtools) =>
  poll('the list to be at its end', async () => (await distanceToEnd(devtools)) < 8);

test('the list follows a burst, stops when the user scrolls up, and goes back by its button', async ({
  api,
  inspector,
}) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  const burst = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, i) => page.call(`${H1}${CHAT}?n=${i}`, post())));
  await burst(60);
  await waitForRowCount(devtools, 60);
  await atEnd(devtools);
  expect(await devtools.view.hasRole('button', 'New calls')).toBe(false);

  await devtools.view.input.wheel({ x: 200, y: 400 }, -300);
  await poll('the list to have left its end', async () => (await distanceToEnd(devtools)) > 100);
  const before = await devtools.panel.evaluate(() => document.querySelector('.list-body')?.scrollTop);
  await burst(5);
  await waitForRowCount(devtools, 65);
  expect(await devtools.panel.evaluate(() => document.querySelector('.list-body')?.scrollTop)).toBe(before);

  await devtools.view.clickRole('button', 'New calls');
  await atEnd(devtools);
  await burst(5);
  await waitForRowCount(devtools, 70);
  await atEnd(devtools);
});

test('the sheet of keys keeps Tab in it and is closed by Escape, and the focus is where it was', async ({
  api,
  inspector,
}) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  await page.call(`${H1}${CHAT}`, NO_KEY);
  // The name of a row says its state: the last one.
  await devtools.select(await devtools.row(({ name }) => name.startsWith('Error: ')));
  const row = await focused(devtools);
  await devtools.view.input.press('?');
  await poll('the sheet', () => devtools.view.hasRole('dialog', 'Keyboard commands'));
  const close = await focused(devtools);
  for (const key of ['Tab', 'Tab', 'Shift+Tab']) {
    await devtools.view.input.press(key);
    expect(await focused(devtools)).toBe(close);
  }
  await devtools.view.input.press('Escape');
  await poll('no sheet', async () => !(await devtools.view.hasRole('dialog', 'Keyboard commands')));
  expect(await focused(devtools)).toBe(row);
});

test('where the bar has no room for its words, the log is preserved or not in the menu', async ({
  api,
  inspector,
}) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  const isPreserved = () =>
    devtools.panel.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('.preserve input')].map(({ checked }) => checked),
    );
  await devtools.setSize({ width: 300, height: 700 });
  await devtools.view.clickRole('button', 'Columns and timeline');
  await devtools.view.clickRole('checkbox', 'Preserve log');
  await poll('a log that is not preserved', async () => !(await isPreserved()).includes(true));
});

test('in rows of two lines the heads of the columns show themselves when the focus comes to them', async ({
  api,
  inspector,
}) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  await page.call(`${H1}${CHAT}`, post());
  await devtools.setSize({ width: 300, height: 700 });
  await devtools.select(await devtools.row(() => true));
  await devtools.view.input.press('Shift+Tab');
  const head = await devtools.panel.evaluate(() => {
    const focused = document.activeElement;
    const { left = 0, right = 0, top = 0 } = focused?.getBoundingClientRect() ?? {};
    const isOnTop = document.elementFromPoint((left + right) / 2, top + 8) === focused?.firstElementChild;
    return { name: focused?.textContent, isOnTop, right };
  });
  expect(head).toMatchObject({ name: 'Start', isOnTop: true });
  expect(head.right).toBeLessThanOrEqual(300);
});

test('keys go to the details, back, and clear; where a button goes away, the focus goes to the list', async ({
  api,
  inspector,
}) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  const { input } = devtools.view;
  await page.call(`${H1}${CHAT}`, NO_KEY);
  await devtools.select(await devtools.row(({ name }) => name.startsWith('Error: ')));
  const role = () => devtools.panel.evaluate(() => document.activeElement?.getAttribute('role'));
  for (const expected of ['tab', 'row']) {
    await input.press('F6');
    expect(await role()).toBe(expected);
  }
  await input.press('/');
  await input.type('is:clean');
  await poll('the call to be hidden', () => devtools.view.hasRole('button', 'Show all'));
  await devtools.panel.evaluate(() => document.querySelector<HTMLElement>('.empty-cure button')?.focus());
  await input.press('Enter');
  await waitForRowCount(devtools, 1);
  expect(await role()).toBe('row');
  await input.press('Control+l');
  await waitForRowCount(devtools, 0);
});

test('the menu says which column found no room, and sorts where there are no heads', async ({
  api,
  inspector,
}) => {
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  await page.call(`${H1}${CHAT}`, NO_KEY);
  await waitForRowCount(devtools, 1);
  const menu = () =>
    devtools.panel.evaluate(() => document.querySelector<HTMLElement>('.layout-menu')?.innerText ?? '');
  await devtools.setSize({ width: 600, height: 700 });
  await devtools.view.clickRole('button', 'Columns and timeline');
  expect(await menu()).toMatch(/Time\s+Start\s+no room\s+Preserve log\s+Timeline/);
  await devtools.setSize({ width: 1200, height: 700 });
  expect(await menu()).toMatch(/Time\s+Start\s+Timeline/);
  await devtools.setSize({ width: 300, height: 700 });
  expect(await menu()).toMatch(/Time\s+Start\s+Sort by\s+State\s+Call/);
  await devtools.view.clickRole('radio', 'Verdict');
  await poll('the list to be sorted', () =>
    devtools.panel.evaluate(
      () => document.querySelector('[aria-sort=ascending][data-column=verdict]') !== null,
    ),
  );
});

test('the width of a column and what is hidden are there again when the panel is', async ({
  api,
  inspector,
}) => {
  const page = await openLocalPage(api, inspector);
  const tracks = (devtools: Devtools) =>
    devtools.panel.evaluate(
      () => document.querySelector<HTMLElement>('[role=grid]')?.style.getPropertyValue('--columns') ?? '',
    );
  const devtools = await inspector.openDevtools(page);
  await page.call(`${H1}${CHAT}`, post());
  await waitForRowCount(devtools, 1);
  await devtools.panel.evaluate(() =>
    document.querySelector<HTMLElement>('[role=separator][aria-label$=" Call"]')?.focus(),
  );
  for (let step = 0; step < 3; step++) await devtools.view.input.press('ArrowRight');
  await devtools.view.clickRole('button', 'Columns and timeline');
  await devtools.view.clickRole('checkbox', 'Time');
  const sized = await poll('the width', async () => {
    const now = await tracks(devtools);
    return now.includes('minmax(36px, ') ? { now } : undefined;
  });
  await devtools.view.input.press('Escape');
  const detailWidth = (from: Devtools) =>
    from.panel.evaluate(() => document.querySelector<HTMLElement>('[data-region=detail]')?.offsetWidth ?? 0);
  await devtools.select(await devtools.row(() => true));
  const before = await detailWidth(devtools);
  await devtools.panel.evaluate(() =>
    document.querySelector<HTMLElement>('.panes > [role=separator]')?.focus(),
  );
  for (let step = 0; step < 5; step++) await devtools.view.input.press('ArrowRight');
  const narrower = await poll('a narrower detail', async () => {
    const now = await detailWidth(devtools);
    return now <= before - 35 ? { now } : undefined;
  });
  await poll('the write', async () => {
    const stored = JSON.stringify(await inspector.storageLocal());
    return stored.includes('"hidden":["time"]') && stored.includes('"shares":{"beside":');
  });
  await devtools.close();
  const again = await inspector.openDevtools(page);
  await waitForRowCount(again, 1);
  expect(await tracks(again)).toBe(sized.now);
  await again.select(await again.row(() => true));
  expect(await detailWidth(again)).toBe(narrower.now);
});

test('is accessible in every state, in both themes, narrow and wide', async ({ api, inspector }) => {
  test.slow();
  const page = await openLocalPage(api, inspector);
  const devtools = await inspector.openDevtools(page);
  const { view } = devtools;
  const faults: string[] = [];
  const check = async (state: string) => {
    const found = await accessibilityFaults(devtools.panel);
    faults.push(...found.map((fault) => `${state}: ${fault}`));
  };
  const checkStates = async (look: string, states: Readonly<Record<string, () => Promise<void>>>) => {
    for (const [state, enter] of Object.entries(states)) {
      await enter();
      await check(`${look}, ${state}`);
    }
  };
  for (const theme of ['light', 'dark'] as const) {
    await devtools.theme(theme);
    await check(`${theme}, an empty list`);
  }
  await page.call(`${H1}${CHAT}`, NO_KEY);
  await page.call(`${H1}${CHAT}`, post());
  await waitForRowCount(devtools, 2);
  const tools = {
    'the list': () => view.input.press('Escape'),
    'a detail': async () => devtools.select(await devtools.row(() => true)),
    'the sheet of keys': () => view.clickRole('button', 'Keyboard commands'),
    'the menu': async () => {
      await view.input.press('Escape');
      await view.clickRole('button', 'Columns and timeline');
    },
    suggestions: async () => {
      await view.input.press('Escape');
      await view.click('[role=combobox]');
      await view.input.type('is:');
      await view.input.press('ArrowDown');
    },
    'a span': async () => {
      for (let n = 0; n < 2; n++) await view.input.press('Escape');
      await devtools.panel.evaluate(() => document.querySelector<HTMLElement>('[data-end=to]')?.focus());
      await view.input.press('ArrowLeft');
    },
  };
  const contents = {
    'the tab Request': () => openFirst(devtools, 'Request'),
    'the tab Response': () => showTab(devtools, 'Response'),
    'the tab Timing': () => showTab(devtools, 'Timing'),
    'unfolded rows': async () => {
      await showTab(devtools, 'Diagnosis');
      await view.click('.twisty[aria-expanded=false]');
      await waitForRowCount(devtools, 3);
    },
    'the export': () => view.clickRole('button', 'Export'),
    'the export of a bundle': () => view.clickRole('tab', 'Support bundle'),
  };
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [300, 1200]) {
      await devtools.theme(theme);
      await devtools.setSize({ width, height: 700 });
      await checkStates(`${theme}, ${width} px`, tools);
    }
    await view.input.press('Escape');
    await checkStates(theme, contents);
    await view.input.press('Escape');
    await view.click('.twisty[aria-expanded=true]');
    await waitForRowCount(devtools, 2);
    await devtools.select(await devtools.row(() => true));
    for (const contrast of CONTRASTS) {
      await devtools.panel.send('Emulation.setEmulatedMedia', { features: [contrast] });
      await check(`${theme}, ${contrast.name}`);
    }
    await devtools.panel.send('Emulation.setEmulatedMedia', { features: [] });
  }
  expect(faults).toEqual([]);
});
