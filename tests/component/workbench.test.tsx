import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { LayoutProvider } from '../../components/ui/layout';
import { Page } from '../../components/ui/page';
import { Workbench } from '../../components/workbench/workbench';
import type { Credential } from '../../lib/exchange/credential';
import type { Exchange } from '../../lib/exchange/exchange';
import { createRedactKnown } from '../../lib/exchange/redact-known';
import { supportBundleOf } from '../../lib/exchange/support-bundle';
import { loadLanguage } from '../../lib/messages/language';
import type { DeepLink } from '../../lib/store/deep-link';
import { judgeInput } from '../../lib/store/judged-input';
import { createLayout } from '../../lib/store/layout';
import { createWorkbench, type StartReading, type WorkbenchPage } from '../../lib/store/workbench';
import { CUSTOMER, recording } from '../e2e/chromium/support/recording';
import { VALID_KEY } from '../mock-api/keys';
import { TEST_SALT } from '../unit/support/exchange-of';
import { bareToken, cleanCall } from '../unit/support/tab-calls';
import { feedOf, focusIsOn, layout, press } from './support';

/** Reads on the spot; what is held back stays in reading. */
function reader() {
  let holds = false;
  const cancelled = vi.fn();
  const start: StartReading = ({ data }, events) => {
    const read = async () => {
      const result = judgeInput(await data.text(), { ownHosts: [], salt: TEST_SALT });
      if ('key' in result) events.failed(result);
      else events.done(result);
    };
    if (holds) events.progress(0.42);
    else void read();
    return cancelled;
  };
  return {
    start,
    cancelled,
    hold: () => {
      holds = true;
    },
  };
}

interface Described {
  readonly tabCalls?: readonly Exchange[];
  readonly clipboard?: string;
  readonly link?: DeepLink;
  readonly locale?: string;
}

async function open({ tabCalls, clipboard, link, locale = 'en-GB' }: Described = {}) {
  const read = reader();
  const copied: string[] = [];
  const openOptions = vi.fn();
  const links: (DeepLink | undefined)[] = [];
  const page: WorkbenchPage = {
    readClipboard: async () => clipboard,
    watchLink: (onLink) => {
      if (link) onLink(link);
      return () => {};
    },
    setLink: (now) => links.push(now),
  };
  const feed = tabCalls && feedOf(tabCalls);
  const store = createWorkbench(read.start, feed !== undefined);
  const actions = {
    requestSite: async () => 'denied' as const,
    stopWatching: () => {},
    requestInfuzu: async () => 'granted' as const,
    openOptions,
    explainPermissions: vi.fn(),
    openWorkbench: vi.fn(),
    version: '0.0.0',
    browser: 'Chrome 143',
    redactKnown: async (credentials: readonly Credential[]) => createRedactKnown(credentials, TEST_SALT),
    copyText: async (text: string) => {
      copied.push(text);
    },
  };
  const tab = feed && {
    feed,
    commands: { clear: vi.fn(), setPaused: vi.fn() },
    site: 'https://app.example.com',
  };
  render(
    <Page language={await loadLanguage(locale)} actions={actions}>
      <LayoutProvider value={createLayout()}>
        <Workbench store={store} page={page} {...(tab && { tab })} />
      </LayoutProvider>
    </Page>,
  );
  const drop = (...files: readonly (readonly [name: string, text: string])[]) => {
    const dataTransfer = {
      types: ['Files'],
      files: files.map(([name, text]) => new File([text], name)),
      getData: () => '',
    };
    fireEvent(document, Object.assign(new Event('drop', { bubbles: true }), { dataTransfer }));
  };
  return { store, read, copied, links, openOptions, drop, ...(feed && { feed }) };
}

const HAR = recording(CUSTOMER, [7]);
const rows = () => screen.getAllByRole('row').filter((row) => row.hasAttribute('data-row'));
const rowNames = () => rows().map((row) => row.getAttribute('aria-label'));
const listed = (count: number) => waitFor(() => expect(rowNames()).toHaveLength(count));
const rowOf = (index: number) =>
  document.querySelector<HTMLElement>(`[data-row="har-file-${index}"]`) as HTMLElement;

const currentName = () => document.querySelector('.input-name[aria-current]')?.textContent;

