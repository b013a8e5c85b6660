import type { EpochMilliseconds, Milliseconds } from '../api/units';
import type { VerdictState } from '../diagnosis/diagnosis';
import { RANK, shownState } from '../diagnosis/shown-state';
import { presentValue } from '../exchange/presence';
import { addTo } from '../rules/sorted';
import type { InspectedExchange } from './inspect';

/** One call as its code made it: its redirect hops and preflights folded into one. */
export interface InspectedCall {
  /** That of its first hop: it stays while the call goes on. */
  readonly id: string;
  /** In order; one when there was no redirect. */
  readonly hops: readonly InspectedExchange[];
  readonly preflights: readonly InspectedExchange[];
  /** What the code asked for. */
  readonly first: InspectedExchange;
  /** What it was answered. */
  readonly last: InspectedExchange;
  /** The hop that the verdict is about: the gravest, the later one among equals. */
  readonly lead: InspectedExchange;
  readonly keyNumber: number | undefined;
  /** True when it is known to carry no key: none, an empty one or a placeholder. */
  readonly isKeyless: boolean;
  readonly start: EpochMilliseconds;
  /** From the first hop's start to the last one's end, when it has ended. */
  readonly time?: Milliseconds;
}

/** What a call's row unfolds to. */
export interface CallPart {
  readonly relation: 'preflight' | 'hop';
  /** Counted from 1, per relation. */
  readonly number: number;
  readonly member: InspectedExchange;
}

export function isGraver(a: VerdictState, b: VerdictState): boolean {
  return RANK[a] < RANK[b];
}

export function stateOf(call: InspectedCall): VerdictState {
  return shownState(call.lead);
}

/** How many parts there are. */
export function partCount({ hops, preflights }: InspectedCall): number {
  return preflights.length + (hops.length > 1 ? hops.length : 0);
}

/** Every part of a call that its own row does not show, in order of start. */
export function partsOf(call: InspectedCall): CallPart[] {
  const parts: CallPart[] = call.preflights.map((member, i) => ({
    relation: 'preflight',
    number: i + 1,
    member,
  }));
  for (const [i, member] of call.hops.entries()) {
    if (call.hops.length > 1) parts.push({ relation: 'hop', number: i + 1, member });
  }
  return parts.sort((a, b) => a.member.exchange.startedDateTime - b.member.exchange.startedDateTime);
}

/**
 * What was never recorded is no proof that there was no key, nor is what was left out of a file, nor a key in a URL
 * that has no fingerprint, nor a preflight: it never carries one.
 */
export function isKeyless(hops: readonly InspectedExchange[]): boolean {
  return hops.every(({ exchange: { request, written }, kind, keyNumber }) => {
    if (keyNumber !== undefined || kind === 'preflight' || request.url.secrets.length > 0) return false;
    const credentials = presentValue(request.credentials) ?? presentValue(written)?.credentials;
    return (
      credentials?.every(
        ({ length, placeholder, redacted }) => !redacted && (length === 0 || placeholder !== undefined),
      ) ?? false
    );
  });
}

function leadOf(hops: readonly InspectedExchange[], last: InspectedExchange): InspectedExchange {
  const gravest = Math.min(...hops.map(({ diagnosis }) => RANK[diagnosis.state]));
  return hops.findLast(({ diagnosis }) => RANK[diagnosis.state] === gravest) ?? last;
}

function callOf(hops: readonly InspectedExchange[], preflights: readonly InspectedExchange[]): InspectedCall {
  const first = hops[0] as InspectedExchange;
  const last = hops[hops.length - 1] ?? first;
  const start = first.exchange.startedDateTime;
  const { time } = last.exchange;
  return {
    id: first.exchange.id,
    hops,
    preflights,
    first,
    last,
    lead: leadOf(hops, last),
    keyNumber: hops.find(({ keyNumber }) => keyNumber !== undefined)?.keyNumber,
    isKeyless: isKeyless(hops),
    start,
    ...(time !== undefined && { time: last.exchange.startedDateTime - start + time }),
  };
}

const sameMembers = (a: readonly InspectedExchange[], b: readonly InspectedExchange[]) =>
  a.length === b.length && a.every((member, i) => member === b[i]);

/** Most exchanges are a call by themselves, which is the same object as long as they are. */
const single = new WeakMap<InspectedExchange, InspectedCall>();

function singleCall(inspected: InspectedExchange): InspectedCall {
  let call = single.get(inspected);
  if (call === undefined) {
    call = callOf([inspected], []);
    single.set(inspected, call);
  }
  return call;
}

function isLinked({ neighbours }: InspectedExchange): boolean {
  const { previousHop, nextHop, preflight, callOfPreflight } = neighbours;
  return (previousHop ?? nextHop ?? preflight ?? callOfPreflight) !== undefined;
}

/**
 * Makes a selector that folds exchanges into calls, in order of start. Page furniture is no call. A call is the
 * same object as long as its members are.
 */
export function createFold(): (exchanges: readonly InspectedExchange[]) => readonly InspectedCall[] {
  let known = new Map<string, InspectedCall>();
  let latest: { from: readonly InspectedExchange[]; calls: readonly InspectedCall[] } | undefined;
  return (exchanges) => {
    if (latest?.from === exchanges) return latest.calls;
    const linked = exchanges.filter(isLinked);
    const byId = new Map(linked.map((inspected) => [inspected.exchange.id, inspected]));
    const ownedPreflights = new Set(linked.map(({ neighbours }) => neighbours.preflight?.id));
    const groups = new Map<string, InspectedExchange[]>();
    const groupOf = new Map<string, string>();
    for (const inspected of linked) {
      const { exchange, kind, neighbours } = inspected;
      if (kind === 'page-furniture' || ownedPreflights.has(exchange.id)) continue;
      const previous = neighbours.previousHop;
      const group = (previous && groupOf.get(previous.id)) ?? exchange.id;
      groupOf.set(exchange.id, group);
      addTo(groups, group, inspected);
    }
    const next = new Map<string, InspectedCall>();
    for (const [id, hops] of groups) {
      const preflights = hops.flatMap(({ neighbours }) => {
        const preflight = neighbours.preflight && byId.get(neighbours.preflight.id);
        return preflight ? [preflight] : [];
      });
      const before = known.get(id);
      const holds = before && sameMembers(before.hops, hops) && sameMembers(before.preflights, preflights);
      next.set(id, holds ? before : callOf(hops, preflights));
    }
    known = next;
    const calls: InspectedCall[] = [];
    for (const inspected of exchanges) {
      if (inspected.kind === 'page-furniture') continue;
      const call = isLinked(inspected) ? next.get(inspected.exchange.id) : singleCall(inspected);
      if (call !== undefined) calls.push(call);
    }
    latest = { from: exchanges, calls };
    return calls;
  };
}
