import '../../components/panel/panel.css';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/panel/panel';
import { renderPage } from '../../components/ui/page';
import { loadLanguage } from '../../lib/messages/language';
import { connectFeed } from '../../lib/messaging/feed-client';
import { FEED_PORT } from '../../lib/messaging/messages';
import { followDevtoolsTheme } from '../../lib/platform/devtools-theme';
import { pageActions } from '../../lib/platform/page-actions';
import { openPort } from '../../lib/platform/port-channel';

followDevtoolsTheme(document.documentElement);
const { tabId } = browser.devtools.inspectedWindow;
const { feed, commands } = connectFeed(openPort(FEED_PORT), { tabId });
const language = await loadLanguage(browser.i18n.getUILanguage());
renderPage({ language, actions: pageActions, children: <Panel feed={feed} commands={commands} /> });
