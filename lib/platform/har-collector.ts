import { hexToBytes } from '@noble/hashes/utils.js';
import { browser } from 'wxt/browser';
import { type HostPattern, isObservedUrl, parseHostPattern } from '../api/hosts';
import type { Salt } from '../exchange/fingerprint';
import type { HarObservation, HarPlace, ProbeObservation } from '../exchange/observation';
import { rankKeyOf, SeenEntries } from '../join/har-order';
import { type Content, PlacedEntries } from '../join/placed-entries';
import type { Channel, OpenChannel } from '../messaging/channel';
import { isCollectorReply } from '../messaging/messages';
import { RecentlySent } from '../messaging/recently-sent';
import { observeHarEntry } from '../observe/from-har-entry';
import { isUnfollowed } from '../observe/har/entry';
import { groupOf } from '../store/group';
import { type HarContent, listedContent, readContent } from './har-content';
import { getHar, type RawEntry } from './har-list';
import { followDocument } from './inspected-window';
import type { Clock, TimerId } from './steady-clock';
import { createTurns } from './turns';

/** Entries that arrive in one burst travel together. */
const BATCH_DELAY = 25;
/** After a burst of equal calls their order is asked for, once it is quiet. */
const ORDER_DELAY = 250;
/** So long the question waits at most, when it does not get quiet. */
const MAX_ORDER_DELAY = 1_500;
/** A list that lacks what was told is asked for again, after twice the time, and so on. */
const MAX_ORDER_TRIES = 5;
const RECONNECT_DELAY = 50;
/**
 * So many bodies are asked for at once. DevTools answers in the thread that the panel draws in: a thousand answers that
 * wait there keep it from everything else.
 */
const MAX_READS = 20;
/** So long an entry waits for its body. A body that comes later is told then. */
const CONTENT_DELAY = 500;

/** So long an entry is held for a body that comes late. */
const MAX_HOLD = 30_000;

/** Who told an entry: the listener when it was finished, or `getHAR()`. */
type Source = 'listener' | 'list';
type Told = HarObservation | HarPlace;
type Place = Pick<HarPlace, 'order'> | undefined;

/** An entry as DevTools told it. Its headers hold the raw key: it is let go of as soon as no body is to come any more. */
interface HeldEntry {
  entry: RawEntry | undefined;
  /** Under which it was told. */
  group?: string;
}

/** Reads the body and passes it on; also when it is late, and when it comes after all. */
function readSoon(
  held: HeldEntry,
  source: Source,
  clock: Clock,
  take: (content: Content<HarContent>) => void,
): Promise<void> {
  return new Promise((done) => {
    // The listener tells finished entries only: their body is there, and DevTools is busy.
    const late = clock.set(() => {
      take(source === 'listener' ? 'late' : undefined);
      done();
    }, CONTENT_DELAY);
    const letGo = () => {
      held.entry = undefined;
    };
    const hold = clock.set(letGo, MAX_HOLD);
    void readContent(held.entry ?? {}).then((content) => {
      clock.clear(late);
      take(content);
      // In Firefox the list may bring one.
      if (content || !import.meta.env.FIREFOX) {
        clock.clear(hold);
        letGo();
      }
      done();
    });
  });
}

/**
 * Collects the HAR entries of the inspected tab from the moment DevTools opens, takes them apart and hands them to
 * the background. Lives in the devtools page. Needs no host permission, and sees calls that webRequest does not.
 */
export class HarCollector {
  #channel: Channel | undefined;
  #salt: Salt | undefined;
  #tellReady: (salt: Salt) => void = () => {};
  /** Resolves with the session's salt when the background has told it. */
  readonly ready = new Promise<Salt>((resolve) => {
    this.#tellReady = resolve;
  });
  #ownHosts: readonly HostPattern[] = [];
  #count = 0;
  #placed = new PlacedEntries<HarContent>(import.meta.env.FIREFOX);
  #batch: Told[] = [];
  #sent = new RecentlySent<Told>();
  #waiting: [entry: RawEntry, source: Source][] = [];
  readonly #inTurn = createTurns(MAX_READS);
  #pageOrigin: string | undefined;
  #order: { timer: TimerId; latest: number } | undefined;
  #seen = new SeenEntries();
  /** Entries that getHAR listed and the listener has not told: unfinished ones come once more when they end. */
  #listed = new Map<string, string>();
  /** How many entries there were of equal method and URL. */
  #perKey = new Map<string, number>();

  constructor(
    private readonly openChannel: OpenChannel,
    private readonly tabId: number,
    private readonly clock: Clock,
  ) {}

  /** Sends what the page's code wrote along. */
  sendProbeCalls(calls: readonly ProbeObservation[]): void {
    this.#channel?.send({ type: 'probe-calls', calls });
  }

