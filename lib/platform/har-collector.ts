import { browser } from 'wxt/browser';
import { type HostPattern, isObservedUrl, parseHostPattern } from '../api/hosts';
import type { Milliseconds } from '../api/units';
import { type Salt, saltFrom } from '../exchange/fingerprint';
import type { EntryOrder, HarPlace, ProbeObservation } from '../exchange/observation';
import { rankKeyOf } from '../join/har-order';
import { KnownEntries } from '../join/known-entries';
import { type Content, PlacedEntries, type PlacedEntry } from '../join/placed-entries';
import type { OpenChannel } from '../messaging/channel';
import { observeHarEntry } from '../observe/from-har-entry';
import { isUnfollowed } from '../observe/har/entry';
import { fieldValue, readHeaderList } from '../observe/har/header-list';
import { readError } from '../observe/har/response';
import { groupOf } from '../store/group';
import { CollectorChannel } from './collector-channel';
import { type HarContent, listedContent, readContent } from './har-content';
import { getHar, type RawEntry } from './har-list';
import { followDocument } from './inspected-window';
import { isSeen } from './site-access';
import type { Clock, TimerId } from './steady-clock';
import { createTurns } from './turns';

/** After a burst of equal calls their order is asked for, once it is quiet. */
const ORDER_DELAY = 250;
/** So long the question waits at most, when it does not get quiet. */
const MAX_ORDER_DELAY = 1_500;
/** A list that lacks what was told is asked for again, after twice the time, and so on. */
const MAX_ORDER_TRIES = 5;
/**
 * Chromium never tells an entry whose body the page's code leaves unread: after a navigation, a preflight or a call that
 * the probe saw the list is looked at.
 */
const LOOK_DELAY = 1_000;
/** While a call waits for its answer the list is looked at after twice the time, and so on. */
const MAX_LOOK_DELAY = 4_000;
/** Between two looks at a long list lies so many times as long as one takes: DevTools are not there for us alone. */
const LOOK_REST = 10;
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
type Place = Pick<HarPlace, 'order'> | undefined;
/** Of `getHAR()`. */
type ListTimes = Pick<EntryOrder, 'since' | 'asked'>;

/** An entry as DevTools told it. Its headers hold the raw key: it is let go of as soon as no body is to come any more. */
interface HeldEntry {
  entry: RawEntry | undefined;
  /** Under which it was told. */
  group?: string;
}

/** Who makes the call that a preflight is for. */
const originOf = ({ request }: RawEntry) => fieldValue(readHeaderList({ ...request }) ?? [], 'origin');

