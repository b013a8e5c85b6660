import type { RefObject } from 'preact';
import { plainText } from '../ui/code-text';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';

interface FilterFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly hidden: number;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Where the keys go from here: to the list. */
  readonly onLeave: () => void;
}

export function FilterField({ text, onText, hidden, field, onLeave }: FilterFieldProps) {
  const { texts, fill } = useTexts();
  const { filter } = texts;
  return (
    <div class="filter">
      <div class="filter-box">
        <Glyph name="filter" />
        <input
          ref={field}
          type="text"
          class="code"
          value={text}
          placeholder={plainText(fill(filter.hint))}
          title={plainText(fill(filter.help))}
          aria-label={String(filter.label)}
          aria-keyshortcuts="/"
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '') {
              event.stopPropagation();
              onText('');
            } else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              onLeave();
            }
          }}
        />
        {text === '' ? (
          <span class="key-cap" aria-hidden="true">
            /
          </span>
        ) : (
          <button
            type="button"
            class="clear-filter"
            aria-label={String(filter.clear)}
            title={String(filter.clear)}
            onClick={() => {
              onText('');
              field.current?.focus();
            }}
          >
            <Glyph name="close" size={12} />
          </button>
        )}
      </div>
      {hidden > 0 && <span class="hidden-count">{fill(filter.hidden, { count: hidden })}</span>}
    </div>
  );
}
