import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Milliseconds } from '../api/units';
import type { Exchange } from '../exchange/exchange';
import type { FeedCommands, FeedState } from '../store/feed-state';
import type { Channel, OpenChannel } from './channel';
import { mergePatched } from './merge-patch';
import {
  type ExchangePatch,
  type FeedMessage,
  type FeedRequest,
  type FeedScope,
  isFeedMessage,
} from './messages';
import { createPace } from './pace';
import { RecentlySent } from './recently-sent';
import { createSharing, type Sharing } from './share-parts';

const INITIAL: FeedState = {
  connection: 'connecting',
  exchanges: [],
  dropped: 0,
  paused: false,
  coverage: { infuzuGranted: true, devtoolsOpen: false },
};

/** How long after a lost connection the next try comes; the background is only asleep. */
const RECONNECT_DELAY: Milliseconds = 50;
const GIVE_UP_AFTER = 20;

/** In a burst the list is drawn less often than changes come, so that it does not fall behind them. */
const APPLY_PACE = { least: 0, most: 300, rest: 2 };

const order = new Intl.Collator('en', { numeric: true });

/** The same order in every page, also for calls that start at once: keys are numbered in it. */
const byStart = (a: Exchange, b: Exchange) =>
  a.startedDateTime - b.startedDateTime || order.compare(a.id, b.id);

/** What comes is mostly new or newly changed, and so near the end: looked for from there, and rarely out of order. */
function merged(
  known: readonly Exchange[],
  upserted: readonly Exchange[],
  patched: readonly ExchangePatch[],
  share: Sharing,
): Exchange[] {
  const whole = new Map(upserted.map((exchange) => [exchange.id, share(exchange)]));
  const patches = new Map(patched.map(({ id, patch }) => [id, patch]));
  const all = known.slice();
  let isInOrder = true;
  for (let i = all.length - 1; i >= 0 && whole.size + patches.size > 0; i--) {
    const before = all[i];
    if (before === undefined) continue;
    const { id } = before;
    const patch = patches.get(id);
    const now = whole.get(id) ?? (patch && share(mergePatched(before, patch), before));
    if (now === undefined) continue;
    isInOrder &&= before.startedDateTime === now.startedDateTime;
    all[i] = now;
    whole.delete(id);
    patches.delete(id);
  }
  for (const exchange of [...whole.values()].sort(byStart)) {
    const last = all.at(-1);
    isInOrder &&= last === undefined || byStart(last, exchange) <= 0;
    all.push(exchange);
  }
  return isInOrder ? all : all.sort(byStart);
}

/** Folds one message into the copy. A snapshot keeps what a page had and the background has forgotten out. */
function apply(state: FeedState, message: FeedMessage, share: Sharing): FeedState {
  switch (message.type) {
    case 'snapshot': {
      const { dropped, paused, coverage } = message;
      const held = new Set(message.ids);
      const kept = state.exchanges.filter(({ id }) => held.has(id));
      return {
        connection: 'live',
        exchanges: merged(kept, message.exchanges, [], share),
        dropped,
        paused,
        coverage,
      };
    }
    case 'change': {
      const gone = new Set(message.removed);
      const kept = gone.size === 0 ? state.exchanges : state.exchanges.filter(({ id }) => !gone.has(id));
      const exchanges = merged(kept, message.upserted, message.patched, share);
      return { ...state, exchanges, dropped: message.dropped };
    }
    case 'paused':
      return { ...state, paused: message.paused };
    case 'coverage':
      return { ...state, coverage: message.coverage };
    default:
      return message satisfies never;
  }
}

export interface FeedConnection {
  readonly feed: StoreApi<FeedState>;
  readonly commands: FeedCommands;
  /** Reads another scope from now on, as after a navigation to another site. */
  setScope(scope: FeedScope): void;
}

/**
 * Opens the feed of one tab. It reconnects by itself when the background was stopped; what is shown stays while
 * it does.
 */
export function connectFeed(openChannel: OpenChannel, initialScope: FeedScope): FeedConnection {
  const feed = createStore<FeedState>(() => INITIAL);
  const share = createSharing();
  const later = createPace(APPLY_PACE);
  let waiting: FeedMessage[] = [];
  const applyWaiting = () => {
    if (waiting.length === 0) return;
    const messages = waiting;
    waiting = [];
    feed.setState(
      messages.reduce((state, message) => apply(state, message, share), feed.getState()),
      true,
    );
  };
  const take = (message: FeedMessage) => {
    const isFirst = waiting.push(message) === 1;
    // There is nothing to look at before it.
    if (message.type === 'snapshot') applyWaiting();
    else if (isFirst) later(applyWaiting);
  };
  let channel: Channel | undefined;
  let failures = 0;
  let scope = initialScope;
  /** What the user asked for a moment ago. */
  const asked = new RecentlySent<FeedRequest>();

  const send = (request: FeedRequest) => channel?.send(request);
  const ask = (id: string, request: FeedRequest) => {
    asked.add(id, request, Date.now());
    send(request);
  };
  const connect = () => {
    try {
      channel = openChannel();
    } catch {
      // The extension was reloaded under this page: no background will ever answer it again.
      feed.setState({ connection: 'lost' });
      return;
    }
    channel.listen(
      (message) => {
        if (!isFeedMessage(message)) return;
        failures = 0;
        take(message);
      },
      () => {
        channel = undefined;
        failures++;
        if (failures > GIVE_UP_AFTER) feed.setState({ connection: 'lost' });
        else setTimeout(connect, RECONNECT_DELAY);
      },
    );
    send({ type: 'subscribe', ...scope });
    // An earlier background may have been stopped before it took it.
    for (const request of asked.since(Date.now())) send(request);
  };
  connect();
  return {
    feed,
    commands: {
      clear(before, what, address) {
        ask(what, { type: 'clear', before, what, address });
      },
      setPaused: (paused) => ask('set-paused', { type: 'set-paused', paused }),
    },
    setScope(next) {
      scope = next;
      send({ type: 'subscribe', ...scope });
    },
  };
}