  start(): void {
    this.#connect();
    browser.devtools.network.onRequestFinished.addListener((entry) =>
      this.#take(entry as unknown as RawEntry, 'listener'),
    );
    browser.devtools.network.onNavigated.addListener(() => {
      this.#seen.clear();
      this.#perKey.clear();
      this.#placed.clear();
      this.#pageOrigin = undefined;
    });
    followDocument((document) => {
      if (document) this.#pageOrigin = document.origin;
    });
    // Requests from before this listener: DevTools keeps those since it was opened.
    void getHar().then((entries) => {
      for (const entry of entries) this.#take(entry, 'list');
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
        this.#tellReady(this.#salt);
        this.#ownHosts = message.ownHosts.flatMap((text) => parseHostPattern(text) ?? []);
        const waiting = this.#waiting;
        this.#waiting = [];
        for (const [entry, source] of waiting) this.#take(entry, source);
        // An earlier background may have been stopped before it took them.
        const again = this.#sent.since(Date.now());
        if (again.length > 0) channel.send({ type: 'entries', entries: again });
      },
      () => {
        this.#channel = undefined;
        this.clock.set(() => this.#connect(), RECONNECT_DELAY);
      },
    );
    channel.send({ type: 'collect', tabId: this.tabId });
  }

  #isObserved(entry: RawEntry): boolean {
    try {
      return isObservedUrl(new URL(entry.request?.url ?? ''), this.#ownHosts) && !isUnfollowed(entry);
    } catch {
      return false;
    }
  }

  #take(entry: RawEntry, source: Source): void {
    if (this.#salt === undefined) {
      this.#waiting.push([entry, source]);
      return;
    }
    if (!this.#isObserved(entry)) return;
    // The merged getHAR lists what the listener also told.
    if (!this.#seen.add(entry, source)) return;
    const key = rankKeyOf(entry);
    this.#perKey.set(key, (this.#perKey.get(key) ?? 0) + 1);
    const entryId = this.#entryIdOf(entry, source);
    const held: HeldEntry = { entry };
    // What is made here is kept as long as the document: none of it may refer to the entry but by what lets go of it.
    const takeContent = this.#placed.add(entry, (content, order) =>
      this.#tell(held, entryId, content, order && { order }),
    );
    this.#inTurn(() =>
      readSoon(held, source, this.clock, (content) => {
        takeContent(content);
        if ((this.#perKey.get(key) ?? 0) > 1) this.#askOrderSoon();
      }),
    );
  }

  #tell(held: HeldEntry, entryId: string, content: Content<HarContent> | 'known', place: Place): void {
    if (this.#salt === undefined) return;
    if (held.entry && content !== 'known') {
      const collected = { entryId, tabId: this.tabId, pageOrigin: this.#pageOrigin, content };
      const observation = observeHarEntry(held.entry, collected, this.#salt);
      if (!observation) return;
      held.group = groupOf(observation.exchange.request);
      if (typeof content === 'object') held.entry = undefined;
      this.#send({ ...observation, ...place });
    } else if (held.group !== undefined)
      this.#send({ type: 'har-place', entryId, group: held.group, ...place });
  }

  #entryIdOf(entry: RawEntry, source: Source): string {
    const start = `${rankKeyOf(entry)} ${String(entry.startedDateTime)}`;
    const known = source === 'listener' ? this.#listed.get(start) : undefined;
    this.#listed.delete(start);
    const entryId = known ?? `${this.tabId}.${performance.timeOrigin}.${++this.#count}`;
    if (source === 'list') this.#listed.set(start, entryId);
    return entryId;
  }

  #send(told: Told): void {
    if (this.#batch.push(told) === 1) this.clock.set(() => this.#flush(), BATCH_DELAY);
  }

  #flush(): void {
    if (!this.#channel) {
      this.clock.set(() => this.#flush(), RECONNECT_DELAY);
      return;
    }
    const entries = this.#batch;
    this.#batch = [];
    for (const entry of entries) this.#sent.add(`${entry.type} ${entry.entryId}`, entry, Date.now());
    this.#channel.send({ type: 'entries', entries });
  }

  /** One `getHAR` takes 66 to 194 ms, whatever it is asked for: gather, then ask. */
  #askOrderSoon(): void {
    const now = Date.now();
    const latest = this.#order?.latest ?? now + MAX_ORDER_DELAY;
    this.clock.clear(this.#order?.timer);
    const ask = () => {
      this.#order = undefined;
      void this.#askOrder(1);
    };
    this.#order = { latest, timer: this.clock.set(ask, Math.min(ORDER_DELAY, Math.max(0, latest - now))) };
  }

  async #askOrder(tries: number): Promise<void> {
    const listed = (await getHar()).filter((entry) => this.#isObserved(entry));
    const isComplete = this.#placed.place(listed, listedContent);
    // What is told from now on asks anew.
    if (isComplete || this.#order || tries >= MAX_ORDER_TRIES) return;
    this.clock.set(() => void this.#askOrder(tries + 1), ORDER_DELAY * 2 ** tries);
  }
}
