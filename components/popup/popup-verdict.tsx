import type { VerdictState } from '../../lib/diagnosis/diagnosis';
import type { CallCounts } from '../../lib/store/call-counts';
import { type InspectedCall, stateOf } from '../../lib/store/calls';
import { groupOf } from '../../lib/store/view-state';
import { verdictText } from '../exchange/row-words';
import { CodeText } from '../ui/code-text';
import { StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';

function useVerdict({ total, error, warning, clean, pending }: CallCounts): [VerdictState, string] {
  const { texts, fill, language } = useTexts();
  const { verdict } = texts.popup;
  const number = (value: number) => new Intl.NumberFormat(language.locale).format(value);
  if (error > 0) {
    return error === total
      ? ['error', fill(verdict.onlyErrors, { count: total })]
      : ['error', fill(verdict.errors, { failed: number(error), count: total })];
  }
  if (warning > 0) return ['warning', fill(verdict.warnings, { warnings: number(warning), count: total })];
  if (pending === total) return ['pending', fill(verdict.pending, { count: pending })];
  if (pending > 0) return ['clean', fill(verdict.cleanSoFar, { pending: number(pending), count: total })];
  return ['clean', fill(verdict.clean, { count: clean })];
}

interface PopupVerdictProps {
  readonly calls: readonly InspectedCall[];
  readonly counts: CallCounts;
}

/** One line that says how this tab stands, the latest trouble, and the counts. */
export function PopupVerdict({ calls, counts }: PopupVerdictProps) {
  const { texts, fill, language } = useTexts();
  const [state, sentence] = useVerdict(counts);
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
        {(['error', 'warning', 'clean', 'pending'] as const).map((group) => (
          <li key={group} data-empty={counts[group] === 0}>
            <StateIcon state={group} />
            {fill(texts.groups[group], { count: counts[group] })}
          </li>
        ))}
      </ul>
    </section>
  );
}
