import { chatEndpointOf } from '../api/endpoints';
import type { BrowserError, Exchange, ExchangeId, JoinReason } from '../exchange/exchange';
import { loseBody, loseEnd } from '../exchange/lost-end';
import type { HarObservation, ProbeObservation } from '../exchange/observation';
import { absent, present } from '../exchange/presence';
import { joinEntries } from '../join/join-entries';
import { joinProbes } from '../join/join-probes';
import {
  BLOCKED_BY_CSP,
  BLOCKED_BY_MODE,
  GIVEN_UP,
  isStopped,
  markAmbiguous,
  mergeEntry,
  mergePageBody,
  mergeProbe,
  refusalOf,
} from '../join/merge';
import { pageEntriesOf } from '../join/page-entries';

/** Everything that one group holds: the records of equal method and URL. */
export interface GroupRecords {
  readonly exchanges: readonly Exchange[];
  readonly entries: readonly HarObservation[];
  readonly probes: readonly ProbeObservation[];
  /** What the group looked like; equal exchanges keep their identity. */
  readonly before: ReadonlyMap<ExchangeId, ShownExchange>;
}

/** Why a call came to nothing, by the word of the probe. */
function errorOfProbe(probe: ProbeObservation): BrowserError | undefined {
  const {
    blocked,
    ended,
    written: { thrown },
  } = probe;
  if (blocked) return BLOCKED_BY_CSP;
  if (thrown !== undefined) return { text: thrown };
  const refusal = refusalOf(probe);
  if (refusal) return refusal;
  // A failure under way has no words that the page's code may read.
  return ended && { text: ended === 'aborted' ? GIVEN_UP : '' };
}

/**
 * A call that only the probe knows: it threw before it was sent, the browser refused it or the page's policy stopped it,
 * or it was made where webRequest sees nothing, and DevTools have not told it yet.
 */
function exchangeOfProbe(probe: ProbeObservation): Exchange {
  const { tabId, frameId, initiator, method, url, written, answer } = probe;
  const id = probeIdOf(probe);
  const endpoint = chatEndpointOf(url.path);
  const error = errorOfProbe(probe);
  const isRefused = written.thrown !== undefined || (!probe.blocked && refusalOf(probe) !== undefined);
  const missing = absent(error ? 'failed' : 'pending');
  return {
    id,
    callId: id,
    hop: 0,
    source: 'probe',
    tabId,
    frameId,
    initiator,
    resourceType: 'fetch',
    startedDateTime: probe.at,
    ...((isRefused || probe.blocked) && { time: 0 }),
    state: isRefused ? 'never-sent' : error ? 'failed' : answer ? 'completed' : 'pending',
    request: {
      method,
      url,
      ...(endpoint && { endpoint }),
      httpVersion: '',
      headers: absent('not-recorded'),
      credentials: present(written.credentials.map((written) => ({ fingerprint: '', ...written }))),
      body: absent('not-recorded'),
    },
    response: answer
      ? present({
          status: answer.status,
          statusText: '',
          headers: [],
          digest: '',
          fromCache: false,
          body: answer.body ? present(answer.body) : missing,
          ...(answer.body && { bodyJoin: 'page-probe' as const }),
        })
      : missing,
    ...(error?.text && { error }),
    written: present(written),
    partial: false,
  };
}

const probeIdOf = ({ probeId }: ProbeObservation): ExchangeId => `probe-${probeId}`;

/** Everything that one shown exchange is composed of; equal parts compose equal exchanges. */
interface Parts {
  readonly exchange: Exchange;
  readonly entry?: HarObservation;
  /** The same call as the page got it from its service worker. */
  readonly pageEntry?: HarObservation | undefined;
  readonly reason?: JoinReason;
  readonly ambiguous?: boolean;
  readonly probe?: ProbeObservation;
  /** Of a call that the probe alone knows: nothing more is to come of it. */
  readonly overdue?: boolean;
}

/** One shown exchange with what it was made of, so that it is made again only when something of it changed. */
export interface ShownExchange {
  readonly parts: Parts;
  readonly exchange: Exchange;
}

function compose(parts: Parts): Exchange {
  let exchange = parts.exchange;
  const { entry, reason, probe } = parts;
  if (entry && reason) exchange = { ...mergeEntry(exchange, entry, reason), joinedIds: [entry.exchange.id] };
  if (parts.pageEntry) exchange = mergePageBody(exchange, parts.pageEntry);
  if (parts.ambiguous) exchange = markAmbiguous(exchange);
  if (parts.overdue) return giveUp(exchange);
  if (!probe || exchange.source === 'probe') return exchange;
  return { ...mergeProbe(exchange, probe), joinedIds: [...(exchange.joinedIds ?? []), probeIdOf(probe)] };
}

