import '../../components/ui/ui.css';
import '../../components/panel/panel.css';
import '../../components/workbench/workbench.css';
import { browser } from 'wxt/browser';
import { LayoutProvider } from '../../components/ui/layout';
import { renderPage } from '../../components/ui/page';
import { Workbench } from '../../components/workbench/workbench';
import { loadLanguage } from '../../lib/messages/language';
import { connectFeed } from '../../lib/messaging/feed-client';
import { FEED_PORT } from '../../lib/messaging/messages';
import { keptLayout } from '../../lib/platform/layout';
import { pageActions } from '../../lib/platform/page-actions';
import { openPort } from '../../lib/platform/port-channel';
import { loadSalt } from '../../lib/platform/session-records';
import { loadSettings, watchSettings } from '../../lib/platform/settings';
import { followThemeSetting } from '../../lib/platform/theme';
import { askedTab, workbenchPage } from '../../lib/platform/workbench-page';
import { createWorkbench } from '../../lib/store/workbench';
import { readInWorkers } from './start-reading';

await followThemeSetting(document.documentElement);
const [language, salt, known, layout] = await Promise.all([
  loadLanguage(browser.i18n.getUILanguage()),
  loadSalt(),
  loadSettings(),
  keptLayout(),
]);
let settings = known;
watchSettings((changed) => {
  settings = changed;
});
const asked = askedTab();
const tab = asked && {
  ...connectFeed(openPort(FEED_PORT), asked),
  ...(asked.origin !== undefined && { site: asked.origin }),
};
const reader = import.meta.env.DEV ? (await import('./read-on-page')).readOnPage : readInWorkers;
const store = createWorkbench(
  reader(salt, () => settings),
  asked !== undefined,
);
document.title = `${language.interface.workbench.title} – ${language.interface.shortName}`;
renderPage({
  language,
  actions: pageActions,
  children: (
    <LayoutProvider value={layout}>
      <Workbench store={store} page={workbenchPage} {...(tab && { tab })} />
    </LayoutProvider>
  ),
});
