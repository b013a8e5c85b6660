import type { HeadlineKey } from '../messages/diagnosis-texts';
import type { Diagnosis, VerdictState } from './diagnosis';

const ANSWERED = new Set<HeadlineKey>([
  'clean',
  'clean-unanswered',
  'clean-key-untold',
  'clean-unseen',
  'auth-header-unknown',
  'not-modified',
  'redirected',
]);

/**
 * What a row's icon says. A clean call stays clean when something about it is worth knowing: else every call that
 * a page makes would be a notice, since every visitor can read its key.
 */
export function shownState({ diagnosis }: { readonly diagnosis: Diagnosis }): VerdictState {
  const { state, headline } = diagnosis;
  const isAnswered = headline.from === 'diagnosis' && ANSWERED.has(headline.key);
  return state === 'notice' && isAnswered ? 'clean' : state;
}

/** What is told first. */
export const RANK: Readonly<Record<VerdictState, number>> = {
  error: 0,
  'predicted-error': 1,
  pending: 2,
  warning: 3,
  unreadable: 4,
  notice: 5,
  clean: 6,
};
