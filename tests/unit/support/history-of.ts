import type { Exchange } from '../../../lib/exchange/exchange';
import { retryAfterOf } from '../../../lib/rules/answer-time';
import type { CredentialHistory } from '../../../lib/rules/neighbours';

/** A history with the same numbers in every window. */
export function historyOf(
  requests: number,
  inputCharacters: number,
  latestRefusal?: Exchange,
): { readonly history: CredentialHistory } {
  const latestWait = latestRefusal && retryAfterOf(latestRefusal);
  return {
    history: {
      within: () => ({ requests, inputCharacters }),
      wasExceeded: () => false,
      latestRefusal,
      latestWait,
    },
  };
}
