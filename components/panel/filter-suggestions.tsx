import { numberText } from '../../lib/report/figures';
import type { Suggestion } from '../../lib/store/filter-completion';
import { useTexts } from '../ui/language';

interface FilterSuggestionsProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly optionId: (index: number) => string;
  readonly onTake: (suggestion: Suggestion) => void;
}

/** Terms and values of the list; the field keeps the focus. */
export function FilterSuggestions({ id, suggestions, active, optionId, onTake }: FilterSuggestionsProps) {
  const { texts, language } = useTexts();
  return (
    <div id={id} class="suggestions" role="listbox" aria-label={String(texts.filter.suggestions)}>
      {suggestions.map((suggestion, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
        <div
          key={suggestion.word}
          id={optionId(i)}
          role="option"
          aria-selected={i === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <span class="code">{suggestion.word}</span>
          <span class="quiet-text">
            {suggestion.calls === undefined
              ? suggestion.examples?.join(', ')
              : numberText(suggestion.calls, language.locale)}
          </span>
        </div>
      ))}
    </div>
  );
}
