import type { Exchange } from '../../../lib/exchange/exchange';
import type { CredentialHistory } from '../../../lib/rules/neighbours';

/** A history with the same numbers in every window. */
export function historyOf(
  requests: number,
  inputCharacters: number,
  latestRefusal?: Exchange,
): { readonly history: CredentialHistory } {
  return { history: { within: () => ({ requests, inputCharacters }), latestRefusal } };
}