const PARTS = ['entry', 'pageEntry', 'reason', 'ambiguous', 'probe', 'overdue'] as const;

/** Whether the same is composed of both. */
function sameParts(a: Parts, b: Parts): boolean {
  const isSame = a.exchange === b.exchange || a.exchange.source === 'probe';
  return isSame && PARTS.every((part) => a[part] === b[part]);
}

/** An answer whose status DevTools lost (see `observeHarEntry`) is told by nobody else here. */
function seenByDevtoolsAlone(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (response.status === 'absent' || response.value.status !== 0) return exchange;
  return loseEnd({ ...exchange, response: absent('missed') }, 'devtools-lost');
}

/** What stays of a call of the probe of which nothing more is to come. */
function giveUp(exchange: Exchange): Exchange {
  if (exchange.state === 'pending') return loseEnd(exchange, 'no-request');
  return exchange.state === 'completed' ? loseBody(exchange, 'body-unread') : exchange;
}

/** Whether a call is shown by the word of the probe alone: on a granted site webRequest tells each that is sent. */
const isRow = ({ via, blocked, ended, written }: ProbeObservation) =>
  via === 'devtools' || blocked === true || ended === 'failed' || written.thrown !== undefined;

/**
 * What pages see of one group: joined, with calls that webRequest did not see as exchanges of their own.
 * @param overdue of which of the probe's calls nothing more is to come
 * @param resumed calls that were under way when the background was stopped
 */
export function viewGroup(
  records: GroupRecords,
  overdue: ReadonlySet<ExchangeId>,
  resumed?: ReadonlySet<ExchangeId>,
): Map<ExchangeId, ShownExchange> {
  const parts = new Map<ExchangeId, Parts>();
  const add = (exchange: Exchange, more: Partial<Parts> = {}) =>
    parts.set(exchange.id, { exchange, ...more });
  const entries = records.entries.filter((entry) => !entry.viaServiceWorker);
  const { joined, ambiguous, alone, unseen } = joinEntries(records.exchanges, entries, resumed);
  const pageEntries = pageEntriesOf(records.entries);
  for (const { exchange, entry, reason } of joined)
    add(exchange, { entry, reason, pageEntry: pageEntries.get(entry) });
  for (const exchange of ambiguous) add(exchange, { ambiguous: true });
  for (const exchange of alone) add(exchange);
  for (const entry of unseen) add(seenByDevtoolsAlone(entry.exchange), { pageEntry: pageEntries.get(entry) });
  const calls = records.probes.filter((probe) => probe.written.thrown === undefined);
  const shown = [...parts.values()].map(({ exchange }) => exchange);
  const pairs = new Map<Exchange, ProbeObservation>();
  const join = (exchanges: readonly Exchange[], own: readonly ProbeObservation[]) => {
    const free = exchanges.filter((exchange) => !pairs.has(exchange));
    const result = joinProbes(free, own);
    for (const { exchange, probe } of result.pairs) pairs.set(exchange, probe);
    return result.unsure;
  };
  // What was stopped is in DevTools of Firefox, if at all, and nowhere in Chromium: it must not take the place of another call.
  const broken = shown.filter(({ state }) => state !== 'completed' && state !== 'pending');
  join(
    broken,
    calls.filter(({ blocked }) => blocked),
  );
  join(
    broken.filter(({ source, error }) => source === 'devtools' && !error),
    calls.filter((probe) => refusalOf(probe) === BLOCKED_BY_MODE),
  );
  const told = new Set(
    join(
      shown,
      calls.filter((probe) => !isStopped(probe)),
    ),
  );
  for (const [exchange, probe] of pairs) {
    const known = parts.get(exchange.id);
    if (!known) continue;
    told.add(probe);
    parts.set(exchange.id, { ...known, probe });
  }
  for (const probe of records.probes) {
    const id = probeIdOf(probe);
    if (isRow(probe) && !told.has(probe)) add(exchangeOfProbe(probe), { probe, overdue: overdue.has(id) });
  }
  const result = new Map<ExchangeId, ShownExchange>();
  for (const [id, own] of parts) {
    const before = records.before.get(id);
    if (before && sameParts(before.parts, own)) result.set(id, before);
    else result.set(id, { parts: own, exchange: compose(own) });
  }
  return result;
}
