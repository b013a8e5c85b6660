import { presentValue } from '../exchange/presence';
import type { UnreadableEntry } from '../observe/input-problem';
import { groupCounts } from './call-counts';
import { type CallPart, type InspectedCall, partCount, partsOf, stateOf } from './calls';
import { filterTest, parseFilter } from './filter';
import type { Divider } from './page-log';
import { retriesOf } from './retries';
import { type Column, groupOf, type Sort, STATE_GROUPS, type StateGroup, type ViewState } from './view-state';

/** A line that stands for a call. */
export interface CallLine {
  readonly type: 'call';
  readonly id: string;
  readonly call: InspectedCall;
  /** How many lines it unfolds to. */
  readonly parts: number;
  /** How many of them are later attempts of the client. */
  readonly retries: number;
  readonly unfolded: boolean;
  /** Id of the first attempt, under which this one stands. */
  readonly retryOf?: string;
}

/** A line that stands for an exchange. */
export type ExchangeLine =
  | CallLine
  | { readonly type: 'part'; readonly id: string; readonly call: InspectedCall; readonly part: CallPart };

/** An entry of a file that could not be read, and why. */
export interface UnreadableLine {
  readonly type: 'unreadable';
  readonly id: string;
  /** Position in its file. */
  readonly index: number;
  readonly reason: UnreadableEntry['reason'];
}

/** What stands between the calls. */
export type DividerLine = Divider & { readonly id: string };

/** One line of the list. */
export type Row = ExchangeLine | UnreadableLine | DividerLine;

export const isDivider = (row: Row): row is DividerLine => row.type === 'navigation' || row.type === 'pause';

export interface VisibleRows {
  readonly rows: readonly Row[];
  /** What filter and chips let pass at any time, in order of start. */
  readonly atAnyTime: readonly InspectedCall[];
  /** Those of them within the span: what the list is of, attempts that are folded away included. */
  readonly calls: readonly InspectedCall[];
  /** Calls, their parts not counted. */
  readonly shown: number;
  readonly total: number;
  /**
   * How many calls of each group there are, whatever the chips say; what the filter and the span hide is not
   * counted. A call counts once, under its gravest state, so that they add up.
   */
  readonly counts: Readonly<Record<StateGroup, number>>;
}

type Key = string | number;

const LAST = Number.POSITIVE_INFINITY;

function sortKey(column: Column, call: InspectedCall, wordsOfCall: (call: InspectedCall) => string): Key {
  switch (column) {
    case 'state':
      return STATE_GROUPS.indexOf(groupOf(stateOf(call)));
    case 'call':
      return `${call.first.exchange.request.url.path} ${call.first.exchange.request.method}`;
    case 'status':
      return presentValue(call.last.exchange.response)?.status ?? LAST;
    case 'verdict':
      return wordsOfCall(call);
    case 'key':
      return call.keyNumber ?? LAST;
    case 'time':
      return call.time ?? LAST;
    case 'start':
      return call.start;
    default:
      return column satisfies never;
  }
}

function sorted(
  calls: readonly InspectedCall[],
  sort: Sort,
  wordsOfCall: (call: InspectedCall) => string,
): readonly InspectedCall[] {
  const turn = sort.direction === 'ascending' ? 1 : -1;
  // The calls come in order of start, and sorting is stable.
  if (sort.column === 'start') return turn === 1 ? calls : calls.toReversed();
  const keyed = calls.map((call) => ({ call, key: sortKey(sort.column, call, wordsOfCall) }));
  keyed.sort((a, b) => (a.key < b.key ? -turn : a.key > b.key ? turn : 0));
  return keyed.map(({ call }) => call);
}

/** A line is the same object while nothing of it changes: then it is not drawn again. */
const knownLines = new WeakMap<InspectedCall, CallLine>();

function lineOf(call: InspectedCall, parts: number, retries: number, unfolded: boolean, retryOf?: string) {
  const known = knownLines.get(call);
  const isSame =
    known !== undefined &&
    known.parts === parts &&
    known.retries === retries &&
    known.unfolded === unfolded &&
    known.retryOf === retryOf;
  if (isSame) return known;
  const { id } = call;
  const line: CallLine = {
    type: 'call',
    id,
    call,
    parts,
    retries,
    unfolded,
    ...(retryOf !== undefined && { retryOf }),
  };
  knownLines.set(call, line);
  return line;
}

