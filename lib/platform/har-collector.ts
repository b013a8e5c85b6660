import { hexToBytes } from '@noble/hashes/utils.js';
import { browser } from 'wxt/browser';
import { type HostPattern, isObservedUrl, parseHostPattern } from '../api/hosts';
import type { Salt } from '../exchange/fingerprint';
import type { HarObservation, ProbeObservation } from '../exchange/observation';
import type { Channel, OpenChannel } from '../messaging/channel';
import { isCollectorReply } from '../messaging/messages';
import { observeHarEntry } from '../observe/from-har-entry';
import { type ContentSource, readContent } from './har-content';
import { inspectedOrigin } from './inspected-window';

/** Entries that arrive in one burst travel together. */
const BATCH_DELAY = 25;
/** After a burst of equal calls their order is asked for, once it is quiet. */
const ORDER_DELAY = 250;
const RECONNECT_DELAY = 50;

interface RawEntry extends ContentSource {
  readonly startedDateTime?: string | Date;
  readonly time?: number;
  readonly request?: { readonly url?: string; readonly method?: string };
}

/** Entries of equal method and URL are ranked among each other. */
const rankKeyOf = ({ request }: RawEntry) => `${request?.method} ${request?.url?.replace(/#.*$/s, '')}`;

/** Tells the entries of one burst apart; `time` has a resolution of microseconds. */
const identityOf = (entry: RawEntry) => `${rankKeyOf(entry)} ${String(entry.startedDateTime)} ${entry.time}`;

/** Both browsers' `getHAR`: a promise or a callback. */
function getHar(): Promise<readonly RawEntry[]> {
  return new Promise((resolve) => {
    const settle = (har: unknown) => {
      const { entries } = (har ?? {}) as { entries?: unknown };
      resolve(Array.isArray(entries) ? (entries as RawEntry[]) : []);
    };
    const getHAR = browser.devtools.network.getHAR as unknown as (
      callback: (har: unknown) => void,
    ) => unknown;
    const answer = getHAR.call(browser.devtools.network, settle);
    if (answer instanceof Promise) answer.then(settle, () => settle(undefined));
  });
}

/**
 * Collects the HAR entries of the inspected tab from the moment DevTools opens, takes them apart and hands them to
 * the background. Lives in the devtools page. Needs no host permission, and sees calls that webRequest does not.
 */
export class HarCollector {
  #channel: Channel | undefined;
  #salt: Salt | undefined;
  #ownHosts: readonly HostPattern[] = [];
  #count = 0;
  /** What was sent, by identity: its order is told later. */
  #sent = new Map<string, HarObservation>();
  #batch: HarObservation[] = [];
  #waiting: (() => void)[] = [];
  #pageOrigin: string | undefined;
  #orderTimer: ReturnType<typeof setTimeout> | undefined;
  #perKey = new Map<string, string[]>();

  constructor(
    private readonly openChannel: OpenChannel,
    private readonly tabId: number,
  ) {}

  /** Sends what the page's code wrote along. */
  sendProbeCalls(calls: readonly ProbeObservation[]): void {
    this.#channel?.send({ type: 'probe-calls', calls });
  }

  start(): void {
    this.#connect();
    browser.devtools.network.onRequestFinished.addListener((entry) =>
      this.#take(entry as unknown as RawEntry),
    );
    const followSite = async () => {
      this.#pageOrigin = await inspectedOrigin();
    };
    browser.devtools.network.onNavigated.addListener(() => {
      this.#perKey.clear();
      void followSite();
    });
    void followSite();
    // Requests from before this listener: DevTools keeps those since it was opened.
    void getHar().then((entries) => {
      for (const entry of entries) this.#take(entry);
    });
  }

  #connect(): void {
    let channel: Channel;
    try {
      channel = this.openChannel();
    } catch {
      // The extension was reloaded under these DevTools: they have to be opened anew.
      return;
    }
    this.#channel = channel;
    channel.listen(
      (message) => {
        if (!isCollectorReply(message)) return;
        this.#salt = hexToBytes(message.salt);
        this.#ownHosts = message.ownHosts.flatMap((text) => parseHostPattern(text) ?? []);
        const waiting = this.#waiting;
        this.#waiting = [];
        for (const take of waiting) take();
      },
      () => {
        this.#channel = undefined;
        setTimeout(() => this.#connect(), RECONNECT_DELAY);
      },
    );
    channel.send({ type: 'collect', tabId: this.tabId });
  }

  #isObserved({ request }: RawEntry): boolean {
    try {
      return isObservedUrl(new URL(request?.url ?? ''), this.#ownHosts);
    } catch {
      return false;
    }
  }

  #take(entry: RawEntry): void {
    if (this.#salt === undefined) {
      this.#waiting.push(() => this.#take(entry));
      return;
    }
    if (!this.#isObserved(entry)) return;
    const identity = identityOf(entry);
    const key = rankKeyOf(entry);
    const known = this.#perKey.get(key) ?? [];
    // The merged getHAR lists what the listener also told.
    if (known.includes(identity)) return;
    this.#perKey.set(key, [...known, identity]);
    const entryId = `${this.tabId}.${performance.timeOrigin}.${++this.#count}`;
    void readContent(entry).then((content) => {
      if (this.#salt === undefined) return;
      const collected = { entryId, tabId: this.tabId, pageOrigin: this.#pageOrigin, content };
      const observation = observeHarEntry(entry, collected, this.#salt);
      if (!observation) return;
      this.#sent.set(identity, observation);
      this.#send(observation);
      if ((this.#perKey.get(key)?.length ?? 0) > 1) this.#askOrderSoon();
    });
  }

  #send(observation: HarObservation): void {
    if (this.#batch.push(observation) === 1) setTimeout(() => this.#flush(), BATCH_DELAY);
  }

  #flush(): void {
    if (!this.#channel) {
      setTimeout(() => this.#flush(), RECONNECT_DELAY);
      return;
    }
    const entries = this.#batch;
    this.#batch = [];
    this.#channel.send({ type: 'entries', entries });
  }

  /** One `getHAR` takes 66 to 194 ms, whatever it is asked for: gather, then ask. */
  #askOrderSoon(): void {
    clearTimeout(this.#orderTimer);
    this.#orderTimer = setTimeout(() => void this.#askOrder(), ORDER_DELAY);
  }

  async #askOrder(): Promise<void> {
    const ranked = new Map<string, string[]>();
    for (const entry of await getHar()) {
      if (!this.#isObserved(entry)) continue;
      const key = rankKeyOf(entry);
      ranked.set(key, [...(ranked.get(key) ?? []), identityOf(entry)]);
    }
    for (const identities of ranked.values()) {
      // Two entries that cannot be told apart have no rank.
      if (identities.length < 2 || new Set(identities).size !== identities.length) continue;
      for (const [index, identity] of identities.entries()) {
        const sent = this.#sent.get(identity);
        if (!sent || (sent.order?.index === index && sent.order.count === identities.length)) continue;
        const observation = { ...sent, order: { index, count: identities.length } };
        this.#sent.set(identity, observation);
        this.#send(observation);
      }
    }
  }
}
