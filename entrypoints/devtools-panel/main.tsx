import '../../components/ui/ui.css';
import '../../components/panel/panel.css';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/panel/panel';
import { LayoutProvider } from '../../components/ui/layout';
import { renderPage } from '../../components/ui/page';
import { loadLanguage } from '../../lib/messages/language';
import { connectFeed } from '../../lib/messaging/feed-client';
import { FEED_PORT } from '../../lib/messaging/messages';
import { readBody } from '../../lib/platform/body-reader';
import { followDevtoolsTheme } from '../../lib/platform/devtools-theme';
import { followHiddenAnswers } from '../../lib/platform/hidden-answers';
import { followDocument } from '../../lib/platform/inspected-window';
import { keptLayout } from '../../lib/platform/layout';
import { pageActions } from '../../lib/platform/page-actions';
import { openPort } from '../../lib/platform/port-channel';
import { loadSettings, saveSettings, watchSettings } from '../../lib/platform/settings';
import { sourceOpener } from '../../lib/platform/source-opener';
import { createPageLog, followPauses, noteNavigation } from '../../lib/store/page-log';
import type { Settings } from '../../lib/store/settings';

followDevtoolsTheme(document.documentElement);
// While somebody looks, Chromium shows preflights and hidden answers as well; it costs, so no longer than that.
followHiddenAnswers();
const { tabId } = browser.devtools.inspectedWindow;
const { feed, commands, setScope } = connectFeed(openPort(FEED_PORT), { tabId });
const log = createPageLog();
followPauses(log, feed);
const follow = ({ preserveLog }: Settings) => log.setState({ preserveLog });
followDocument((document, navigation) => {
  if (document) setScope({ tabId, origin: document.origin });
  if (navigation)
    noteNavigation(log, { ...navigation, at: document?.committed ?? navigation.at }, commands.clear);
});
watchSettings(follow);
void loadSettings().then(follow);
const onPreserve = (preserveLog: boolean) =>
  void loadSettings().then((settings) => saveSettings({ ...settings, preserveLog }));
const [language, layout] = await Promise.all([loadLanguage(browser.i18n.getUILanguage()), keptLayout()]);
renderPage({
  language,
  actions: {
    ...pageActions,
    ...sourceOpener(),
    readBody,
    reloadPage: () => browser.devtools.inspectedWindow.reload(),
  },
  children: (
    <LayoutProvider value={layout}>
      <Panel {...{ feed, commands, log, onPreserve }} />
    </LayoutProvider>
  ),
});