/** An entry that Chromium lists while its call waits for the answer: the listener tells its end. */
const isWaiting = ({ time, response }: RawEntry) =>
  !import.meta.env.FIREFOX && time === 0 && response?.status === 0 && readError({ response }) === undefined;

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
  readonly #channel: CollectorChannel;
  #salt: Salt | undefined;
  #tellReady: (salt: Salt) => void = () => {};
  /** Resolves with the session's salt when the background has told it. */
  readonly ready = new Promise<Salt>((resolve) => {
    this.#tellReady = resolve;
  });
  #ownHosts: readonly HostPattern[] = [];
  #placed = new PlacedEntries<HarContent>(import.meta.env.FIREFOX);
  /** What was told before the salt was there. */
  #waiting: RawEntry[] = [];
  readonly #inTurn = createTurns(MAX_READS);
  #pageOrigin: string | undefined;
  #order: { timer: TimerId; latest: number } | undefined;
  #look: { timer: TimerId; at: number } | undefined;
  /** Whether webRequest sees the calls of an origin. */
  #isSeen = new Map<string, Promise<boolean>>();
  #known = new KnownEntries();
  /** Entries that `getHAR()` listed and the listener has not told. */
  #listed = new Map<number, PlacedEntry<HarContent>>();
  /** How many entries there were of equal method and URL. */
  #perKey = new Map<string, number>();
  #listTimes: ListTimes = { since: Date.now(), asked: Date.now() };

  constructor(
    openChannel: OpenChannel,
    private readonly tabId: number,
    private readonly clock: Clock,
  ) {
    this.#channel = new CollectorChannel(openChannel, tabId, clock, ({ salt, ownHosts }) => {
      this.#ownHosts = ownHosts.flatMap((text) => parseHostPattern(text) ?? []);
      this.#salt = saltFrom(salt);
      this.#tellReady(this.#salt);
      for (const entry of this.#waiting.splice(0)) this.#hear(entry);
    });
  }

  /** Sends what the page's code wrote along. */
  sendProbeCalls(calls: readonly ProbeObservation[]): void {
    for (const call of calls) this.#channel.send(call);
    for (const origin of new Set(calls.map(({ initiator }) => initiator.origin))) this.#lookFor(origin);
  }

  start(): void {
    this.#channel.connect();
    const { onRequestFinished, onNavigated } = browser.devtools.network;
    onRequestFinished.addListener((entry) => this.#hear(entry as unknown as RawEntry));
    onNavigated.addListener(() => {
      this.#perKey.clear();
      this.#placed.clear();
      this.#listTimes = { since: Date.now(), asked: Date.now() };
      this.#pageOrigin = undefined;
    });
    followDocument((document) => {
      if (!document) return;
      this.#pageOrigin = document.origin;
      this.#channel.enter(document.id);
      this.#lookFor(document.origin);
    });
    // Requests from before this listener: DevTools keeps those since it was opened.
    void this.ready.then(getHar).then((entries) => this.#merge(entries));
  }

  #isObserved(entry: RawEntry): boolean {
    try {
      return isObservedUrl(new URL(entry.request?.url ?? ''), this.#ownHosts) && !isUnfollowed(entry);
    } catch {
      return false;
    }
  }

  /** An entry that is finished. */
  #hear(entry: RawEntry): void {
    if (this.#salt === undefined) {
      this.#waiting.push(entry);
      return;
    }
    if (!this.#isObserved(entry)) return;
    const number = this.#known.tell(entry);
    const listed = this.#listed.get(number);
    this.#listed.delete(number);
    listed?.drop();
    this.#take(entry, number, 'listener', listed === undefined);
    if (entry.request?.method === 'OPTIONS') this.#lookFor(originOf(entry));
  }

  /** Entries that were finished before there was a listener, and those that it never hears of. */
  #merge(list: readonly RawEntry[]): void {
    const answered = list.filter((entry) => this.#isObserved(entry) && !isWaiting(entry));
    for (const [entry, number] of this.#known.list(answered)) {
      const listed = this.#listed.get(number);
      listed?.drop();
      this.#listed.set(number, this.#take(entry, number, 'list', listed === undefined));
    }
  }

  #take(entry: RawEntry, number: number, source: Source, isNew: boolean): PlacedEntry<HarContent> {
    const key = rankKeyOf(entry);
    if (isNew) this.#perKey.set(key, (this.#perKey.get(key) ?? 0) + 1);
    const entryId = `${this.tabId}.${performance.timeOrigin}.${number}`;
    const held: HeldEntry = { entry };
    // What is made here is kept as long as the document: none of it may refer to the entry but by what lets go of it.
    const placed = this.#placed.add(entry, (content, order) =>
      this.#tell(held, entryId, content, order && { order: { ...order, ...this.#listTimes } }),
    );
    this.#inTurn(() =>
      readSoon(held, source, this.clock, (content) => {
        placed.take(content);
        if ((this.#perKey.get(key) ?? 0) > 1) this.#askOrderSoon();
      }),
    );
    return placed;
  }

  #tell(held: HeldEntry, entryId: string, content: Content<HarContent> | 'known', place: Place): void {
    if (this.#salt === undefined) return;
    if (held.entry && content !== 'known') {
      const collected = { entryId, tabId: this.tabId, pageOrigin: this.#pageOrigin, content };
      const observation = observeHarEntry(held.entry, collected, this.#salt);
      if (!observation) return;
      held.group = groupOf(observation.exchange.request);
      if (typeof content === 'object') held.entry = undefined;
      this.#channel.send({ ...observation, ...place });
    } else if (held.group !== undefined)
      this.#channel.send({ type: 'har-place', entryId, group: held.group, ...place });
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
    const asked = Date.now();
    const { since } = this.#listTimes;
    const listed = (await getHar()).filter((entry) => this.#isObserved(entry));
    if (since !== this.#listTimes.since) return; // a list of the document before
    this.#listTimes = { since, asked };
    const isComplete = this.#placed.place(listed, listedContent);
    // What is told from now on asks anew.
    if (isComplete || this.#order || tries >= MAX_ORDER_TRIES) return;
    this.clock.set(() => void this.#askOrder(tries + 1), ORDER_DELAY * 2 ** tries);
  }

  /**
   * A page or frame of this origin calls: where webRequest does not see it, the list is looked at for what the listener
   * never tells. Firefox' tells everything.
   */
  #lookFor(origin: string | undefined): void {
    if (import.meta.env.FIREFOX || origin === undefined) return;
    // Asked once in a while: a burst has a preflight for each call.
    let answer = this.#isSeen.get(origin);
    if (answer === undefined) {
      answer = isSeen(origin);
      this.#isSeen.set(origin, answer);
      this.clock.set(() => this.#isSeen.delete(origin), LOOK_DELAY);
    }
    void answer.then((seen) => {
      if (!seen) this.#lookSoon(LOOK_DELAY);
    });
  }

  #lookSoon(delay: Milliseconds): void {
    const at = Date.now() + delay;
    if (this.#look && this.#look.at <= at) return;
    this.clock.clear(this.#look?.timer);
    this.#look = { at, timer: this.clock.set(() => void this.#lookAtList(delay), delay) };
  }

  async #lookAtList(delay: Milliseconds): Promise<void> {
    const start = performance.now();
    this.#look = undefined;
    const list = await getHar();
    this.#merge(list);
    const rest = LOOK_REST * (performance.now() - start);
    if (list.some((entry) => this.#isObserved(entry) && isWaiting(entry)))
      this.#lookSoon(Math.max(rest, Math.min(2 * delay, MAX_LOOK_DELAY)));
  }
}
