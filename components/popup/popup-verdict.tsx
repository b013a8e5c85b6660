import type { VerdictState } from '../../lib/diagnosis/diagnosis';
import type { CallCounts } from '../../lib/store/call-counts';
import { STATE_GROUPS, type StateGroup } from '../../lib/store/view-state';
import { StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';

function useVerdict(counts: CallCounts, total: number): [VerdictState, string] {
  const { error, warning, clean, pending } = counts;
  const { texts, fill } = useTexts();
  const { verdict } = texts.popup;
  if (error > 0) {
    return error === total
      ? ['error', fill(verdict.onlyErrors, { count: total })]
      : ['error', fill(verdict.errors, { count: error, total })];
  }
  if (warning > 0) {
    return warning === total
      ? ['warning', fill(verdict.onlyWarnings, { count: total })]
      : ['warning', fill(verdict.warnings, { count: warning, total })];
  }
  if (pending === total) return ['pending', fill(verdict.pending, { count: pending })];
  if (clean + pending < total) return ['notice', fill(verdict.noError, { count: total })];
  if (pending > 0) return ['clean', fill(verdict.cleanSoFar, { pending, count: total })];
  return ['clean', fill(verdict.clean, { count: clean })];
}

interface PopupVerdictProps {
  readonly total: number;
  readonly counts: CallCounts;
  readonly chosen: StateGroup | undefined;
  readonly onChoose: (group: StateGroup | undefined) => void;
}

/** One line that says how this tab stands, and the counts; a click on one shows only those calls. */
export function PopupVerdict({ total, counts, chosen, onChoose }: PopupVerdictProps) {
  const { texts, fill } = useTexts();
  const [state, sentence] = useVerdict(counts, total);
  return (
    <section class="popup-verdict">
      <StateIcon state={state} size={20} />
      <h2 data-state={state}>{sentence}</h2>
      <ul class="popup-counts" aria-label={String(texts.toolbar.chips)}>
        {STATE_GROUPS.filter(
          (group) => counts[group] > 0 || (group !== 'notice' && group !== 'unreadable'),
        ).map((group) => (
          <li key={group}>
            <button
              type="button"
              class="chip"
              data-empty={counts[group] === 0}
              disabled={counts[group] === 0}
              aria-pressed={chosen === group}
              onClick={() => onChoose(chosen === group ? undefined : group)}
            >
              <StateIcon state={group} />
              {fill(texts.groups[group], { count: counts[group] })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
