import type { InputProblem, UnreadableEntry } from '../observe/input-problem';
import { parseFilter } from './filter';
import type { Row, UnreadableLine, VisibleRows } from './rows';
import type { ViewState } from './view-state';

export function unreadableRowId(index: number): string {
  return `unreadable-${index}`;
}

/** Of an unreadable entry there are only the words of its reason, and its state. */
function passesFilter(filterText: string, words: string): boolean {
  return parseFilter(filterText).every(({ field, values, negated }) => {
    const holds =
      field === undefined
        ? values.every((value) => words.toLowerCase().includes(value))
        : field === 'is' && values.includes('unreadable');
    return holds !== negated;
  });
}

/**
 * Puts the unreadable entries among the rows: in the order of the input where the list has it, else at the end.
 * @param indexOf position in the input of the call with this id
 * @param wordsOf the reason in the user's language
 */
export function withUnreadable(
  visible: VisibleRows,
  unreadable: readonly UnreadableEntry[],
  view: Pick<ViewState, 'filterText' | 'groups' | 'sort'>,
  indexOf: (id: string) => number,
  wordsOf: (reason: InputProblem) => string,
): VisibleRows {
  if (unreadable.length === 0) return visible;
  const passed = unreadable.filter(({ reason }) => passesFilter(view.filterText, wordsOf(reason)));
  const isShown = view.groups.size === 0 || view.groups.has('unreadable');
  const waiting = (isShown ? passed : []).map(
    ({ index, reason }): UnreadableLine => ({
      type: 'unreadable',
      id: unreadableRowId(index),
      index,
      reason,
    }),
  );
  const rows: Row[] = [];
  let at = 0;
  if (view.sort.column === 'start' && view.sort.direction === 'ascending') {
    for (const row of visible.rows) {
      const before = row.type === 'call' ? indexOf(row.id) : Number.NEGATIVE_INFINITY;
      for (let next = waiting[at]; next !== undefined && next.index < before; next = waiting[++at]) {
        rows.push(next);
      }
      rows.push(row);
    }
  } else rows.push(...visible.rows);
  rows.push(...waiting.slice(at));
  return {
    ...visible,
    rows,
    shown: visible.shown + waiting.length,
    total: visible.total + unreadable.length,
    counts: { ...visible.counts, unreadable: visible.counts.unreadable + passed.length },
  };
}
