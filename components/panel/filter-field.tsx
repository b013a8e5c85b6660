import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { InspectedCall } from '../../lib/store/calls';
import { FILTER_STATES } from '../../lib/store/filter';
import { unknownTerm } from '../../lib/store/filter-completion';
import { CodeText, plainText } from '../ui/code-text';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';
import { FilterSuggestions } from './filter-suggestions';
import { useCompletion } from './use-completion';

interface FilterFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** All calls of the list, filtered or not: their values are suggested. */
  readonly calls: readonly InspectedCall[];
  readonly hidden: number;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Where the keys go from here: to the list. */
  readonly onLeave: () => void;
}

/** The filter with its completion. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function FilterField({ text, onText, calls, hidden, field, onLeave }: FilterFieldProps) {
  const { texts, fill } = useTexts();
  const { filter } = texts;
  const base = useId();
  const completion = useCompletion({ text, onText, calls, field });
  const { suggestions, active, isShown, hasFocus } = completion;
  const unknown = hasFocus ? unknownTerm(text) : undefined;
  const optionId = (index: number) => `${base}-option-${index}`;

  const onKeyDown = (event: KeyboardEvent) => {
    if (completion.onKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Escape' && text !== '') {
      event.stopPropagation();
      completion.close();
      onText('');
    } else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      // DevTools would take Escape for its drawer.
      event.stopPropagation();
      onLeave();
    }
  };
  return (
    <div class="filter">
      <div class="filter-box">
        <Glyph name="filter" />
        <input
          ref={field}
          type="text"
          class="code"
          role="combobox"
          value={text}
          placeholder={plainText(fill(filter.hint))}
          title={plainText(fill(filter.help))}
          aria-label={String(filter.label)}
          aria-keyshortcuts="/"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={`${base}-list`}
          aria-activedescendant={isShown && active >= 0 ? optionId(active) : undefined}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => completion.onInput(event.currentTarget)}
          onFocus={completion.onFocus}
          onBlur={completion.onBlur}
          onKeyDown={onKeyDown}
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
        {isShown && (
          <FilterSuggestions
            id={`${base}-list`}
            suggestions={suggestions}
            active={active}
            optionId={optionId}
            onTake={completion.take}
          />
        )}
        <p class="filter-note" role="status" hidden={isShown || unknown === undefined}>
          {unknown !== undefined && (
            <CodeText
              text={
                'field' in unknown
                  ? fill(filter.unknown, unknown)
                  : 'status' in unknown
                    ? fill(filter.unknownStatus, unknown)
                    : fill(filter.unknownState, { ...unknown, known: FILTER_STATES.join(', ') })
              }
            />
          )}
        </p>
      </div>
      {/* There before it says anything, so that it is heard; calls that come later change it, and interrupt nobody. */}
      <span class="hidden-count" role="status" aria-live={hasFocus ? 'polite' : 'off'}>
        {hidden > 0 && fill(filter.hidden, { count: hidden })}
      </span>
    </div>
  );
}
