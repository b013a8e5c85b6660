import type { VerdictState } from '../../lib/diagnosis/diagnosis';
import type { CallCounts } from '../../lib/store/call-counts';
import { type InspectedCall, stateOf } from '../../lib/store/calls';
import { groupOf, STATE_GROUPS } from '../../lib/store/view-state';
import { verdictText } from '../exchange/row-words';
import { CodeText } from '../ui/code-text';
import { StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';

function useVerdict(counts: CallCounts, total: number): [VerdictState, string] {
  const { error, warning, clean, pending } = counts;
  const { texts, fill } = useTexts();
  const { verdict } = texts.popup;
  if (error > 0) {
    return error === total
      ? ['error', fill(verdict.onlyErrors, { count: total })]
      : ['error', fill(verdict.errors, { failed: error, count: total })];
  }
  if (warning > 0) return ['warning', fill(verdict.warnings, { warnings: warning, count: total })];
  if (pending === total) return ['pending', fill(verdict.pending, { count: pending })];
  if (clean + pending < total) return ['notice', fill(verdict.noError, { count: total })];
  if (pending > 0) return ['clean', fill(verdict.cleanSoFar, { pending, count: total })];
  return ['clean', fill(verdict.clean, { count: clean })];
}

interface PopupVerdictProps {
  readonly calls: readonly InspectedCall[];
  readonly counts: CallCounts;
}

/** One line that says how this tab stands, the latest trouble, and the counts. */
export function PopupVerdict({ calls, counts }: PopupVerdictProps) {
  const { texts, fill, language } = useTexts();
  const [state, sentence] = useVerdict(counts, calls.length);
  const latest = calls.findLast((call) => ['error', 'warning'].includes(groupOf(stateOf(call))));
  return (
    <section class="popup-verdict">
      <StateIcon state={state} size={20} />
      <div>
        <h2 data-state={state}>{sentence}</h2>
        {latest && (
          <p>
            <CodeText
              text={
                counts.error + counts.warning > 1
                  ? fill(texts.popup.latestTrouble, { verdict: verdictText(latest.lead, language) })
                  : verdictText(latest.lead, language)
              }
            />
          </p>
        )}
      </div>
      <ul class="popup-counts">
        {STATE_GROUPS.filter(
          (group) => counts[group] > 0 || (group !== 'notice' && group !== 'unreadable'),
        ).map((group) => (
          <li key={group} data-empty={counts[group] === 0}>
            <StateIcon state={group} />
            {fill(texts.groups[group], { count: counts[group] })}
          </li>
        ))}
      </ul>
    </section>
  );
}
