import type { EpochMilliseconds } from '../api/units';
import type { Credential } from '../exchange/credential';
import type { Exchange } from '../exchange/exchange';
import { credentialsOf, maskedIn } from '../exchange/masked';
import { supportBundleOf } from '../exchange/support-bundle';
import type { Language } from '../messages/language';
import type { ReportedExchange } from '../report/call-report';
import { harOf } from '../report/har-export';
import { type Ticket, ticketText } from '../report/ticket';
import { type CallCounts, faultyCalls, groupCounts } from './call-counts';
import type { InspectedCall } from './calls';
import type { InspectedExchange } from './inspect';
import { sameKeyOf } from './same-key';

export const EXPORT_FORMATS = ['ticket', 'bundle', 'har'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What there is to export. */
export interface ExportSource {
  /** In order of start. */
  readonly calls: readonly InspectedCall[];
  /** With those that a filter hides and that stay out for it. */
  readonly known: readonly InspectedCall[];
  /** What hides them, in the terms of the filter. */
  readonly filter: string;
  /** Calls that were dropped to stay within bounds. */
  readonly dropped: number;
  /** Where the calls come from, for a title; empty where it is not known. */
  readonly name: string;
  /** Where that is a file. */
  readonly file?: NonNullable<Ticket['beside']> & {
    /** Position of an exchange in it. */
    indexOf(id: Exchange['id']): number;
  };
  readonly made: EpochMilliseconds;
  /** Of this extension. */
  readonly version: string;
  /** `Firefox 140`. */
  readonly browser: string;
}

export interface ExportFile {
  readonly format: ExportFormat;
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** How many exchanges a reader has to find in it; 0 where nothing reads it. */
  readonly exchanges: number;
  /** Every key of its calls, once; in the file they are masked. */
  readonly credentials: readonly Credential[];
  readonly content: Readonly<Record<'calls' | 'hops' | 'preflights' | 'findings', number>>;
  /** Of the calls in it. */
  readonly counts: CallCounts;
  readonly masked: number;
  readonly leftOut: Readonly<Record<'clean' | 'pending' | 'filtered' | 'dropped', number>>;
}

const exchangesOf = (calls: readonly InspectedCall[]): Exchange[] =>
  calls
    .flatMap(({ hops, preflights }) => [...preflights, ...hops])
    .map(({ exchange }) => exchange)
    .sort((a, b) => a.startedDateTime - b.startedDateTime);

const sum = <T>(items: readonly T[], count: (item: T) => number) =>
  items.reduce((total, item) => total + count(item), 0);

const isPending = ({ hops }: InspectedCall) => hops.some(({ exchange }) => exchange.state === 'pending');

const findingsOf = ({ diagnosis }: InspectedExchange) => diagnosis.findings.length;

/** What a format takes of the calls, and its text. */
function written(format: ExportFormat, source: ExportSource, language: Language) {
  const { calls, known, name, file, made, version, browser, dropped, filter } = source;
  if (format === 'ticket') {
    const taken = faultyCalls(calls);
    const leads = taken.map(({ lead }) => lead);
    const list = { shown: calls.length, total: known.length, filter };
    const ticket = {
      name,
      made,
      version,
      browser,
      counts: groupCounts(calls),
      calls: taken.map((call): ReportedExchange => {
        const { lead } = call;
        return {
          ...lead,
          sameKey: sameKeyOf(known, call),
          ...(file && { entry: file.indexOf(lead.exchange.id) }),
        };
      }),
      list,
      ...(file && { beside: file }),
    };
    const exchanges = leads.map(({ exchange }) => exchange);
    return { taken, findings: sum(leads, findingsOf), exchanges, text: ticketText(ticket, language) };
  }
  // A bundle holds the facts, from which the same findings follow; HAR has no place for any.
  if (format === 'bundle') {
    const exchanges = exchangesOf(calls);
    const findings = sum(calls, ({ hops, preflights }) => sum([...hops, ...preflights], findingsOf));
    const bundle = supportBundleOf(exchanges, {
      created: made,
      madeBy: { version, browser },
      dropped,
      filtered: known.length - calls.length,
    });
    return { taken: calls, findings, exchanges, text: JSON.stringify(bundle, null, 1) };
  }
  const taken = calls.filter((call) => !isPending(call));
  const exchanges = exchangesOf(taken);
  const text = JSON.stringify(harOf(exchanges, version, language), null, 1);
  return { taken, findings: 0, exchanges, text };
}

const FILES: Readonly<Record<ExportFormat, readonly [name: string, ending: string, type: string]>> = {
  ticket: ['ticket', 'md', 'text/markdown'],
  bundle: ['support', 'json', 'application/json'],
  har: ['calls', 'har', 'application/json'],
};

/** Writes the calls in one of the formats, with an account of what is in it and what is not. Pure. */
export function exportFileOf(format: ExportFormat, source: ExportSource, language: Language): ExportFile {
  const { taken, findings, exchanges, text } = written(format, source, language);
  const [name, ending, type] = FILES[format];
  const isTaken = new Set(taken);
  const others = source.calls.filter((call) => !isTaken.has(call));
  const { clean } = groupCounts(others);
  const { credentials, urlSecrets, otherSecrets } = maskedIn(exchanges);
  const keys = new Map(exchanges.flatMap(credentialsOf).map((one) => [one.fingerprint, one]));
  return {
    format,
    name: `infuzu-${name}-${new Date(source.made).toISOString().slice(0, 10)}.${ending}`,
    type,
    text,
    exchanges: format === 'ticket' ? 0 : exchanges.length,
    credentials: [...keys.values()],
    content: {
      calls: taken.length,
      hops: format === 'ticket' ? 0 : sum(taken, ({ hops }) => hops.length - 1),
      preflights: format === 'ticket' ? 0 : sum(taken, ({ preflights }) => preflights.length),
      findings,
    },
    counts: groupCounts(taken),
    masked: credentials + urlSecrets + otherSecrets,
    leftOut: {
      clean,
      pending: others.length - clean,
      filtered: source.known.length - source.calls.length,
      dropped: source.dropped,
    },
  };
}