describe('bringing recordings', () => {
  test('the empty page says what can be brought, and that it stays here', async () => {
    await open();
    expect(screen.getByRole('heading', { name: 'Drop a recording here' })).toBeTruthy();
    expect(screen.getByText(/nothing leaves the browser/)).toBeTruthy();
    expect(document.documentElement.dataset['ready']).toBe('true');
  });

  test('a dropped HAR is listed as in the panel, with what could not be read', async () => {
    const { drop } = await open();
    drop(['ticket.har', HAR]);
    await listed(9);
    expect(rowNames()[1]).toBe('Error: POST /api/llm-response, 401, Bearer prefix is missing, key #1, 80 ms');
    expect(rowNames()[8]).toBe('Unreadable: entry 9, The entry is not an object.');
    const summary = screen.getByRole('status', { name: 'What is in it' });
    expect(summary.textContent).toMatch(
      /10 entries.*8 to Infuzu.*1 entry to another host ignored.*1 unreadable/,
    );
    expect(document.body.innerHTML).not.toContain(VALID_KEY);
  });

  test('says where a file is from, in text', async () => {
    const { drop } = await open();
    const har = JSON.parse(recording(CUSTOMER));
    har.log.browser = { name: '<b>Firefox\u202e</b>', version: '140.0' };
    drop(['ticket.har', JSON.stringify(har)]);
    await listed(8);
    const summary = screen.getByRole('status', { name: 'What is in it' });
    expect(summary.textContent).toMatch(
      /<b>Firefox□<\/b> 140\.0 · .*HAR 1\.2 · [\d.]+ kB · .*20\d\d, \d\d:\d\d/,
    );
  });

  test('says of a bundle when and by what it was made, and what was left out', async () => {
    const { drop } = await open();
    const made = { created: Date.UTC(2026, 0, 2), madeBy: { version: '1.0', browser: 'Chrome 143' } };
    drop([
      'support.json',
      JSON.stringify(supportBundleOf([bareToken(1)], { ...made, dropped: 1, filtered: 2 })),
    ]);
    await listed(1);
    const { textContent } = screen.getByRole('status', { name: 'What is in it' });
    expect(textContent).toContain(
      'Left out: 2 calls that the filter hides; 1 older call, dropped before; contents of 2 bodies',
    );
    expect(textContent).toContain('Masked: 1 key or other secret');
    expect(textContent).toMatch(
      /Chrome 143 · Infuzu Request Inspector 1\.0 · saved \d+ Jan 2026, \d\d:\d\d · /,
    );
  });

  test('a file is shown from its top, for nothing comes after its end', async () => {
    const { drop } = await open();
    drop(['long.har', recording(Array.from({ length: 60 }, () => CUSTOMER[0] ?? expect.fail()))]);
    await waitFor(() => expect(rowOf(0)).not.toBeNull());
    expect(document.querySelector('.list-body')?.scrollTop).toBe(0);
  });

  test('a filter that nothing passes says so, and how to show all again', async () => {
    const { drop } = await open();
    drop(['ticket.har', HAR]);
    await listed(9);
    fireEvent.input(screen.getByRole('combobox', { name: 'Filter' }), { target: { value: 'nowhere' } });
    const title = await screen.findByRole('heading', { name: 'All 9 calls are hidden' });
    expect(screen.getByText('9 hidden').getAttribute('role')).toBe('status');
    expect(document.querySelector('.status-bar [role=status]')).toBeNull();
    const empty = within(title.closest<HTMLElement>('.empty') ?? expect.fail());
    press(empty.getByRole('button', { name: 'Show all' }));
    await listed(9);
    await focusIsOn('[role=row][data-row]');
  });

  test('several files stand beside each other, each with its own view', async () => {
    const { drop } = await open();
    drop(['a.har', recording(CUSTOMER.slice(0, 2))], ['b.har', recording(CUSTOMER.slice(0, 1))]);
    await listed(1);
    fireEvent.click(screen.getByRole('button', { name: 'a.har' }));
    await listed(2);
    press(screen.getByRole('button', { name: 'Close a.har' }));
    await listed(1);
    expect(screen.getByRole('button', { name: 'b.har' }).getAttribute('aria-current')).toBe('true');
    await focusIsOn('[title="b.har"]');
    press(screen.getByRole('button', { name: 'Close b.har' }));
    await focusIsOn('.start-buttons .primary');
  });

  test('the name of the shown file stays in view, also where the strip gets narrower', async () => {
    const resized = new Set<() => void>();
    const Measured = globalThis.ResizeObserver;
    class Observed extends Measured {
      constructor(callback: ResizeObserverCallback) {
        super(callback);
        resized.add(() => callback([], this));
      }
    }
    vi.stubGlobal('ResizeObserver', Observed);
    const seen: string[] = [];
    const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      seen.push(this.querySelector('.input-name')?.textContent ?? '');
    });
    const { width } = layout;
    try {
      const { drop } = await open();
      drop(['one.har', HAR], ['two.har', HAR]);
      await listed(9);
      await waitFor(() => expect(seen.at(-1)).toBe(currentName()));
      const other = screen.getByRole('button', { name: currentName() === 'one.har' ? 'two.har' : 'one.har' });
      press(other);
      await waitFor(() => expect(seen.at(-1)).toBe(other.textContent));
      seen.length = 0;
      layout.width = 900;
      for (const tell of resized) tell();
      await waitFor(() => expect(seen).toEqual([other.textContent]));
      expect(scroll).toHaveBeenLastCalledWith({ block: 'nearest', inline: 'nearest' });
    } finally {
      layout.width = width;
      scroll.mockRestore();
      vi.stubGlobal('ResizeObserver', Measured);
    }
  });

  test('files of one name are told apart, also where their calls are compared', async () => {
    const { drop } = await open();
    const file = ['a.har', recording(CUSTOMER.slice(0, 1))] as const;
    drop(file, file);
    drop(file);
    await listed(1);
    for (const name of ['a.har', 'a.har (2)', 'a.har (3)'])
      expect(screen.getByRole('button', { name })).toBeTruthy();
  });

  test('a sheet of keys is opened by ?, and speaks of comparing', async () => {
    const { drop } = await open();
    drop(['ticket.har', HAR]);
    await listed(9);
    fireEvent.keyDown(document.body, { key: '?' });
    expect((await screen.findByRole('dialog', { name: 'Keyboard commands' })).textContent).toContain(
      'In a comparison',
    );
  });

  test('a curl line comes from the clipboard and is no part of the page', async () => {
    await open({
      clipboard: `curl https://chat.infuzu.com/api/llm-response -H 'Authorization: ${VALID_KEY}' -d '{}'`,
    });
    fireEvent.click(screen.getByRole('button', { name: 'Paste' }));
    await listed(1);
    expect(rowNames()[0]).toMatch(/^Error expected: POST \/api\/llm-response, no status, /);
    expect(document.body.innerHTML).not.toContain(VALID_KEY);
  });

  test('text that is pasted with the keyboard is read as well', async () => {
    await open();
    const clipboardData = { files: [], getData: () => recording(CUSTOMER.slice(0, 1)) };
    fireEvent(document, Object.assign(new Event('paste', { bubbles: true }), { clipboardData }));
    await listed(1);
  });

  test('white space that is pasted with the keyboard is told, until something is opened', async () => {
    const { drop } = await open();
    const clipboardData = { files: [], getData: () => ' \n' };
    fireEvent(document, Object.assign(new Event('paste', { bubbles: true }), { clipboardData }));
    expect(await screen.findByText('There is no text in the clipboard.')).toBeTruthy();
    drop(['ticket.har', HAR]);
    await listed(9);
    expect(screen.queryByText('There is no text in the clipboard.')).toBeNull();
  });

  test.each([
    [undefined, /Press Ctrl\+V/],
    [' ', 'There is no text in the clipboard.'],
  ])('a clipboard with "%s" is told', async (clipboard, words) => {
    await open(clipboard === undefined ? {} : { clipboard });
    fireEvent.click(screen.getByRole('button', { name: 'Paste' }));
    expect(await screen.findByText(words)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  });

  test('a large file shows its progress and can be cancelled', async () => {
    const { drop, read } = await open();
    read.hold();
    drop(['big.har', HAR]);
    const bar = await screen.findByRole('progressbar', { name: 'Reading big.har' });
    expect((bar as HTMLProgressElement).value).toBeCloseTo(0.42);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(read.cancelled).toHaveBeenCalled();
    expect(await screen.findByRole('heading', { name: 'Drop a recording here' })).toBeTruthy();
  });

  test('what is no recording says why', async () => {
    const { drop } = await open();
    drop(['notes.txt', 'hello']);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/notes\.txt cannot be read.*neither a HAR file/);
  });

  test('a recording of other hosts leads to the options', async () => {
    const { drop, openOptions } = await open();
    drop(['other.har', recording(CUSTOMER.slice(-1))]);
    expect(await screen.findByRole('heading', { name: 'No call to Infuzu in it' })).toBeTruthy();
    expect(screen.getByText(/^Hosts: [\w.]+ \(1\)\.$/)).toBeTruthy();
    fireEvent.click(within(screen.getByRole('main')).getByRole('button', { name: 'Options' }));
    expect(openOptions).toHaveBeenCalled();
  });

  test('the calls of a tab go on while they are shown', async () => {
    const { feed } = await open({ tabCalls: [cleanCall(1)] });
    await listed(1);
    expect(screen.getByRole('button', { name: 'Calls of app.example.com' })).toBeTruthy();
    feed?.setState({ exchanges: [cleanCall(1), bareToken(2)] });
    await listed(2);
  });
});

