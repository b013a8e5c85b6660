import type { Outcome, VerdictState } from '../diagnosis/diagnosis';
import { judge } from '../diagnosis/judge';
import { shownState } from '../diagnosis/shown-state';
import type { Exchange } from '../exchange/exchange';
import { type ExchangeKind, kindOf } from '../exchange/kind';
import { presentValue } from '../exchange/presence';
import type { ApiMessage } from '../exchange/response-body';
import type { InputTextKey } from '../messages/input-texts';
import type { Language } from '../messages/language';
import { formatMessage, type MessageValues } from '../messages/message';
import { neighboursOf } from '../rules/neighbours';
import type { Finding, Location, Severity } from '../rules/rule';
import { verdictsOfCalls } from './count-calls';
import { DOCUMENTATION } from './documentation';
import { strayKeyTexts } from './stray-keys';
import { unseenText } from './unseen-text';
import { findingText, remedyText, sentenceText } from './words';

/** What there is to report on: one input, taken apart. */
export interface InspectedInput {
  readonly exchanges: readonly { readonly index: number; readonly exchange: Exchange }[];
  /** Hops that redirect to an exchange and are not judged themselves. */
  readonly hops: readonly Exchange[];
  readonly unreadable: readonly { readonly index: number; readonly reason: InputReason }[];
  readonly ignored: number;
}

/** A text of the catalogue's `input`. */
export interface InputReason {
  readonly key: InputTextKey;
  readonly values?: MessageValues;
}

/** The JSON contract of the command line, version 1: see docs/inspect.schema.json. */
export interface InspectionReport {
  readonly version: 1;
  readonly exchanges: readonly ReportedExchange[];
  /** Entries to other hosts. */
  readonly ignored: number;
  readonly unreadable: readonly ReportedUnreadable[];
  /**
   * Calls by their verdict: one that failed, or will fail, is an error even where no finding explains it. Preflights
   * and hops of a redirect count with their call, parts of pages not at all.
   */
  readonly summary: Readonly<Record<Verdict, number>>;
}

/** `pending`: a support bundle holds calls without an end, too. */
export type Verdict = Severity | 'clean' | 'pending';

export interface ReportedExchange {
  /** Only in a report on several files. */
  readonly file?: string;
  /** Position of the entry in its file. */
  readonly index: number;
  /** ISO 8601; left out where the record does not tell. */
  readonly startedDateTime?: string;
  readonly method: string;
  /** Redacted. */
  readonly url: string;
  readonly status: number | null;
  readonly kind: ExchangeKind;
  readonly diagnosis: {
    readonly outcome: Outcome;
    /** Of this exchange alone; a preflight has none of its own. `summary` counts calls. */
    readonly verdict: Verdict;
    readonly headline: string;
  };
  /** The cause of a failure first, then by severity. */
  readonly findings: readonly ReportedFinding[];
  /** What the server said. */
  readonly errors: readonly ApiMessage[];
  readonly warnings: readonly ApiMessage[];
  /** That parts of the call are in files that a curl line only names; left out for a whole one. */
  readonly unseen?: string;
  /** Where what looks like a key stands and no rule judges it; left out where there is none. */
  readonly strayKeys?: readonly string[];
  /** Rules that failed on this exchange; left out when there is none. */
  readonly crashed?: readonly string[];
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly location: Location;
  /** Address of the documentation's page. */
  readonly documentation: string;
}

export interface ReportedUnreadable {
  /** Only in a report on several files. */
  readonly file?: string;
  readonly index: number;
  readonly reason: string;
}

function reportedFinding(finding: Finding, language: Language): ReportedFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: findingText(finding, 'text', language),
    remedy: remedyText(finding, language),
    location: finding.location,
    documentation: DOCUMENTATION.get(finding.rule) ?? '',
  };
}

/** Why an input or an entry cannot be read, in words. */
export function reasonText({ key, values = {} }: InputReason, language: Language): string {
  return formatMessage(language.input[key], values, language.locale);
}

function verdictOf(state: VerdictState): Verdict {
  if (state === 'predicted-error') return 'error';
  return state === 'unreadable' ? 'clean' : state;
}

function summaryOf(verdicts: readonly Verdict[]): InspectionReport['summary'] {
  const summary = { error: 0, warning: 0, notice: 0, clean: 0, pending: 0 };
  for (const verdict of verdicts) summary[verdict]++;
  return summary;
}

/** Judges every exchange of one input by every rule and tells it in words. Pure; holds no secret. */
export function inspectionReport(input: InspectedInput, language: Language): InspectionReport {
  const all = [...input.exchanges.map(({ exchange }) => exchange), ...input.hops];
  const neighboursFor = neighboursOf(all);
  const judged = input.exchanges.map(({ index, exchange }) => {
    const neighbours = neighboursFor(exchange);
    return { index, exchange, neighbours, ...judge(exchange, neighbours) };
  });
  const exchanges = judged.map(({ index, exchange, neighbours, diagnosis, crashed }): ReportedExchange => {
    // A preflight counts with its call.
    const verdict = neighbours.callOfPreflight ? 'clean' : verdictOf(shownState({ diagnosis }));
    const response = presentValue(exchange.response);
    const body = response && presentValue(response.body);
    const strayKeys = strayKeyTexts(exchange, language);
    const unseen = unseenText(exchange, language);
    return {
      index,
      ...(exchange.startedDateTime > 0 && {
        startedDateTime: new Date(exchange.startedDateTime).toISOString(),
      }),
      method: exchange.request.method,
      url: exchange.request.url.href,
      status: response?.status ?? null,
      kind: kindOf(exchange),
      diagnosis: {
        outcome: diagnosis.outcome,
        verdict,
        headline: sentenceText(diagnosis.headline, 'text', language),
      },
      findings: diagnosis.findings.map((finding) => reportedFinding(finding, language)),
      errors: body?.errors ?? [],
      warnings: body?.warnings ?? [],
      ...(unseen !== undefined && { unseen }),
      ...(strayKeys.length > 0 && { strayKeys }),
      ...(crashed.length > 0 && { crashed }),
    };
  });
  return {
    version: 1,
    exchanges,
    ignored: input.ignored,
    unreadable: input.unreadable.map(({ index, reason }) => ({
      index,
      reason: reasonText(reason, language),
    })),
    summary: summaryOf(verdictsOfCalls(judged).map(verdictOf)),
  };
}

/** One report on several files: every exchange and every unreadable entry names its file. */
export function joinReports(
  reports: readonly { readonly file: string; readonly report: InspectionReport }[],
): InspectionReport {
  const sum = (verdict: Verdict) => reports.reduce((n, { report }) => n + report.summary[verdict], 0);
  return {
    version: 1,
    exchanges: reports.flatMap(({ file, report }) => report.exchanges.map((it) => ({ file, ...it }))),
    ignored: reports.reduce((n, { report }) => n + report.ignored, 0),
    unreadable: reports.flatMap(({ file, report }) => report.unreadable.map((it) => ({ file, ...it }))),
    summary: {
      error: sum('error'),
      warning: sum('warning'),
      notice: sum('notice'),
      clean: sum('clean'),
      pending: sum('pending'),
    },
  };
}

/** The report as JSON; characters that could act on a terminal or turn its text around are escaped. */
export function reportJson(report: InspectionReport): string {
  const json = JSON.stringify(report, null, 2).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}
