import type { VerdictState } from '../../lib/diagnosis/diagnosis';
import type { CallCounts } from '../../lib/store/call-counts';
import { type InspectedCall, stateOf } from '../../lib/store/calls';
import { groupOf, STATE_GROUPS, type StateGroup } from '../../lib/store/view-state';
import { verdictText } from '../exchange/row-words';
import { CodeText } from '../ui/code-text';
import { StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';

/** Counted where there is none, too; the others are named only where there are some. */
const ALWAYS: ReadonlySet<StateGroup> = new Set(['error', 'warning', 'clean', 'pending']);

function useVerdict(counts: CallCounts, total: number): [VerdictState, string] {
  const { error, warning, notice, clean, pending } = counts;
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
  if (clean + pending < total) {
    return [notice > 0 ? 'notice' : 'unreadable', fill(verdict.noError, { count: total })];
  }
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
        {STATE_GROUPS.filter((group) => counts[group] > 0 || ALWAYS.has(group)).map((group) => (
          <li key={group} data-empty={counts[group] === 0}>
            <StateIcon state={group} />
            {fill(texts.groups[group], { count: counts[group] })}
          </li>
        ))}
      </ul>
    </section>
  );
}
