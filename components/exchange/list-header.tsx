import { COLUMNS, type Column, type Sort } from '../../lib/store/view-state';
import { useTexts } from '../ui/language';

interface ListHeaderProps {
  readonly sort: Sort;
  readonly onSort: (column: Column) => void;
}

/** The names of the columns; a click sorts. */
export function ListHeader({ sort, onSort }: ListHeaderProps) {
  const { texts } = useTexts();
  return (
    <div role="rowgroup" class="list-head">
      <div role="row" class="row head" aria-rowindex={1}>
        {COLUMNS.map((column) => {
          const isSorted = sort.column === column;
          return (
            <span
              key={column}
              role="columnheader"
              data-column={column}
              aria-sort={isSorted ? sort.direction : 'none'}
            >
              <button type="button" onClick={() => onSort(column)}>
                <span class={column === 'state' ? 'sr-only' : undefined}>{texts.list.columns[column]}</span>
                {isSorted && (column !== 'start' || sort.direction === 'descending') && (
                  <span aria-hidden="true">{sort.direction === 'ascending' ? ' ↑' : ' ↓'}</span>
                )}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}
