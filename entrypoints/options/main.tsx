import '../../components/ui/ui.css';
import '../../components/options/options.css';
import { browser } from 'wxt/browser';
import { Options } from '../../components/options/options';
import { renderPage } from '../../components/ui/page';
import { loadLanguage } from '../../lib/messages/language';
import { FEED_PORT } from '../../lib/messaging/messages';
import { optionsActions, optionsState } from '../../lib/platform/options-page';
import { pageActions } from '../../lib/platform/page-actions';
import { openPort } from '../../lib/platform/port-channel';
import { followThemeSetting } from '../../lib/platform/theme';

await followThemeSetting(document.documentElement);
const [language, store] = await Promise.all([loadLanguage(browser.i18n.getUILanguage()), optionsState()]);
const actions = optionsActions(openPort(FEED_PORT));
renderPage({ language, actions: pageActions, children: <Options store={store} actions={actions} /> });
