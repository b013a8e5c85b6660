import { COLUMN_WIDTH, type Layout } from '../../lib/store/layout';
import type { Column, Sort } from '../../lib/store/view-state';
import { Edge } from '../ui/edge';
import { useTexts } from '../ui/language';
import { useLayout } from '../ui/layout';
import { edgeOf, shownColumns } from './columns';

interface ListHeaderProps {
  readonly layout: Layout;
  readonly sort: Sort;
  readonly onSort: (column: Column) => void;
}

const widthOfColumn = (edge: HTMLElement) => edge.parentElement?.offsetWidth ?? 0;

/** The names of the columns; a click sorts, an edge sizes. */
export function ListHeader({ layout, sort, onSort }: ListHeaderProps) {
  const { texts, fill } = useTexts();
  const { setWidth } = useLayout();
  return (
    <div role="rowgroup" class="list-head">
      <div role="row" class="row head" aria-rowindex={1}>
        {shownColumns(layout).map((column) => {
          const isSorted = sort.column === column;
          const edge = edgeOf(column, layout);
          const name = String(texts.list.columns[column]);
          return (
            <span
              key={column}
              role="columnheader"
              data-column={column}
              data-edge={edge?.direction}
              aria-sort={isSorted ? sort.direction : 'none'}
            >
              <button type="button" onClick={() => onSort(column)}>
                <span class={column === 'state' ? 'sr-only' : undefined}>{name}</span>
                {isSorted && (column !== 'start' || sort.direction === 'descending') && (
                  <span aria-hidden="true">{sort.direction === 'ascending' ? ' ↑' : ' ↓'}</span>
                )}
              </button>
              {edge && (
                <Edge
                  label={fill(texts.panel.layout.width, { column: name })}
                  value={edge.width}
                  {...COLUMN_WIDTH}
                  direction={edge.direction}
                  measure={widthOfColumn}
                  onSize={(width) => setWidth(edge.column, width)}
                />
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}
