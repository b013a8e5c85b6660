import type { EpochMilliseconds } from '../api/units';
import type { Exchange, ExchangeId } from '../exchange/exchange';
import { type Guard, isEither } from '../exchange/guards';
import { isHarObservation, isHarPlace, isProbeObservation } from '../exchange/is-observation';
import type { HarObservation, HarPlace, ProbeObservation } from '../exchange/observation';
import type { Coverage } from '../store/feed-state';
import type { Scope } from '../store/scope';
import type { MergePatch } from './merge-patch';

/** From the background to a page that reads one tab. */
export type FeedMessage =
  | {
      readonly type: 'snapshot';
      /** Everything that the background holds of the tab. */
      readonly ids: readonly ExchangeId[];
      /** The newest of it; the older ones follow as changes, so that the list is there at once. */
      readonly exchanges: readonly Exchange[];
      readonly dropped: number;
      readonly paused: boolean;
      readonly coverage: Coverage;
    }
  | {
      readonly type: 'change';
      /** Those that the page has not had yet. */
      readonly upserted: readonly Exchange[];
      /** What changed of those that it has. */
      readonly patched: readonly ExchangePatch[];
      readonly removed: readonly ExchangeId[];
      readonly dropped: number;
    }
  | { readonly type: 'paused'; readonly paused: boolean }
  | { readonly type: 'coverage'; readonly coverage: Coverage };

export interface ExchangePatch {
  readonly id: ExchangeId;
  readonly patch: MergePatch;
}

/** Which tab a page reads. */
export interface FeedScope extends Scope {
  /** True when the page was opened by the toolbar button in a browser where that click opens the site (`activeTab`). */
  readonly byAction?: boolean;
}

/** From such a page to the background. `subscribe` comes first and narrows what follows to its tab. */
export type FeedRequest =
  | ({ readonly type: 'subscribe' } & FeedScope)
  /** Forgets what began earlier, see `FeedCommands`. */
  | {
      readonly type: 'clear';
      readonly before: EpochMilliseconds;
      readonly what: 'tab' | 'shown';
      readonly address: string | undefined;
    }
  /** Forgets the calls of every tab. */
  | { readonly type: 'forget' }
  | { readonly type: 'set-paused'; readonly paused: boolean };

/** What the devtools page tells: DevTools' entries, their places, and what the page's code wrote. */
export type Collected = HarObservation | HarPlace | ProbeObservation;

/** From the devtools page of a tab to the background. */
export type CollectorMessage =
  | { readonly type: 'collect'; readonly tabId: number }
  /** With the number of the latest of them, by which the background says what it keeps. */
  | { readonly type: 'collected'; readonly collected: readonly unknown[]; readonly latest: number }
  /** The tab shows this document now; the calls of the one before are given up. */
  | { readonly type: 'document'; readonly document: number };

export interface CollectorWelcome {
  readonly type: 'welcome';
  /** In hexadecimal digits. */
  readonly salt: string;
  /** Those that the user added. */
  readonly ownHosts: readonly string[];
}

/** From the background to the devtools page. */
export type CollectorReply =
  | CollectorWelcome
  /** What was told up to this number outlives the background. */
  | { readonly type: 'kept'; readonly latest: number };

/** The names of the two kinds of Port. */
export const FEED_PORT = 'feed';
export const COLLECTOR_PORT = 'collector';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isTabId = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

/** Every message is `unknown` until one of these has spoken. Only pages of the extension reach a Port. */
export function isFeedMessage(value: unknown): value is FeedMessage {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'snapshot':
      return (
        Array.isArray(value['ids']) &&
        Array.isArray(value['exchanges']) &&
        isObject(value['coverage']) &&
        typeof value['paused'] === 'boolean'
      );
    case 'change':
      return ['upserted', 'patched', 'removed'].every((part) => Array.isArray(value[part]));
    case 'paused':
      return typeof value['paused'] === 'boolean';
    case 'coverage':
      return isObject(value['coverage']);
    default:
      return false;
  }
}

export function isFeedRequest(value: unknown): value is FeedRequest {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'subscribe':
      return (
        isTabId(value['tabId']) && (value['origin'] === undefined || typeof value['origin'] === 'string')
      );
    case 'clear':
      return (
        typeof value['before'] === 'number' &&
        (value['what'] === 'tab' || value['what'] === 'shown') &&
        (value['address'] === undefined || typeof value['address'] === 'string')
      );
    case 'forget':
      return true;
    case 'set-paused':
      return typeof value['paused'] === 'boolean';
    default:
      return false;
  }
}

/** Asked of each by itself: one that does not fit takes no other with it. */
export const isCollected: Guard<Collected> = isEither(
  isEither(isHarObservation, isHarPlace),
  isProbeObservation,
);

export function isCollectorMessage(value: unknown): value is CollectorMessage {
  if (!isObject(value)) return false;
  if (value['type'] === 'collect') return isTabId(value['tabId']);
  if (value['type'] === 'document') return typeof value['document'] === 'number';
  return (
    value['type'] === 'collected' && typeof value['latest'] === 'number' && Array.isArray(value['collected'])
  );
}

export function isCollectorReply(value: unknown): value is CollectorReply {
  if (!isObject(value)) return false;
  if (value['type'] === 'kept') return typeof value['latest'] === 'number';
  return (
    value['type'] === 'welcome' &&
    typeof value['salt'] === 'string' &&
    /^[0-9a-f]{32,}$/.test(value['salt']) &&
    Array.isArray(value['ownHosts'])
  );
}
