import { chatEndpointOf } from '../api/endpoints';
import type { Exchange, ExchangeId, JoinReason } from '../exchange/exchange';
import { loseEnd } from '../exchange/lost-end';
import type { HarObservation, ProbeObservation } from '../exchange/observation';
import { absent, present } from '../exchange/presence';
import { joinEntries } from '../join/join-entries';
import { joinProbes } from '../join/join-probes';
import { BLOCKED_BY_CSP, markAmbiguous, mergeEntry, mergePageBody, mergeProbe } from '../join/merge';
import { pageEntriesOf } from '../join/page-entries';

/** Everything that one group holds: the records of equal method and URL. */
export interface GroupRecords {
  readonly exchanges: readonly Exchange[];
  readonly entries: readonly HarObservation[];
  readonly probes: readonly ProbeObservation[];
  /** What the group looked like; equal exchanges keep their identity. */
  readonly before: ReadonlyMap<ExchangeId, ShownExchange>;
}

/** Why the body of an ended exchange is not there. */
function settleBody(exchange: Exchange, bodySource: Parts['bodySource']): Exchange {
  if (exchange.state === 'pending' || exchange.response.status === 'absent') return exchange;
  const { body } = exchange.response.value;
  if (body.status === 'present' || body.reason !== 'pending') return exchange;
  if (exchange.state !== 'failed' && bodySource === 'expected') return exchange;
  const hidden = /ERR_FAILED|NS_ERROR_DOM_BAD_URI/.test(exchange.error?.text ?? '');
  const reason =
    exchange.state === 'failed'
      ? hidden
        ? 'cors'
        : 'failed'
      : bodySource === 'overdue'
        ? exchange.state === 'unknown-end'
          ? 'timed-out'
          : 'body-unread'
        : 'devtools-closed';
  return { ...exchange, response: present({ ...exchange.response.value, body: absent(reason) }) };
}

/**
 * A call that only the probe knows: it threw before it was sent, the page's policy stopped it, or it is under way where
 * webRequest sees nothing.
 */