describe('links', () => {
  test('lead to an entry and unfold its finding, once its file is open', async () => {
    const { drop, links } = await open({ link: { exchange: 1, rule: 'key-exposed-to-page' } });
    expect(screen.getByText(/leads to entry 1/)).toBeTruthy();
    drop(['ticket.har', HAR]);
    const finding = await waitFor(() => {
      const found = document.querySelector<HTMLElement>('[data-rule=key-exposed-to-page]');
      if (found === null) throw new Error('not open');
      return found;
    });
    expect(within(finding).getByText('Remedy')).toBeTruthy();
    await waitFor(() => expect(links.at(-1)).toEqual({ exchange: 1, rule: 'key-exposed-to-page' }));
  });

  test('are written for what is looked at', async () => {
    const { drop, links } = await open();
    drop(['ticket.har', HAR]);
    await listed(9);
    fireEvent.click(rowOf(2));
    await waitFor(() => expect(links.at(-1)).toEqual({ exchange: 2, rule: 'credentials-multiple' }));
    fireEvent.click(screen.getByRole('button', { name: 'Close the details' }));
    await waitFor(() => expect(links.at(-1)).toBeUndefined());
  });
});

describe('comparing', () => {
  async function compared() {
    const all = await open();
    all.drop(['ticket.har', HAR]);
    await listed(9);
    fireEvent.click(rowOf(1));
    press(await screen.findByRole('button', { name: 'Compare' }));
    return { ...all, view: within(await screen.findByRole('region', { name: 'Comparison' })) };
  }

  test('both have their rows, whatever is hidden', async () => {
    await compared();
    fireEvent.click(screen.getByRole('button', { name: /^\d+ errors?$/, pressed: false }));
    await waitFor(() => expect(rows().length).toBeLessThan(9));
    expect(
      rows()
        .map((row) => row.dataset['mark'])
        .filter(Boolean),
    ).toEqual(['A', 'B']);
    expect(rows()[0]?.dataset['state']).toBe('clean');
  });

  test('a failing call finds the working one by itself', async () => {
    const { view } = await compared();
    expect(
      view.getByRole('heading', { name: 'One difference explains the failure: Bearer prefix is missing' }),
    ).toBeTruthy();
    expect(view.getByText('Entry 0')).toBeTruthy();
    expect(view.getByText('the same key in both')).toBeTruthy();
    expect(
      view.getAllByRole('img').map((drawing) => drawing.getAttribute('aria-label')?.slice(0, 30)),
    ).toEqual(['Authorization: Bearer one spac', 'Authorization: absent i f z _ ']);
    expect(rowNames()[0]).toMatch(/, A$/);
    expect(rowNames()[1]).toMatch(/, B$/);
    expect(rows().map((row) => row.dataset['mark'])).toEqual(['A', 'B', ...Array(7)]);
    // Its letter stands before the triangle and the icon, and takes no room of theirs.
    expect(rowOf(1).querySelector('[data-column=state]')?.firstElementChild?.className).toMatch(/^row-mark/);
    expect(screen.getByRole('grid').style.getPropertyValue('--columns')).toMatch(/^60px /);
    await focusIsOn('[data-region=compare]');
  });

  test('marks what differs without effect apart from what tells, and ends with what came back', async () => {
    const { view } = await compared();
    const row = (name: string, nth = 0) =>
      view.getAllByRole('rowheader', { name })[nth]?.closest('tr')?.dataset['relation'];
    expect([row('time'), row('status'), row('answer'), row('method')]).toEqual([
      'harmless',
      'different',
      'different',
      'equal',
    ]);
    const titles = view.getAllByRole('table').map((table) => table.querySelector('caption')?.textContent);
    expect(titles.map((title) => title?.replace(/ \d+$/, ''))).toEqual(['Same in both', 'What came back']);
    const answer = view.getByRole('rowheader', { name: 'answer' }).closest('tr');
    expect(answer?.querySelector('td')?.textContent).toMatch(/^Infuzu’s answer/);
    expect([...(answer?.querySelectorAll('code') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'errors',
      'warnings',
      'invalid_authorization_header',
    ]);
  });

  test.each([
    [1200, 'at the foot', Node.DOCUMENT_POSITION_PRECEDING],
    [600, 'before what is long', Node.DOCUMENT_POSITION_FOLLOWING],
  ])('%d px wide, the reply stands %s', async (width, _, position) => {
    layout.width = width;
    const { view } = await compared();
    const facts = view.getByRole('region', { name: 'Findings and facts' });
    const reply = view.getByRole('button', { name: 'Copy reply' });
    await waitFor(() => expect(reply.compareDocumentPosition(facts) & position).toBe(position));
  });

  test('a click on another row takes it for its side; keys say which', async () => {
    const { view } = await compared();
    fireEvent.click(rowOf(6));
    expect(
      await view.findByRole('heading', { name: /^The requests do not explain it: Not enough funds/ }),
    ).toBeTruthy();
    fireEvent.keyDown(rowOf(3), { key: 'A' }); // as with the Caps Lock
    await waitFor(() => expect(rowNames()[3]).toMatch(/, A$/));
    fireEvent.click(view.getByRole('button', { name: 'Swap' }));
    await waitFor(() => expect(rowNames()[3]).toMatch(/, B$/));
  });

  test('shows what is the same on demand, and the focus goes to the first of it', async () => {
    const { view } = await compared();
    const more = view.getByRole('button', { name: /^Show \d+ more$/ });
    const folded = within(more.closest<HTMLElement>('section') ?? expect.fail());
    expect(folded.getAllByRole('rowheader')).toHaveLength(4);
    press(more);
    await waitFor(() => expect(folded.getAllByRole('rowheader').length).toBeGreaterThan(4));
    const fifth = folded.getAllByRole('rowheader')[4]?.closest('tr');
    await waitFor(() => expect(document.activeElement).toBe(fifth));
  });

  test('copies the reply as plain text, and the comparison for the ticket', async () => {
    const { view, copied } = await compared();
    fireEvent.click(view.getByRole('button', { name: 'Copy reply' }));
    await waitFor(() => expect(copied).toHaveLength(1));
    expect(copied[0]).toMatch(
      /^Your key is fine, only this is to be changed: In Authorization, write Bearer/,
    );
    fireEvent.click(view.getByRole('button', { name: 'Copy comparison' }));
    await waitFor(() => expect(copied).toHaveLength(2));
    expect(copied[1]).toContain('| authorization |');
    expect(copied.join()).not.toContain(VALID_KEY);
  });

  test('goes across files: a curl line that works beside a recording that fails', async () => {
    const { drop } = await compared();
    drop(['other.har', recording(CUSTOMER.slice(0, 1))]);
    await listed(1);
    // Who goes to another file wants its list.
    expect(document.activeElement?.getAttribute('data-region')).not.toBe('compare');
    fireEvent.click(rowOf(0));
    expect(await screen.findByText('Entry 0 of other.har')).toBeTruthy();
    expect(screen.getByText('Entry 1 of ticket.har')).toBeTruthy();
    expect(screen.getByText('the same key in both')).toBeTruthy();
  });

  test('ends with Escape, and the list has the focus again', async () => {
    await compared();
    fireEvent.keyDown(screen.getByRole('region', { name: 'Comparison' }), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Comparison' })).toBeNull());
    await focusIsOn('[role=row]');
  });

  test.each([
    ['in the list', () => rowOf(1)],
    ['nowhere', () => document.body],
  ])('ends with Escape where the focus is %s', async (_, target) => {
    await compared();
    fireEvent.keyDown(target(), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Comparison' })).toBeNull());
    expect(await screen.findByRole('region', { name: /^Details of/ })).toBeTruthy();
  });

  test('a click that took another call is taken back, step by step', async () => {
    const { view } = await compared();
    expect(view.queryByRole('button', { name: 'Back' })).toBeNull();
    fireEvent.click(rowOf(6));
    await waitFor(() => expect(rowNames()[6]).toMatch(/, B$/));
    fireEvent.click(rowOf(6));
    fireEvent.click(rowOf(2));
    await waitFor(() => expect(rowNames()[2]).toMatch(/, B$/));
    fireEvent.click(view.getByRole('button', { name: 'Back' }));
    await waitFor(() => expect(rowNames()[6]).toMatch(/, B$/));
    fireEvent.click(view.getByRole('button', { name: 'Back' }));
    await waitFor(() => expect(rowNames()[1]).toMatch(/, B$/));
    expect(view.queryByRole('button', { name: 'Back' })).toBeNull();
  });

  test('a call without a working partner asks for one', async () => {
    const { drop } = await open();
    drop(['bad.har', recording(CUSTOMER.slice(1, 2))]);
    await listed(1);
    fireEvent.click(rowOf(0));
    fireEvent.click(await screen.findByRole('button', { name: 'Compare' }));
    expect(await screen.findByText(/^Pick the call that works/)).toBeTruthy();
  });
});

test('the report is the ticket of the export: equal calls folded, with their entries', async () => {
  const { drop, copied } = await open();
  drop(['ticket.har', HAR]);
  await listed(9);
  fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
  await waitFor(() => expect(copied).toHaveLength(1));
  expect(copied[0]).toMatch(/^## Infuzu calls of ticket\.har\n/);
  expect(copied[0]).toContain('bearer-prefix-missing');
  expect(copied[0]).toMatch(/^- Entry 1: /m);
  expect(copied[0]).toContain('- Entry 9: The entry is not an object.');
  expect(copied[0]).not.toContain(VALID_KEY);
  fireEvent.click(screen.getByRole('button', { name: 'Export' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(await dialog.findByRole('button', { name: /^Copy/ }));
  await waitFor(() => expect(copied).toHaveLength(2));
  const untimed = (text = '') => text.replace(/^Made .*$/m, '');
  expect(untimed(copied[1])).toBe(untimed(copied[0]));
});

test('the report is of the calls that are shown, and names keys as the list does', async () => {
  const { drop, copied } = await open();
  drop(['ticket.har', HAR]);
  await listed(9);
  const copy = screen.getByRole('button', { name: 'Copy report' });
  fireEvent.click(copy);
  await waitFor(() => expect(copied).toHaveLength(1));
  const [whole = ''] = copied;
  expect(whole).not.toContain('filter:');
  expect(whole).toMatch(/^- Key: key #1 `/m);
  fireEvent.input(screen.getByRole('combobox'), { target: { value: 'status:401' } });
  await waitFor(() => expect(rowNames().length).toBeLessThan(9));
  const shown = rowNames().length;
  fireEvent.click(copy);
  await waitFor(() => expect(copied).toHaveLength(2));
  const [, part = ''] = copied;
  expect(part).toContain(`\n${shown} of 8 calls, filter: \`status:401\`.\n`);
  expect(part).toMatch(/^- Status: 401$/m);
  expect(part).not.toMatch(/^- Status: (?!401$)/m);
});

test('speaks German', async () => {
  const { drop } = await open({ locale: 'de' });
  drop(['ticket.har', HAR]);
  await listed(9);
  fireEvent.click(rowOf(1));
  fireEvent.click(await screen.findByRole('button', { name: 'Vergleichen' }));
  expect(await screen.findByRole('heading', { name: /^Ein Unterschied erklärt das Scheitern/ })).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/(?<!\{)\{\w+\}/);
  expect(document.body.textContent).not.toMatch(/\bkey #/i);
});