const NONE: readonly never[] = [];

function addRows(
  rows: Row[],
  call: InspectedCall,
  unfolded: ReadonlySet<string>,
  retries: readonly InspectedCall[] = NONE,
  retryOf?: string,
): void {
  const parts = partCount(call) + retries.length;
  const row = lineOf(call, parts, retries.length, parts > 0 && unfolded.has(call.id), retryOf);
  rows.push(row);
  if (!row.unfolded) return;
  for (const part of partsOf(call)) rows.push({ type: 'part', id: partId(call, part), call, part });
  for (const retry of retries) addRows(rows, retry, unfolded, NONE, call.id);
}

/** A hop that is a call's first has the call's id; the row of the part needs one of its own. */
export function partId(call: InspectedCall, part: CallPart): string {
  return `${call.id}/${part.relation}/${part.number}`;
}

/**
 * Puts the dividers between the rows that are in order of start. One that no call follows is left out. Of several
 * navigations without a call between them the last one stands; a pause stands where a call was before it.
 */
export function withDividers(rows: readonly Row[], dividers: readonly Divider[]): readonly Row[] {
  if (dividers.length === 0) return rows;
  const result: Row[] = [];
  let next = 0;
  for (const row of rows) {
    const start = row.type === 'call' && row.retryOf === undefined ? row.call.start : undefined;
    const passed: Divider[] = [];
    for (; start !== undefined && next < dividers.length; next++) {
      const divider = dividers[next];
      if (!divider || divider.at > start) break;
      if (divider.type === 'pause' && (divider.to === undefined || result.length === 0)) continue;
      const before =
        divider.type === 'navigation' ? passed.findIndex(({ type }) => type === 'navigation') : -1;
      if (before >= 0) passed.splice(before, 1);
      passed.push(divider);
    }
    for (const divider of passed) result.push({ ...divider, id: `${divider.type}-${divider.at}` });
    result.push(row);
  }
  return result;
}

/** In order of start, as both lists are. A folded attempt has its row below another. */
function withKept(
  calls: readonly InspectedCall[],
  shown: readonly InspectedCall[],
  folded: ReadonlySet<InspectedCall>,
  kept: ReadonlySet<string>,
): readonly InspectedCall[] {
  const isShown = new Set(shown);
  return calls.filter((call) => isShown.has(call) || (kept.has(call.id) && !folded.has(call)));
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Filters, sorts and unfolds.
 * @param kept ids of calls that have a row whatever hides them: those that are compared
 */
export function visibleRows(
  calls: readonly InspectedCall[],
  view: Pick<ViewState, 'filterText' | 'groups' | 'span' | 'sort' | 'unfolded'>,
  wordsOfCall: (call: InspectedCall) => string,
  kept = NOBODY,
): VisibleRows {
  const { groups, span } = view;
  const filter = parseFilter(view.filterText);
  const passed = filter.length === 0 ? calls : calls.filter(filterTest(filter, wordsOfCall));
  const inSpan = ({ start }: InspectedCall) => span === undefined || (start >= span.from && start <= span.to);
  const counts = groupCounts(span === undefined ? passed : passed.filter(inSpan));
  const atAnyTime = groups.size === 0 ? passed : passed.filter((call) => groups.has(groupOf(stateOf(call))));
  const chosen = span === undefined ? atAnyTime : atAnyTime.filter(inSpan);
  const retries = retriesOf(chosen);
  const folded = new Set([...retries.values()].flat());
  const ownRows = folded.size === 0 ? chosen : chosen.filter((call) => !folded.has(call));
  const heads = kept.size === 0 ? ownRows : withKept(calls, ownRows, folded, kept);
  const rows: Row[] = [];
  for (const call of sorted(heads, view.sort, wordsOfCall))
    addRows(rows, call, view.unfolded, retries.get(call));
  return { rows, atAnyTime, calls: chosen, shown: chosen.length, total: calls.length, counts };
}
