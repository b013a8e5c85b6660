import { COLUMN_WIDTH, type Layout } from '../../lib/store/layout';
import type { Column, Sort } from '../../lib/store/view-state';
import { Edge } from '../ui/edge';
import { useTexts } from '../ui/language';
import { useLayout } from '../ui/layout';
import { edgeOf, type OwnWidths, shownColumns } from './columns';

interface ListHeaderProps {
  readonly layout: Layout;
  readonly own: OwnWidths;
  readonly sort: Sort;
  readonly onSort: (column: Column) => void;
}

const widthOfColumn = (edge: HTMLElement) => edge.parentElement?.offsetWidth ?? 0;

/** Which way a column sorts, unless it is as always. */
export function SortArrow({ sort, column }: { sort: Sort; column: Column }) {
  const isUp = sort.direction === 'ascending';
  if (sort.column !== column || (column === 'start' && isUp)) return null;
  return <span aria-hidden="true">{isUp ? ' ↑' : ' ↓'}</span>;
}

/** The names of the columns; a click sorts, an edge sizes. */
export function ListHeader({ layout, own, sort, onSort }: ListHeaderProps) {
  const { texts, fill } = useTexts();
  const { setWidth } = useLayout();
  return (
    <div role="rowgroup" class="list-head">
      <div role="row" class="row head" aria-rowindex={1}>
        {shownColumns(layout).map((column) => {
          const isSorted = sort.column === column;
          const edge = edgeOf(column, layout, own);
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
                <SortArrow sort={sort} column={column} />
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
