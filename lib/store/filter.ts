import type { Outcome, VerdictState } from '../diagnosis/diagnosis';
import { presentValue } from '../exchange/presence';
import type { Finding } from '../rules/rule';
import { addTo } from '../rules/sorted';
import { type InspectedCall, stateOf } from './calls';

/** The fields of the filter language, in the order in which they are offered. */
export const FILTER_FIELDS = ['status', 'rule', 'code', 'host', 'path', 'method', 'key', 'is'] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

export interface FilterTerm {
  /** Absent for free text. */
  readonly field?: FilterField;
  /** In lower case; a comma separates alternatives of a field. */
  readonly values: readonly string[];
  /** True for `-term`: the call must not match. */
  readonly negated: boolean;
}

/** All terms have to hold. */
export type Filter = readonly FilterTerm[];

export const isFilterField = (text: string): text is FilterField =>
  FILTER_FIELDS.some((field) => field === text);

interface Word {
  readonly text: string;
  /** Where the first quotation mark stood; a colon behind it separates no field. */
  readonly quotedFrom: number;
}

/** Splits at white space outside double quotes, which are dropped; one pass. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let word = '';
  let quotedFrom = Number.POSITIVE_INFINITY;
  let quoted = false;
  const push = () => {
    if (word !== '') words.push({ text: word, quotedFrom });
    word = '';
    quotedFrom = Number.POSITIVE_INFINITY;
  };
  for (const character of text) {
    if (character === '"') {
      quoted = !quoted;
      quotedFrom = Math.min(quotedFrom, word.length);
    } else if (!quoted && /\s/.test(character)) push();
    else word += character;
  }
  push();
  return words;
}

function termOf({ text, quotedFrom }: Word): FilterTerm | undefined {
  const negated = text.startsWith('-') && text.length > 1 && quotedFrom > 0;
  const bare = (negated ? text.slice(1) : text).toLowerCase();
  const colon = bare.indexOf(':');
  const name = bare.slice(0, Math.max(0, colon));
  if (!isFilterField(name) || colon > quotedFrom) return { values: [bare], negated };
  const values = bare
    .slice(colon + 1)
    .split(',')
    .filter((value) => value !== '');
  // A field without a value is one that is still being typed.
  return values.length === 0 ? undefined : { field: name, values, negated };
}

/**
 * Reads what stands in the filter field: `status:4xx`, `rule:key-*`, `host:`, `path:`, `method:`, `code:`,
 * `key:#2`, `is:pending`; `-` in front negates, double quotes keep spaces, everything else is free text.
 */
export function parseFilter(text: string): Filter {
  return wordsOf(text).flatMap((word) => termOf(word) ?? []);
}

type TextTest = (text: string) => boolean;

