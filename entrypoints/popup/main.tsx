import '../../components/ui/ui.css';
import '../../components/popup/popup.css';
import { browser } from 'wxt/browser';
import { Popup } from '../../components/popup/popup';
import { renderPage } from '../../components/ui/page';
import { loadLanguage } from '../../lib/messages/language';
import { connectFeed } from '../../lib/messaging/feed-client';
import { FEED_PORT } from '../../lib/messaging/messages';
import { openWorkbenchOf, pageActions } from '../../lib/platform/page-actions';
import { openPort } from '../../lib/platform/port-channel';
import { followThemeSetting } from '../../lib/platform/theme';
import type { PageActions } from '../../lib/store/feed-state';

// All at once: whoever clicked is waiting.
const themed = followThemeSetting(document.documentElement);
const spoken = loadLanguage(browser.i18n.getUILanguage());
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
// The click that opened this popup shows the tab's URL, and in Chromium opens its site until it navigates away.
// It is empty until the first document of a new tab is there; the browser's own pages are no sites.
const { url = '' } = tab ?? {};
const isSite = URL.canParse(url) && !/^about:(?!blank|srcdoc)/.test(url);
const origin = isSite ? new URL(url).origin : undefined;
const scope = { tabId: tab?.id ?? -1, ...(origin !== undefined && { origin }) };
const { feed, commands } = connectFeed(openPort(FEED_PORT), {
  ...scope,
  byAction: !import.meta.env.FIREFOX,
});
const actions: PageActions = {
  ...pageActions,
  openWorkbench: (show) => (show === 'calls' ? openWorkbenchOf(scope) : pageActions.openWorkbench(show)),
};
const [language] = await Promise.all([spoken, themed]);
renderPage({ language, actions, children: <Popup feed={feed} commands={commands} /> });
