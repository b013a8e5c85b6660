import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { DETAIL_PLACES, OPTIONAL_COLUMNS } from '../../lib/store/layout';
import { COLUMNS, type Column, type Sort } from '../../lib/store/view-state';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';
import { useLayout } from '../ui/layout';
import { GIVING_WAY } from './columns';
import { SortArrow } from './list-header';

function Choice({ children, ...field }: InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label>
      <input {...field} />
      {children}
    </label>
  );
}

interface LayoutMenuProps {
  readonly sort: Sort;
  readonly onSort: (column: Column) => void;
  readonly hasTimeline?: boolean;
  /** What else stands in it. */
  readonly children?: ComponentChildren;
}

/** What the list shows of each call, and what stands around it. */
export function LayoutMenu({ sort, onSort, hasTimeline = false, children }: LayoutMenuProps) {
  const { texts } = useTexts();
  const words = texts.panel.layout;
  const layout = useLayout();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes that the focus goes, and Escape
    <span
      class="layout"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        setIsOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        class="button icon-only"
        title={String(words.title)}
        aria-label={String(words.title)}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Glyph name="columns" size={16} />
      </button>
      {isOpen && (
        // It takes the focus of clicks between its fields, so that they do not close it.
        <div class="layout-menu" tabIndex={-1}>
          <fieldset>
            <legend>{words.columns}</legend>
            {OPTIONAL_COLUMNS.map((column) => (
              <Choice
                key={column}
                type="checkbox"
                value={column}
                checked={!layout.hidden.includes(column)}
                onChange={() => layout.toggleColumn(column)}
              >
                {texts.list.columns[column]}
                {GIVING_WAY.includes(column) && <span class="no-room">{words.noRoom}</span>}
              </Choice>
            ))}
          </fieldset>
          <fieldset class="sort-by">
            <legend>{words.sort}</legend>
            {COLUMNS.map((column) => (
              <Choice
                key={column}
                type="radio"
                name="sort-by"
                checked={sort.column === column}
                // Also where it is chosen: that turns the order round, as on the head of a column.
                onClick={() => onSort(column)}
              >
                {texts.list.columns[column]}
                <SortArrow sort={sort} column={column} />
              </Choice>
            ))}
          </fieldset>
          {children}
          {hasTimeline && (
            <Choice
              type="checkbox"
              checked={layout.timeline}
              onChange={() => layout.showTimeline(!layout.timeline)}
            >
              {words.timeline}
            </Choice>
          )}
          <fieldset>
            <legend>{words.detail}</legend>
            {DETAIL_PLACES.map((place) => (
              <Choice
                key={place}
                type="radio"
                name="detail-place"
                checked={layout.detail === place}
                onChange={() => layout.placeDetail(place)}
              >
                {words.places[place]}
              </Choice>
            ))}
          </fieldset>
        </div>
      )}
    </span>
  );
}
