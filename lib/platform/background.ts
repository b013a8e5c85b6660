import { browser } from 'wxt/browser';
import { digitsOf } from '../exchange/fingerprint';
import type { ProbeObservation } from '../exchange/observation';
import type { Channel } from '../messaging/channel';
import { FeedServer } from '../messaging/feed-server';
import { COLLECTOR_PORT, FEED_PORT, isCollected, isCollectorMessage } from '../messaging/messages';
import { createPace } from '../messaging/pace';
import { limitsOf } from '../store/bounds';
import { Capture } from '../store/capture';
import { ExchangeStore } from '../store/exchange-store';
import { DEFAULT_SETTINGS, type Settings } from '../store/settings';
import { showBadge } from './badge';
import { forgetClosedTabs } from './closed-tabs';
import { listenToOwnHosts } from './own-hosts';
import { channelOf } from './port-channel';
import { isWatched, originOf, takeProbeMessage } from './probe-messages';
import { bringDoor, registerProbes } from './probe-registration';
import { DOOR_WANTED } from './probe-sender';
import { keepInSession, loadSession } from './session-records';
import { loadSettings, watchSettings } from './settings';
import { isInfuzuGranted, siteCoverageOf } from './site-access';
import { listenToWebRequest } from './web-request';

const WELCOME_PAGE = '/options.html#welcome';
/** Bursts are joined and told together, a single call within less than a frame: what is told costs its readers more. */
const FLUSH_PACE = { least: 12, most: 400, rest: 10 };

/** How often calls that lost their end are looked for while the background is awake; a timer does not keep it so. */
const EXPIRY_INTERVAL = 60_000;

/** Starts the background: listeners first, synchronously; then observations → store → feed, badge, session storage. */
export function startBackground(urls: string[]): void {
  /** How many DevTools are open for a tab. */
  const devtools = new Map<number, number>();
  const collectors = new Set<Channel>();
  const store = new ExchangeStore({
    limits: limitsOf(DEFAULT_SETTINGS),
    onChange: (change) => {
      server.publish(change);
      showBadge(store, change);
    },
    onRecords: (records) => kept.write(records),
    schedule: createPace(FLUSH_PACE),
    later: (delay, work) => setTimeout(work, delay),
  });
  const kept = keepInSession(store);
  const keepWithin = (settings: Settings) => store.setLimits(limitsOf(settings));
  // Before the earlier life is put back: within the default's bounds some of it would go.
  const bounded = loadSettings().then(keepWithin, () => {});
  const capture = new Capture(
    store,
    Promise.all([loadSession(kept), bounded]).then(([earlier]) => earlier),
  );
  const server = new FeedServer({
    store,
    ready: capture.ready,
    isPaused: () => capture.paused,
    setPaused(paused) {
      capture.paused = paused;
      server.publishPaused(paused);
    },
    async coverageOf({ tabId, origin, byAction }) {
      const [known, infuzuGranted] = await Promise.all([
        origin === undefined ? undefined : siteCoverageOf(origin),
        isInfuzuGranted(),
      ]);
      const isOpened = known?.access === 'not-granted' && byAction === true;
      const site = isOpened ? { ...known, access: 'until-navigation' as const } : known;
      return {
        infuzuGranted,
        devtoolsOpen: devtools.has(tabId),
        ...(site && { site }),
      };
    },
  });

  const expire = () => store.expire(Date.now());
  void capture.ready.then(expire, () => {});
  setInterval(expire, EXPIRY_INTERVAL);

  forgetClosedTabs(store, capture.ready, (tabId) => server.isShown(tabId));

  listenToWebRequest(urls, (event, details) => capture.webRequest(event, details));
  listenToOwnHosts((event, details) => capture.webRequest(event, details));
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === FEED_PORT) server.accept(channelOf(port));
    else if (port.name === COLLECTOR_PORT) acceptCollector(channelOf(port));
  });
  /** Resolves when what was told until now outlives this background. */
  const written = () => capture.ready.then(() => kept.written());
  /** Answers the door when it need not tell the next background again. */
  async function takeProbeCalls(calls: readonly ProbeObservation[], origin: string): Promise<boolean> {
    if (!(await isWatched(origin))) return false;
    for (const call of calls) capture.observe(call);
    await written();
    return true;
  }
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (message === DOOR_WANTED) return bringDoor(sender).then(() => true);
    const calls = takeProbeMessage(message, sender);
    return calls && takeProbeCalls(calls, originOf(sender) ?? '');
  });
  const permissionsChanged = () => {
    void server.publishCoverage();
    void registerProbes();
  };
  browser.permissions.onAdded.addListener(permissionsChanged);
  browser.permissions.onRemoved.addListener(permissionsChanged);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void registerProbes();
    // Once, and not after an update: what it may see, and where it is to be found.
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL(WELCOME_PAGE) });
  });
  browser.runtime.onStartup.addListener(() => void registerProbes());

  function welcomeCollector(channel: Channel): void {
    Promise.all([capture.ready, loadSettings()])
      .then(([salt, { ownHosts }]) => channel.send({ type: 'welcome', salt: digitsOf(salt), ownHosts }))
      // Its DevTools were closed, or the background is taken down: then they connect to the next one.
      .catch(() => {});
  }
  /** Tells the devtools page what it need not tell the next background again. */
  function confirm(channel: Channel, latest: number): void {
    written()
      .then(() => channel.send({ type: 'kept', latest }))
      .catch(() => {});
  }
  watchSettings((settings) => {
    keepWithin(settings);
    for (const channel of collectors) welcomeCollector(channel);
  });

  function acceptCollector(channel: Channel): void {
    let tabId: number | undefined;
    const setOpen = (change: 1 | -1) => {
      if (tabId === undefined) return;
      const count = (devtools.get(tabId) ?? 0) + change;
      if (count > 0) devtools.set(tabId, count);
      else devtools.delete(tabId);
      store.setDevtoolsOpen(tabId, count > 0);
      void server.publishCoverage();
    };
    channel.listen(
      (message) => {
        if (!isCollectorMessage(message)) return;
        if (message.type === 'collect') {
          tabId = message.tabId;
          collectors.add(channel);
          setOpen(1);
          welcomeCollector(channel);
        } else if (message.type === 'document') {
          if (tabId !== undefined) store.leaveDocument(tabId, message.document);
        } else {
          for (const told of message.collected) if (isCollected(told)) capture.observe(told);
          confirm(channel, message.latest);
        }
      },
      () => {
        collectors.delete(channel);
        setOpen(-1);
      },
    );
  }
}
