import { beforeEach, expect, it, vi } from 'vitest';

/** The name `browser` as one of the extension's pages finds it. */
const { browser } = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => ({ browser }));
// Another file of the same worker may have loaded the modules with another browser.
vi.resetModules();
const { followDevtoolsTheme } = await import('../../../lib/platform/devtools-theme');
const { showHiddenAnswers } = await import('../../../lib/platform/hidden-answers');
const { requestOrigins } = await import('../../../lib/platform/site-access');

beforeEach(() => {
  for (const name of Object.keys(browser)) delete browser[name];
});

function webRequestWith(options: Readonly<Record<string, string>>) {
  const onBeforeRedirect = { addListener: vi.fn(), removeListener: vi.fn() };
  return { OnBeforeRedirectOptions: options, onBeforeRedirect };
}

it('Chromium: the devtools page shows hidden answers, and takes that away again', () => {
  const webRequest = webRequestWith({ RESPONSE_HEADERS: 'responseHeaders', EXTRA_HEADERS: 'extraHeaders' });
  browser['webRequest'] = webRequest;
  const { addListener, removeListener } = webRequest.onBeforeRedirect;
  const hide = showHiddenAnswers(['*://*.infuzu.com/*']);
  expect(addListener.mock.calls[0]?.[2]).toEqual(['extraHeaders']);
  hide();
  expect(removeListener).toHaveBeenCalledWith(addListener.mock.calls[0]?.[0]);
});

it.each([
  ['knows no `extraHeaders` and throws on it', webRequestWith({ RESPONSE_HEADERS: 'responseHeaders' })],
  ['has no `webRequest` in its devtools page', undefined],
])('Firefox %s: nothing is registered', (_, webRequest) => {
  browser['webRequest'] = webRequest;
  showHiddenAnswers(['*://*.infuzu.com/*'])();
  if (webRequest) expect(webRequest.onBeforeRedirect.addListener).not.toHaveBeenCalled();
});

it('Firefox has no `permissions` in its panel: it says that it cannot ask', async () => {
  expect(await requestOrigins(['*://app.example.com/*'])).toBe('unavailable');
});

it.each([
  ['granted', async () => true],
  ['denied', async () => false],
  ['unavailable', () => Promise.reject(new Error('may only be called from a user input handler'))],
])('where `permissions` is, the answer is told: %s', async (answer, request) => {
  browser['permissions'] = { request };
  expect(await requestOrigins(['*://app.example.com/*'])).toBe(answer);
});

it.each(['onThemeChanged', 'setThemeChangeHandler'])('the theme of DevTools is followed by `%s`', (name) => {
  let change: ((theme: string) => void) | undefined;
  const take = (listener: (theme: string) => void): void => {
    change = listener;
  };
  const way = name === 'onThemeChanged' ? { addListener: take } : take;
  browser['devtools'] = { panels: { themeName: 'light', [name]: way } };
  const root = { dataset: {} as DOMStringMap };
  followDevtoolsTheme(root as HTMLElement);
  expect(root.dataset['theme']).toBe('light');
  change?.('dark');
  expect(root.dataset['theme']).toBe('dark');
  change?.('default');
  expect(root.dataset['theme']).toBe('light');
});