/** Tests whether `*` of the pattern stand for any run of characters. Time is the product of two short lengths at worst. */
export function wildcard(pattern: string): TextTest {
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.pop();
  if (tail === undefined) return (text) => text === head;
  return (text) => {
    if (!text.startsWith(head)) return false;
    let at = head.length;
    for (const piece of rest) {
      const found = text.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return text.length - tail.length >= at && text.endsWith(tail);
  };
}

const containing = (pattern: string): TextTest =>
  pattern.includes('*') ? wildcard(`*${pattern}*`) : (text) => text.includes(pattern);

function matchesStatus(value: string, status: number | undefined): boolean {
  if (status === undefined) return value === 'none' || value === '0';
  const text = String(status);
  if (!/^[0-9x]{3}$/.test(value)) return text.startsWith(value);
  for (let i = 0; i < 3; i++) if (value[i] !== 'x' && value[i] !== text[i]) return false;
  return true;
}

const STATES: Readonly<Record<string, readonly VerdictState[]>> = {
  error: ['error', 'predicted-error'],
  predicted: ['predicted-error'],
  warning: ['warning'],
  notice: ['notice'],
  clean: ['clean'],
  pending: ['pending'],
  unreadable: ['unreadable'],
};

/** The names of each state. */
const NAMES = new Map<VerdictState, string[]>();
for (const [name, states] of Object.entries(STATES)) for (const state of states) addTo(NAMES, state, name);

/** Outcomes that no state tells. */
const OUTCOMES: readonly string[] = [
  'confirmed',
  'contradicted',
  'unexplained',
  'stopped',
  'tolerated',
] satisfies Outcome[];

/** All that `is:` knows. */
export const FILTER_STATES: readonly string[] = [...Object.keys(STATES), 'redirected', ...OUTCOMES];

/** Those of them that hold for a call. */
export function statesOf(call: InspectedCall): readonly string[] {
  const states = [...(NAMES.get(stateOf(call)) ?? [])];
  const { outcome } = call.lead.diagnosis;
  if (call.hops.length > 1) states.push('redirected');
  if (OUTCOMES.includes(outcome)) states.push(outcome);
  return states;
}

/** Whether a finding of a call holds; without making anything, since it is asked of every call at each key. */
function hasFinding({ hops }: InspectedCall, test: (finding: Finding) => boolean): boolean {
  for (const { diagnosis } of hops) for (const finding of diagnosis.findings) if (test(finding)) return true;
  return false;
}

const isFault = ({ severity }: Finding) => severity !== 'notice';

/**
 * The rules that found a fault. A notice (`key-exposed-to-page`) holds for nearly every call of a page: a pattern or
 * text that it answered would tell nothing, so it has to be named exactly.
 */
export function faultsOf({ hops }: InspectedCall): readonly string[] {
  return hops.flatMap(({ diagnosis }) => diagnosis.findings.filter(isFault).map(({ rule }) => rule));
}

const statusOf = (call: InspectedCall) => presentValue(call.last.exchange.response)?.status;

type CallTest = (call: InspectedCall) => boolean;

/** Tests calls by one value of a field. */
function valueTest(field: FilterField, value: string): CallTest {
  switch (field) {
    case 'status':
      return (call) => matchesStatus(value, statusOf(call));
    case 'rule': {
      if (!value.includes('*')) return (call) => hasFinding(call, ({ rule }) => rule === value);
      const matches = wildcard(value);
      return (call) => hasFinding(call, (finding) => isFault(finding) && matches(finding.rule));
    }
    case 'code': {
      const matches = wildcard(value);
      return ({ lead: { diagnosis } }) =>
        diagnosis.server !== undefined && matches(diagnosis.server.code.toLowerCase());
    }
    case 'host': {
      const matches = containing(value);
      return (call) =>
        call.hops.some(({ exchange: { request } }) => {
          const { hostname, origin } = request.url;
          return matches(hostname) || matches(origin.slice(origin.indexOf('//') + 2)); // with its port
        });
    }
    case 'path': {
      const matches = containing(value);
      return ({ first }) => matches(first.exchange.request.url.path.toLowerCase());
    }
    case 'method':
      return ({ first }) => first.exchange.request.method.toLowerCase() === value;
    case 'key': {
      const number = value.replace(/^#/, '');
      return (call) => (value === 'none' ? call.isKeyless : String(call.keyNumber) === number);
    }
    case 'is':
      return (call) => statesOf(call).includes(value);
    default:
      return field satisfies never;
  }
}

type WordsOfCall = (call: InspectedCall) => string;

/** The text of a call stays the same from key to key. */
const known = new WeakMap<InspectedCall, { readonly wordsOfCall: WordsOfCall; readonly text: string }>();

function textOf(call: InspectedCall, wordsOfCall: WordsOfCall): string {
  const before = known.get(call);
  if (before?.wordsOfCall === wordsOfCall) return before.text;
  const { request } = call.first.exchange;
  const text = [
    `${request.method} ${request.url.href}`,
    statusOf(call) ?? '',
    call.lead.diagnosis.server?.code ?? '',
    ...faultsOf(call),
    wordsOfCall(call),
  ]
    .join('\n')
    .toLowerCase();
  known.set(call, { wordsOfCall, text });
  return text;
}

/** Of free text everything has to be there, of a field's values one. */
function termTest({ field, values, negated }: FilterTerm, wordsOfCall: WordsOfCall): CallTest {
  if (field === undefined) {
    const tests = values.map(containing);
    return (call) => tests.every((test) => test(textOf(call, wordsOfCall))) !== negated;
  }
  const tests = values.map((value) => valueTest(field, value));
  return (call) => tests.some((test) => test(call)) !== negated;
}

/**
 * Tests whether a call passes.
 * @param wordsOfCall the words that its row shows, in the user's language; asked only for free text
 */
export function filterTest(filter: Filter, wordsOfCall: WordsOfCall): CallTest {
  const tests = filter.map((term) => termTest(term, wordsOfCall));
  return (call) => tests.every((test) => test(call));
}
