import { useMemo } from 'preact/hooks';
import { shownState } from '../../lib/diagnosis/shown-state';
import { presentValue } from '../../lib/exchange/presence';
import type { Language } from '../../lib/messages/language';
import { formatMessage } from '../../lib/messages/message';
import { durationText } from '../../lib/report/figures';
import { pathText } from '../../lib/report/path-text';
import { sentenceText } from '../../lib/report/words';
import { type CallPart, type InspectedCall, stateOf } from '../../lib/store/calls';
import type { InspectedExchange } from '../../lib/store/inspect';
import type { CallLine } from '../../lib/store/rows';
import { plainText } from '../ui/code-text';
import { useLanguage } from '../ui/language';

const shortVerdicts = new WeakMap<InspectedExchange, { locale: string; text: string }>();

/** The verdict in a few words, as a row shows it; with backticks around code. */
export function verdictText(inspected: InspectedExchange, language: Language): string {
  const known = shortVerdicts.get(inspected);
  if (known?.locale === language.locale) return known.text;
  const text = sentenceText(inspected.diagnosis.headline, 'short', language);
  shortVerdicts.set(inspected, { locale: language.locale, text });
  return text;
}

/** What the filter's free text looks at, besides the facts. */
export function useWordsOfCall(): (call: InspectedCall) => string {
  const language = useLanguage();
  return useMemo(() => (call: InspectedCall) => plainText(verdictText(call.lead, language)), [language]);
}

/** What stands in the call column. */
export function callText(inspected: InspectedExchange): string {
  const { method, url } = inspected.exchange.request;
  return `${method} ${pathText(url)}`;
}

export function partText(part: CallPart, language: Language): string {
  const { list } = language.interface;
  return part.relation === 'preflight'
    ? part.member.exchange.request.method
    : formatMessage(list.hop, { number: part.number }, language.locale);
}

/** What a hop leads to, or the verdict of a preflight. */
export function partVerdict({ relation, member }: CallPart, language: Language): string {
  const { list } = language.interface;
  const { redirect } = member.exchange;
  if (relation === 'preflight' || redirect === undefined || shownState(member) !== 'clean') {
    return verdictText(member, language);
  }
  return redirect.internal
    ? String(list.hopInternal)
    : formatMessage(list.hopTo, { origin: redirect.url.origin }, language.locale);
}

function statusWords(inspected: InspectedExchange, language: Language): string {
  const status = presentValue(inspected.exchange.response)?.status;
  return status === undefined ? String(language.interface.list.noStatus) : String(status);
}

function keyWords({ keyNumber, isKeyless }: InspectedCall, language: Language): string[] {
  const { list } = language.interface;
  if (keyNumber !== undefined) return [formatMessage(list.keyTag, { number: keyNumber }, language.locale)];
  return isKeyless ? [String(list.noKey)] : [];
}

/** The name of a row for those who hear it: `Error: POST /api/llm-response, 401, Bearer prefix is missing, key #1, 79 ms`. */
export function callName(
  call: InspectedCall,
  language: Language,
  { retries, retryOf }: Pick<CallLine, 'retries' | 'retryOf'> = { retries: 0 },
): string {
  const { list } = language.interface;
  const { request } = call.first.exchange;
  return [
    `${language.interface.states[stateOf(call)]}: ${retryOf === undefined ? '' : `${list.retry}, `}${request.method} ${request.url.path}`,
    statusWords(call.last, language),
    plainText(verdictText(call.lead, language)),
    ...keyWords(call, language),
    ...(call.time === undefined ? [] : [durationText(call.time, language.locale)]),
    ...(call.first.exchange.partial ? [String(list.partial)] : []),
    ...(retries === 0 ? [] : [formatMessage(list.attempts, { count: retries + 1 }, language.locale)]),
  ].join(', ');
}

export function partName(part: CallPart, language: Language): string {
  const { list, states } = language.interface;
  const { member, relation, number } = part;
  const what =
    relation === 'preflight' ? String(list.preflight) : formatMessage(list.hop, { number }, language.locale);
  const { request, time } = member.exchange;
  return [
    `${states[shownState(member)]}: ${what}, ${request.method} ${request.url.path}`,
    statusWords(member, language),
    plainText(partVerdict(part, language)),
    ...(time === undefined ? [] : [durationText(time, language.locale)]),
  ].join(', ');
}
