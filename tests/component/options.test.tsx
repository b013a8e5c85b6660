import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { Options } from '../../components/options/options';
import { Page } from '../../components/ui/page';
import { loadLanguage } from '../../lib/messages/language';
import type { OptionsActions, OptionsState } from '../../lib/store/options-state';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/store/settings';
import { actionTwins, press } from './support';

interface Described extends Partial<Omit<OptionsState, 'settings'>> {
  readonly settings?: Partial<Settings>;
  readonly answer?: 'granted' | 'denied' | 'unavailable';
}

/** The page over an in-memory twin of the browser: grants and settings change as there. */
async function open({ settings, answer = 'granted', ...over }: Described = {}, locale = 'en-GB') {
  const store = createStore<OptionsState>(() => ({
    infuzuGranted: true,
    granted: [],
    ...over,
    settings: { ...DEFAULT_SETTINGS, ...settings },
  }));
  const actions = {
    saveSettings: vi.fn<OptionsActions['saveSettings']>(async (next) => store.setState({ settings: next })),
    requestGrants: vi.fn<OptionsActions['requestGrants']>(async (patterns) => {
      if (answer === 'granted')
        store.setState(({ granted }) => ({ granted: [...granted, ...patterns], infuzuGranted: true }));
      return answer;
    }),
    revokeGrants: vi.fn<OptionsActions['revokeGrants']>(async (patterns) =>
      store.setState(({ granted }) => ({ granted: granted.filter((one) => !patterns.includes(one)) })),
    ),
    forgetLayout: vi.fn(),
    forgetCalls: vi.fn(),
  };
  render(
    <Page language={await loadLanguage(locale)} actions={actionTwins()}>
      <Options store={store} actions={actions} />
    </Page>,
  );
  return { store, actions, state: () => store.getState() };
}

const region = (name: string) => within(screen.getByRole('region', { name }));

function enter(label: string, text: string, button: string) {
  const field = screen.getByLabelText(label);
  fireEvent.input(field, { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: button }));
  return field as HTMLInputElement;
}

const addHost = (text: string) => enter('Add a host', text, 'Add');
const addSite = (text: string) => enter('Watch another site', text, 'Watch');

describe('own hosts', () => {
  test('are added with the permission that the click asks for', async () => {
    const { actions, state } = await open();
    const field = addHost(' Staging.example.com ');
    // Asked before anything is awaited, else the browser refuses.
    expect(actions.requestGrants).toHaveBeenCalledWith(['*://staging.example.com/*']);
    await waitFor(() => expect(state().settings.ownHosts).toEqual(['staging.example.com']));
    expect(await screen.findByText('staging.example.com is added.')).toBeTruthy();
    expect(field.value).toBe('');
    expect(region('Your own hosts').getByText('Allowed')).toBeTruthy();
    // What a host needs is no watched site.
    expect(region('Watched sites').getByText(/^No site is watched yet/)).toBeTruthy();
  });

  test('that a wider permission covers are allowed, and nothing is asked for', async () => {
    const { actions, state } = await open({ granted: ['*://*.example.com/*'] });
    addHost('api.example.com');
    await waitFor(() => expect(state().settings.ownHosts).toEqual(['api.example.com']));
    expect(actions.requestGrants).not.toHaveBeenCalled();
    expect(region('Your own hosts').getByText('Allowed')).toBeTruthy();
  });

  test('on this machine need none', async () => {
    const { actions, state } = await open();
    addHost('localhost:8080');
    await waitFor(() => expect(state().settings.ownHosts).toEqual(['localhost:8080']));
    expect(actions.requestGrants).not.toHaveBeenCalled();
    expect(screen.getByText('On this machine, needs no permission over http')).toBeTruthy();
  });

  test('without the permission are still seen in DevTools, and can be allowed later', async () => {
    const { actions, state } = await open({ answer: 'denied' });
    addHost('*.example.com');
    await waitFor(() => expect(state().settings.ownHosts).toEqual(['*.example.com']));
    expect(await screen.findByText(/The browser did not allow it, so only the DevTools panel/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Allow' }));
    expect(actions.requestGrants).toHaveBeenLastCalledWith(['*://*.example.com/*']);
  });

  test.each([
    ['', 'Write the name of a host.'],
    ['two words', /^This is not a host name/],
    ['chat.infuzu.com', 'Infuzu’s own hosts are always observed.'],
    ['*.com', /^This is too wide/],
    ['localhost:8080', 'This host is in the list already.'],
  ])('"%s" is refused in words at the field', async (text, problem) => {
    const { actions } = await open({ settings: { ownHosts: ['localhost:8080'] } });
    const field = addHost(text);
    const alert = await screen.findByText(problem);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.some((id) => document.getElementById(id)?.contains(alert))).toBe(true);
    expect(actions.saveSettings).not.toHaveBeenCalled();
    fireEvent.input(field, { target: { value: 'x' } });
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('false'));
  });

  test('give back what only they needed', async () => {
    const { actions, state } = await open({
      settings: { ownHosts: ['a.example:1', 'a.example:2', 'localhost:3'] },
      granted: ['*://a.example/*', 'https://app.example.com/*'],
    });
    fireEvent.click(screen.getByRole('button', { name: 'Remove a.example:1' }));
    await waitFor(() => expect(actions.revokeGrants).toHaveBeenLastCalledWith([]));
    fireEvent.click(await screen.findByRole('button', { name: 'Remove a.example:2' }));
    await waitFor(() => expect(state().granted).toEqual(['https://app.example.com/*']));
    expect(state().settings.ownHosts).toEqual(['localhost:3']);
  });
});

