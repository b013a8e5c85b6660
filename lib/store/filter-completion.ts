import { presentValue } from '../exchange/presence';
import type { InspectedCall } from './calls';
import { FILTER_FIELDS, FILTER_STATES, type FilterField, faultsOf, isFilterField, statesOf } from './filter';

/** What the word at the caret may become. */
export interface Suggestion {
  readonly word: string;
  /** How many calls have this value; for a field, the values most seen instead. */
  readonly calls?: number;
  readonly examples?: readonly string[];
}

export interface Completion {
  /** Where the word stands in the text. */
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly Suggestion[];
}

const MOST = 8;
const EXAMPLES = 3;

function valuesOf(field: FilterField, call: InspectedCall): readonly (string | undefined)[] {
  const { request } = call.first.exchange;
  const { diagnosis } = call.lead;
  switch (field) {
    case 'status': {
      const status = presentValue(call.last.exchange.response)?.status;
      return status === undefined ? ['none'] : [String(status), `${String(status)[0]}xx`];
    }
    case 'rule':
      return faultsOf(call);
    case 'code':
      return [diagnosis.server?.code.toLowerCase()];
    case 'host':
      return call.hops.map(({ exchange }) => exchange.request.url.hostname);
    case 'path':
      return [request.url.path.toLowerCase()];
    case 'method':
      return [request.method.toLowerCase()];
    case 'key':
      return [call.keyNumber === undefined ? call.isKeyless && 'none' : `#${call.keyNumber}`].map(
        (value) => value || undefined,
      );
    case 'is':
      return statesOf(call);
    default:
      return field satisfies never;
  }
}

type Seen = readonly (readonly [value: string, calls: number])[];

/** Counted once for a list of calls: it stays the same from key to key. */
const seen = new WeakMap<readonly InspectedCall[], Map<FilterField, Seen>>();

/** The values of a field in the list, the most frequent first. */
function valuesSeen(calls: readonly InspectedCall[], field: FilterField): Seen {
  const fields = seen.get(calls) ?? new Map<FilterField, Seen>();
  seen.set(calls, fields);
  let values = fields.get(field);
  if (values === undefined) {
    const counts = new Map<string, number>();
    for (const call of calls) {
      const own = valuesOf(field, call);
      for (const [i, value] of own.entries()) {
        // A call counts once for a value, whichever of its hops and faults have it.
        if (value !== undefined && own.indexOf(value) === i) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    values = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    fields.set(field, values);
  }
  return values;
}

function suggestionsFor(word: string, calls: readonly InspectedCall[]): Suggestion[] {
  const sign = word.startsWith('-') ? '-' : '';
  const bare = word.slice(sign.length).toLowerCase();
  const colon = bare.indexOf(':');
  if (colon < 0) {
    return FILTER_FIELDS.filter((field) => field.startsWith(bare)).map((field) => ({
      word: `${sign}${field}:`,
      examples: valuesSeen(calls, field)
        .slice(0, EXAMPLES)
        .map(([value]) => value),
    }));
  }
  const field = bare.slice(0, colon);
  if (!isFilterField(field)) return [];
  // Of several values the last one is being written.
  const start = Math.max(colon, bare.lastIndexOf(',')) + 1;
  const typed = bare.slice(start);
  const kept = `${sign}${bare.slice(0, start)}`;
  return valuesSeen(calls, field)
    .filter(([value]) => value.includes(typed) && value !== typed)
    .sort(([a], [b]) => Number(b.startsWith(typed)) - Number(a.startsWith(typed)))
    .map(([value, count]) => ({ word: kept + value, calls: count }));
}

/** What the word at the caret may become: a field, or a value that some call in the list has. */
export function completionAt(text: string, caret: number, calls: readonly InspectedCall[]): Completion {
  const from = text.slice(0, caret).search(/\S*$/);
  const to = caret + (text.slice(caret).match(/^\S*/)?.[0].length ?? 0);
  const word = text.slice(from, to);
  // Within quotes everything is text.
  const isQuoted = text.slice(0, to).includes('"');
  return { from, to, suggestions: isQuoted ? [] : suggestionsFor(word, calls).slice(0, MOST) };
}

/** The text with a suggestion taken, and where the caret goes: behind a value there is room for the next word. */
export function take(
  text: string,
  { from, to }: Completion,
  { word }: Suggestion,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(to);
  const gap = word.endsWith(':') || rest.startsWith(' ') ? '' : ' ';
  const head = text.slice(0, from) + word + gap;
  return { text: head + rest, caret: head.length };
}

/** A class of statuses, a status, or one with places left open. */
const STATUS = /^(?:none|[0-5]|[1-5][0-9x]{2})$/;

/** The first word that looks like a term and is none: a field that is not known, a state that is not, no status. */
export function unknownTerm(
  text: string,
): { readonly field: string } | { readonly state: string } | { readonly status: string } | undefined {
  if (text.includes('"')) return undefined;
  for (const word of text.toLowerCase().split(/\s+/)) {
    // An address or a host with its port is no term.
    const [, field, value = ''] = /^-?([a-z]+):(?!\/)(.*)$/.exec(word) ?? [];
    if (field === undefined) continue;
    if (!isFilterField(field)) {
      if (/^\d/.test(value)) continue;
      return { field };
    }
    const values = value.split(',').filter((one) => one !== '');
    const state = field === 'is' ? values.find((one) => !FILTER_STATES.includes(one)) : undefined;
    if (state !== undefined) return { state };
    const status = field === 'status' ? values.find((one) => !STATUS.test(one)) : undefined;
    if (status !== undefined) return { status };
  }
  return undefined;
}
