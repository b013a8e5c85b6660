import { authHeaderOf } from '../api/auth-headers';
import { isErrorCode } from '../api/error-codes';
import { nearMissOf } from '../api/near-miss';
import type { Diagnosis } from '../diagnosis/diagnosis';
import type { Credential } from '../exchange/credential';
import type { Exchange } from '../exchange/exchange';
import { presentValue } from '../exchange/presence';
import type { Language } from '../messages/language';
import { isAccepted } from '../rules/accepted-keys';
import type { Finding } from '../rules/rule';
import { answerFacts, areSaltedAlike, type FactPair, requestFacts } from './compare-facts';

/** One side of a comparison. */
export interface ComparedExchange {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
}

/**
 * - `findings`: B has faults that A has not: they explain its failure.
 * - `other-key`: the server refused B's key, and A's is another.
 * - `same-key`: the server refused a key that it took in A, and B has no fault.
 * - `address`: A works, and B failed in a way that tells of its other host or path.
 * - `server`: B failed, and neither its faults nor its key tell it from A.
 * - `same-faults`: both fail by the same faults.
 * - `both-work`, `a-fails`: there is no failure of B to explain.
 * - `open`: B has no answer yet, or none was recorded; `a-open`: B works, and A has none.
 */
export type CompareVerdict =
  | 'findings'
  | 'other-key'
  | 'same-key'
  | 'address'
  | 'server'
  | 'same-faults'
  | 'both-work'
  | 'a-fails'
  | 'a-open'
  | 'open';

/**
 * Whether the same key stands in both; `similar` when length and ends are the same without the characters that no key
 * has, which is all that can be told then. `undefined` when one of them shows none, or where masks alone tell nothing.
 */
type KeyLikeness = boolean | 'similar' | undefined;

export interface Comparison {
  readonly verdict: CompareVerdict;
  /** Faults of B that A has not, the cause first; of both, where both fail by the same. */
  readonly explains: readonly Finding[];
  readonly sameKey: KeyLikeness;
  /** Whether that key is known to be good: the server did what A asked with it. */
  readonly isKeyGood: boolean;
  /** Facts of the requests that differ: those that explain the failure, and the others. */
  readonly telling: readonly FactPair[];
  readonly differing: readonly FactPair[];
  /** Whether the others had no effect: only where the server names the cause that explains the failure. */
  readonly isRestHarmless: boolean;
  readonly same: readonly FactPair[];
  readonly answers: readonly FactPair[];
}

/** Whether a call failed, or is foretold to; a fault that the server tolerated is no failure. */
export const isFailing = ({ diagnosis: { state, outcome } }: Pick<ComparedExchange, 'diagnosis'>) =>
  (state === 'error' || state === 'predicted-error') && outcome !== 'tolerated';

const isOpen = ({ diagnosis, exchange }: ComparedExchange) =>
  diagnosis.state === 'pending' || exchange.response.status === 'absent';

function keysOf({ request }: Exchange): string[] {
  const inHeaders = presentValue(request.credentials) ?? [];
  return [...inHeaders, ...request.url.secrets]
    .map(({ fingerprint }) => fingerprint)
    .filter((fingerprint) => fingerprint !== '');
}

/** Characters in the key that no key has. */
function oddCount({ whiteSpace, oddCharacters }: Credential): number {
  const spaces = whiteSpace.filter(({ where }) => where === 'inside').length;
  return spaces + oddCharacters.filter(({ position }) => position >= 0).length;
}

/** Keys too short for a mask with letters in it show nothing to compare. */
function areSimilar(a: Credential, b: Credential): boolean {
  const [ofA, ofB] = [oddCount(a), oddCount(b)];
  const isAlike = a.mask === b.mask && /[^•]/.test(a.mask) && a.length - ofA === b.length - ofB;
  return isAlike && ofA !== ofB;
}

const lookAlike = (a: Credential, b: Credential) => a.mask === b.mask && a.length === b.length;

function likenessOf(a: Exchange, b: Exchange): KeyLikeness {
  const [ofA, ofB] = [keysOf(a), keysOf(b)];
  if (ofA.length === 0 || ofB.length === 0) return undefined;
  if (ofA.some((fingerprint) => ofB.includes(fingerprint))) return true;
  const inB = presentValue(b.request.credentials) ?? [];
  const isAny = (test: (one: Credential, other: Credential) => boolean) =>
    presentValue(a.request.credentials)?.some((one) => inB.some((other) => test(one, other))) === true;
  if (isAny(areSimilar)) return 'similar';
  return !areSaltedAlike(a, b) && isAny(lookAlike) ? undefined : false;
}

