import { browser } from 'wxt/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Channel } from '../messaging/channel';
import type { FeedRequest } from '../messaging/messages';
import type { OptionsActions, OptionsState } from '../store/options-state';
import { forgetLayout } from './layout';
import { loadSettings, saveSettings, watchSettings } from './settings';
import { grantedOrigins, isInfuzuGranted, requestOrigins } from './site-access';

/** What the options page shows, kept true while settings and permissions change anywhere. */
export async function optionsState(): Promise<StoreApi<OptionsState>> {
  const access = async () => ({ infuzuGranted: await isInfuzuGranted(), granted: await grantedOrigins() });
  const settings = await loadSettings();
  const state = createStore<OptionsState>(() => ({ settings, infuzuGranted: true, granted: [] }));
  const refresh = async () => state.setState(await access());
  await refresh();
  watchSettings((changed) => state.setState({ settings: changed }));
  browser.permissions.onAdded.addListener(() => void refresh());
  browser.permissions.onRemoved.addListener(() => void refresh());
  return state;
}

export function optionsActions(openChannel: () => Channel): OptionsActions {
  return {
    saveSettings,
    requestGrants: (patterns) => requestOrigins([...patterns]),
    async revokeGrants(patterns) {
      if (patterns.length > 0) await browser.permissions.remove({ origins: [...patterns] });
    },
    forgetLayout,
    forgetCalls() {
      const forget: FeedRequest = { type: 'forget' };
      openChannel().send(forget);
    },
  };
}
