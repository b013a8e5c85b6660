import { numberText } from '../../lib/report/figures';
import type { VisibleRows } from '../../lib/store/rows';
import { STATE_GROUPS, type StateGroup } from '../../lib/store/view-state';
import { StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';

interface StateChipsProps {
  readonly counts: VisibleRows['counts'];
  readonly chosen: ReadonlySet<StateGroup>;
  readonly onToggle: (group: StateGroup) => void;
}

/** Groups that take no room while there is nothing in them. */
const ONLY_WHEN_THERE = new Set<StateGroup>(['notice', 'unreadable']);

/** How many calls of each state there are; a click shows only those. */
export function StateChips({ counts, chosen, onToggle }: StateChipsProps) {
  const { texts, fill, language } = useTexts();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that nobody needs
    <div class="chips" role="group" aria-label={String(texts.toolbar.chips)}>
      {STATE_GROUPS.filter(
        (group) => counts[group] > 0 || chosen.has(group) || !ONLY_WHEN_THERE.has(group),
      ).map((group) => (
        <button
          key={group}
          type="button"
          class="chip"
          data-empty={counts[group] === 0}
          aria-pressed={chosen.has(group)}
          aria-label={fill(texts.groups[group], { count: counts[group] })}
          title={fill(texts.groups[group], { count: counts[group] })}
          onClick={() => onToggle(group)}
        >
          <StateIcon state={group} />
          {numberText(counts[group], language.locale)}
        </button>
      ))}
    </div>
  );
}