function exchangeOfProbe(probe: ProbeObservation): Exchange {
  const { written } = probe;
  const id = probeIdOf(probe);
  const wasSent = written.thrown === undefined && !probe.blocked;
  const error = probe.blocked ? BLOCKED_BY_CSP : { text: written.thrown ?? '' };
  const endpoint = chatEndpointOf(probe.url.path);
  return {
    id,
    callId: id,
    hop: 0,
    source: 'probe',
    tabId: probe.tabId,
    frameId: probe.frameId,
    initiator: probe.initiator,
    resourceType: 'fetch',
    startedDateTime: probe.at,
    ...(!wasSent && { time: 0 }),
    state: wasSent ? 'pending' : probe.blocked ? 'failed' : 'never-sent',
    request: {
      method: probe.method,
      url: probe.url,
      ...(endpoint && { endpoint }),
      httpVersion: '',
      headers: absent('not-recorded'),
      credentials: present(written.credentials.map((written) => ({ fingerprint: '', ...written }))),
      body: absent('not-recorded'),
    },
    response: absent(wasSent ? 'pending' : 'failed'),
    ...(!wasSent && { error }),
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
  /** Whether DevTools are there to tell the body: they may still, they would have by now, or they are closed. */
  readonly bodySource: 'expected' | 'overdue' | 'closed';
}

/** What the group cannot know of itself. */
export interface Surroundings {
  /** Tabs whose DevTools are open. */
  readonly devtoolsTabs: ReadonlySet<number>;
  /** Exchanges that ended long ago. */
  readonly overdue: ReadonlySet<ExchangeId>;
}

/** One shown exchange with what it was made of, so that it is made again only when something of it changed. */
export interface ShownExchange {
  readonly parts: Parts;
  /** Before it was settled why there is no body. */
  readonly composed: Exchange;
  readonly exchange: Exchange;
}

function compose(parts: Parts): Exchange {
  let exchange = parts.exchange;
  const { entry, reason, probe } = parts;
  if (entry && reason) exchange = { ...mergeEntry(exchange, entry, reason), joinedIds: [entry.exchange.id] };
  if (parts.pageEntry) exchange = mergePageBody(exchange, parts.pageEntry);
  if (parts.ambiguous) exchange = markAmbiguous(exchange);
  if (!probe) return exchange;
  return { ...mergeProbe(exchange, probe), joinedIds: [...(exchange.joinedIds ?? []), probeIdOf(probe)] };
}

/** Whether the same is composed of both. */
function sameParts(a: Parts, b: Parts): boolean {
  return (
    a.exchange === b.exchange &&
    a.entry === b.entry &&
    a.pageEntry === b.pageEntry &&
    a.reason === b.reason &&
    a.ambiguous === b.ambiguous &&
    a.probe === b.probe
  );
}

/** An answer whose status DevTools lost (see `observeHarEntry`) is told by nobody else here. */
function seenByDevtoolsAlone(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (response.status === 'absent' || response.value.status !== 0) return exchange;
  return loseEnd({ ...exchange, response: absent('missed') }, 'devtools-lost');
}

/** Whether a call is shown by the word of the probe alone: on a granted site webRequest tells each that is sent. */
const isRow = ({ via, blocked, written }: ProbeObservation) =>
  via === 'devtools' || blocked === true || written.thrown !== undefined;

/** What pages see of one group: joined, with calls that webRequest did not see as exchanges of their own. */
export function viewGroup(
  records: GroupRecords,
  { devtoolsTabs, overdue }: Surroundings,
): Map<ExchangeId, ShownExchange> {
  const parts = new Map<ExchangeId, Parts>();
  const bodySourceOf = ({ id, tabId }: Exchange) =>
    !devtoolsTabs.has(tabId) ? 'closed' : overdue.has(id) ? 'overdue' : 'expected';
  const add = (exchange: Exchange, more: Partial<Parts> = {}) =>
    parts.set(exchange.id, { exchange, bodySource: bodySourceOf(exchange), ...more });
  const entries = records.entries.filter((entry) => !entry.viaServiceWorker);
  const { joined, ambiguous, alone, unseen } = joinEntries(records.exchanges, entries);
  const pageEntries = pageEntriesOf(records.entries);
  for (const { exchange, entry, reason } of joined)
    add(exchange, { entry, reason, pageEntry: pageEntries.get(entry) });
  for (const exchange of ambiguous) add(exchange, { ambiguous: true });
  for (const exchange of alone) add(exchange);
  for (const entry of unseen) add(seenByDevtoolsAlone(entry.exchange), { pageEntry: pageEntries.get(entry) });
  const calls = records.probes.filter((probe) => probe.written.thrown === undefined);
  const shown = [...parts.values()].map(({ exchange }) => exchange);
  // What a policy stopped is in DevTools of Firefox, and nowhere in Chromium: it must not take the place of another call.
  const broken = shown.filter(({ state }) => state !== 'completed' && state !== 'pending');
  const stopped = joinProbes(
    broken,
    calls.filter(({ blocked }) => blocked),
  );
  const taken = new Set(stopped.pairs.map(({ exchange }) => exchange));
  const rest = shown.filter((exchange) => !taken.has(exchange));
  const sent = joinProbes(
    rest,
    calls.filter(({ blocked }) => !blocked),
  );
  const told = new Set(sent.unsure);
  for (const { exchange, probe } of [...stopped.pairs, ...sent.pairs]) {
    const known = parts.get(exchange.id);
    if (!known) continue;
    told.add(probe);
    parts.set(exchange.id, { ...known, probe });
  }
  const result = new Map<ExchangeId, ShownExchange>();
  for (const [id, own] of parts) {
    const before = records.before.get(id);
    const isSame = before && sameParts(before.parts, own);
    if (isSame && before.parts.bodySource === own.bodySource) {
      result.set(id, before);
      continue;
    }
    const composed = isSame ? before.composed : compose(own);
    result.set(id, { parts: own, composed, exchange: settleBody(composed, own.bodySource) });
  }
  for (const probe of records.probes) {
    if (told.has(probe) || !isRow(probe)) continue;
    const id = probeIdOf(probe);
    const before = records.before.get(id);
    const bodySource = overdue.has(id) ? 'overdue' : 'closed';
    const parts = before?.parts;
    const isSame = parts?.exchange.source === 'probe' && parts.probe === probe;
    if (before && isSame && parts.bodySource === bodySource) {
      result.set(id, before);
      continue;
    }
    const known = exchangeOfProbe(probe);
    const isLost = bodySource === 'overdue' && known.state === 'pending';
    const exchange = isLost ? loseEnd(known, 'no-request') : known;
    result.set(id, { parts: { exchange, probe, bodySource }, composed: known, exchange });
  }
  return result;
}
