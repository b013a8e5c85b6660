import type { Row } from '../../lib/store/rows';

interface ListKeys {
  readonly rows: readonly Row[];
  /** Index of the selected row; −1 for none. */
  readonly current: number;
  /** Index of the row that has the focus: that of the selected one, where there is one. */
  readonly focused: number;
  /** How many rows fit into the view. */
  readonly page: number;
  readonly moveTo: (index: number) => void;
  readonly open: (row: Row) => void;
  readonly close: () => void;
  readonly setUnfolded: (id: string, unfolded: boolean) => void;
}

/** Answers whether the key meant something: then it must not scroll as well. */
export function handleListKey(key: string, list: ListKeys): boolean {
  const { rows, current, focused, page } = list;
  const last = rows.length - 1;
  const row = rows[focused];
  const moveTo = (index: number) => {
    list.moveTo(Math.max(0, Math.min(last, index)));
    return true;
  };
  switch (key) {
    // The first step selects the row that has the focus.
    case 'ArrowDown':
      return moveTo(current < 0 ? focused : current + 1);
    case 'ArrowUp':
      return moveTo(current < 0 ? focused : current - 1);
    case 'Home':
      return moveTo(0);
    case 'End':
      return moveTo(last);
    case 'PageDown':
      return moveTo(focused + page);
    case 'PageUp':
      return moveTo(focused - page);
    case 'Enter':
    case ' ':
      if (row) list.open(row);
      return row !== undefined;
    case 'Escape':
      list.close();
      return true;
    case 'ArrowRight':
      if (row?.type !== 'call' || row.parts === 0) return false;
      if (row.unfolded) return moveTo(focused + 1);
      list.setUnfolded(row.id, true);
      return true;
    case 'ArrowLeft':
      if (row?.type === 'part') return moveTo(rows.findIndex(({ id }) => id === row.call.id));
      if (row?.type !== 'call') return false;
      if (!row.unfolded) {
        const first = rows.findIndex(({ id }) => id === row.retryOf);
        return first >= 0 && moveTo(first);
      }
      list.setUnfolded(row.id, false);
      return true;
    default:
      return false;
  }
}