const nameOf = ({ rule, message }: Finding) => `${rule}/${message}`;

/** Findings that explain a failure: errors, and whatever the diagnosis holds for the cause. */
function faultsOf({ diagnosis }: ComparedExchange): Finding[] {
  return diagnosis.findings.filter((finding) => finding.severity === 'error' || finding === diagnosis.cause);
}

/** Whether the server's quarrel is with the key. */
function isKeyRefused({ diagnosis, exchange }: ComparedExchange): boolean {
  const code = diagnosis.server?.code;
  if (code !== undefined && code !== '') return code === 'invalid_api_key';
  const status = presentValue(exchange.response)?.status;
  return status === 401 || status === 403;
}

/** Statuses by which a server says that it has nothing at that path. */
const WRONG_PATH = new Set([404, 405, 410]);

/**
 * Whether the failure comes of another host or path. A documented code is the API's own word: the address was right.
 * A server that is too busy or broken says nothing of it.
 */
function isAddressWrong(
  { exchange: a }: ComparedExchange,
  { exchange: b, diagnosis }: ComparedExchange,
): boolean {
  if (isErrorCode(diagnosis.server?.code ?? '')) return false;
  const [from, to] = [a.request.url, b.request.url];
  const status = presentValue(b.response)?.status ?? 0;
  if (from.origin !== to.origin) return status < 500 && status !== 429;
  return from.path !== to.path && WRONG_PATH.has(status);
}

function verdictOf(
  a: ComparedExchange,
  b: ComparedExchange,
  own: readonly Finding[],
  sameKey: KeyLikeness,
): CompareVerdict {
  if (!isFailing(b)) {
    if (isFailing(a)) return 'a-fails';
    if (isOpen(b)) return 'open';
    return isOpen(a) ? 'a-open' : 'both-work';
  }
  if (own.length > 0) return 'findings';
  if (isFailing(a) && faultsOf(b).length > 0) return 'same-faults';
  // What is not known to work is no measure for what fails.
  if (isFailing(a) || isOpen(a)) return 'server';
  const isKeyAtFault = isKeyRefused(b) && isAccepted(a.exchange);
  if (isKeyAtFault && sameKey === false) return 'other-key';
  if (isAddressWrong(a, b)) return 'address';
  return isKeyAtFault && sameKey === true ? 'same-key' : 'server';
}

/** Whether a fact is what one of the findings speaks of. */
function isTold(fact: FactPair, findings: readonly Finding[]): boolean {
  return findings.some(({ location }) => {
    switch (location.type) {
      case 'header':
        // Where one auth header is wrong, those in its place tell as much.
        if (fact.isCredential && (authHeaderOf(location.name) ?? nearMissOf(location.name))) return true;
        return [location.name, ...(location.others ?? [])].some((name) => fact.header === name.toLowerCase());
      case 'url':
        return fact.key === 'url';
      case 'body':
        return fact.key === 'body' || fact.key === 'messages' || fact.key === 'fields';
      case 'call':
        // Such a finding speaks of credentials: that there is none, or more than one.
        return fact.isCredential === true;
      case 'connection':
        return fact.key === 'tls';
      case 'response':
        return false;
      default:
        return location satisfies never;
    }
  });
}

/**
 * Compares a working exchange A with a failing one B: what explains the failure, what differs besides, what is the
 * same. Pure; what it shows of headers and URLs is redacted at the door.
 */
export function compareExchanges(a: ComparedExchange, b: ComparedExchange, language: Language): Comparison {
  const known = new Set(faultsOf(a).map(nameOf));
  const own = faultsOf(b).filter((finding) => !known.has(nameOf(finding)));
  const sameKey = likenessOf(a.exchange, b.exchange);
  const verdict = verdictOf(a, b, own, sameKey);
  const explains = verdict === 'findings' ? own : verdict === 'same-faults' ? faultsOf(b) : [];
  const facts = requestFacts(a.exchange, b.exchange, language);
  const differing = facts.filter((fact) => !fact.isSame);
  const tells = (fact: FactPair) => {
    if (verdict === 'findings') return isTold(fact, explains);
    if (verdict === 'address') return fact.key === 'url';
    return verdict === 'other-key' && fact.isCredential === true;
  };
  const telling = differing.filter(tells);
  const rest = differing.filter((fact) => !tells(fact));
  return {
    verdict,
    explains,
    sameKey,
    isKeyGood: sameKey === true && isAccepted(a.exchange),
    telling,
    differing: rest,
    isRestHarmless: verdict === 'findings' && b.diagnosis.outcome === 'confirmed',
    same: facts.filter((fact) => fact.isSame),
    answers: answerFacts(a.exchange, b.exchange, language),
  };
}