describe('watched sites', () => {
  test('are listed, and can be given back', async () => {
    const { actions, state } = await open({ granted: ['https://app.example.com/*', '*://*/*'] });
    expect(region('Watched sites').getByText('every site')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Stop watching app.example.com' }));
    expect(actions.revokeGrants).toHaveBeenCalledWith(['https://app.example.com/*']);
    await waitFor(() => expect(state().granted).toEqual(['*://*/*']));
    expect(screen.getByText('app.example.com is no longer watched.')).toBeTruthy();
  });

  test('that the browser keeps are said to be kept', async () => {
    const { actions } = await open({ granted: ['https://app.example.com/*'] });
    actions.revokeGrants.mockRejectedValueOnce(new Error('required'));
    fireEvent.click(screen.getByRole('button', { name: 'Stop watching app.example.com' }));
    expect(await screen.findByText(/^The browser keeps the permission for app.example.com/)).toBeTruthy();
  });

  test('are added by address', async () => {
    const { actions } = await open();
    addSite('https://app.example.com/path');
    expect(actions.requestGrants).toHaveBeenCalledWith(['https://app.example.com/*']);
    expect(await screen.findByText(/^app.example.com is watched/)).toBeTruthy();
  });

  test.each([
    ['http://localhost:3000', /^Calls of this site can be seen already/],
    ['chrome://settings', /^This is not the address of a website/],
  ])('%s is answered in words', async (address, words) => {
    const { actions } = await open();
    addSite(address);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(actions.requestGrants).not.toHaveBeenCalled();
  });

  test('that the browser refuses change nothing', async () => {
    await open({ answer: 'denied' });
    addSite('app.example.com');
    expect(await screen.findByText('The browser did not allow it. Nothing has changed.')).toBeTruthy();
  });
});

test('a revoked access to Infuzu comes first, with its cure', async () => {
  const { actions } = await open({ infuzuGranted: false });
  expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toBe('Access to Infuzu');
  fireEvent.click(screen.getByRole('button', { name: 'Allow Infuzu again' }));
  expect(actions.requestGrants).toHaveBeenCalledWith(['*://*.infuzu.com/*']);
  expect(await screen.findByText(/can be seen/)).toBeTruthy();
});

test('theme and log are kept', async () => {
  const { state } = await open();
  expect((screen.getByRole('radio', { name: 'System' }) as HTMLInputElement).checked).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  await waitFor(() => expect(state().settings.theme).toBe('dark'));
  fireEvent.click(screen.getByRole('checkbox', { name: /^Preserve log/ }));
  await waitFor(() =>
    expect(state().settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', preserveLog: false }),
  );
});

describe('the focus of a button that goes with its item', () => {
  test.each([
    ['Your own hosts', { settings: { ownHosts: ['a.example', 'localhost:1', 'localhost:2'] } }],
    ['Watched sites', { granted: ['https://a.example/*', 'https://b.example/*', 'https://c.example/*'] }],
  ])('goes to the next one of %s, and after the last to the field', async (name, over) => {
    await open(over);
    const buttons = () => region(name).getAllByRole('button', { name: /^(?:Remove|Stop)/ });
    const [, second, third] = buttons();
    press(second ?? expect.fail());
    await waitFor(() => expect(buttons()).toHaveLength(2));
    await waitFor(() => expect(document.activeElement).toBe(third));
    press(third ?? expect.fail());
    const field = region(name).getByRole('textbox');
    await waitFor(() => expect(document.activeElement).toBe(field));
    press(buttons()[0] ?? expect.fail());
    await waitFor(() => expect(region(name).queryAllByRole('listitem')).toEqual([]));
    expect(document.activeElement).toBe(field);
  });
});

describe('what is kept', () => {
  test('is as many calls of a tab as the user chooses', async () => {
    const { state } = await open({ settings: { theme: 'dark' } });
    const choice = within(screen.getByRole('group', { name: 'Calls kept per tab' }));
    const names = choice.getAllByRole('radio').map((radio) => radio.parentElement?.textContent);
    expect(names).toEqual(['1,000', '5,000', '10,000', '50,000']);
    const chosen = (name: string) => (choice.getByRole('radio', { name }) as HTMLInputElement).checked;
    expect(chosen('10,000')).toBe(true);
    fireEvent.click(choice.getByRole('radio', { name: '50,000' }));
    await waitFor(() =>
      expect(state().settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', keptPerTab: 50_000 }),
    );
    expect(chosen('50,000')).toBe(true);
  });

  test('is forgotten by one click', async () => {
    const { actions } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Forget all calls now' }));
    expect(actions.forgetCalls).toHaveBeenCalledOnce();
    expect(await screen.findByText('All calls are forgotten.')).toBeTruthy();
  });

  test('is reset only after a question, and sites stay', async () => {
    const { actions, state } = await open({
      settings: { ownHosts: ['a.example'], theme: 'dark', preserveLog: false },
      granted: ['*://a.example/*', 'https://app.example.com/*'],
    });
    press(screen.getByRole('button', { name: 'Reset all options' }));
    const keep = await screen.findByRole('button', { name: 'Keep' });
    await waitFor(() => expect(document.activeElement).toBe(keep));
    expect(actions.saveSettings).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
    await waitFor(() => expect(actions.forgetLayout).toHaveBeenCalledOnce());
    await waitFor(() => expect(state().settings).toEqual(DEFAULT_SETTINGS));
    await waitFor(() => expect(state().granted).toEqual(['https://app.example.com/*']));
  });

  test('goes back to its button where nothing is to be reset', async () => {
    await open();
    press(screen.getByRole('button', { name: 'Reset all options' }));
    press(await screen.findByRole('button', { name: 'Keep' }));
    const button = await screen.findByRole('button', { name: 'Reset all options' });
    await waitFor(() => expect(document.activeElement).toBe(button));
  });
});

test('speaks German', async () => {
  await open({}, 'de');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Infuzu Inspector Einstellungen');
  expect(document.body.textContent).not.toMatch(/[{}]/);
});

describe('the welcome', () => {
  test('stands in the place of the options where the address says so, in both languages', async () => {
    location.hash = '#welcome';
    await open();
    expect(screen.getByRole('region', { name: 'Permissions' }).textContent).toMatch(
      /infuzu\.com.*webRequest, scripting.*asks you for that one site.*keeps no key and sends nothing anywhere\.storage$/,
    );
    expect(screen.getByRole('link', { name: 'Open the workbench' }).getAttribute('href')).toBe(
      '/workbench.html',
    );
    expect(screen.queryByRole('region', { name: 'Watched sites' })).toBeNull();
    expect(document.title).toBe('Welcome – Infuzu Inspector');
    expect(document.activeElement?.id).toBe('welcome');
    location.hash = '#options';
    await screen.findByRole('region', { name: 'Watched sites' });
    expect(document.title).toBe('Options – Infuzu Inspector');
    cleanup();
    location.hash = '#welcome';
    await open({}, 'de');
    expect(screen.getByRole('region', { name: 'Berechtigungen' })).toBeTruthy();
    location.hash = '';
  });
});
