import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { DETAIL_PLACES, OPTIONAL_COLUMNS } from '../../lib/store/layout';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';
import { useLayout } from '../ui/layout';

function Check({ text, checked, onChange }: { text: string; checked: boolean; onChange: () => void }) {
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={onChange} />
      {text}
    </label>
  );
}

interface LayoutMenuProps {
  readonly hasTimeline?: boolean;
  /** What else stands in it. */
  readonly children?: ComponentChildren;
}

/** What the list shows of each call, and what stands around it. */
export function LayoutMenu({ hasTimeline = false, children }: LayoutMenuProps) {
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
              <Check
                key={column}
                text={String(texts.list.columns[column])}
                checked={!layout.hidden.includes(column)}
                onChange={() => layout.toggleColumn(column)}
              />
            ))}
          </fieldset>
          {children}
          {hasTimeline && (
            <Check
              text={String(words.timeline)}
              checked={layout.timeline}
              onChange={() => layout.showTimeline(!layout.timeline)}
            />
          )}
          <fieldset>
            <legend>{words.detail}</legend>
            {DETAIL_PLACES.map((place) => (
              <label key={place}>
                <input
                  type="radio"
                  name="detail-place"
                  checked={layout.detail === place}
                  onChange={() => layout.placeDetail(place)}
                />
                {words.places[place]}
              </label>
            ))}
          </fieldset>
        </div>
      )}
    </span>
  );
}
