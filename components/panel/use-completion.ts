import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { InspectedCall } from '../../lib/store/calls';
import { completionAt, type Suggestion, take, unknownTerm } from '../../lib/store/filter-completion';

interface Field {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly calls: readonly InspectedCall[];
  readonly field: RefObject<HTMLInputElement | null>;
}

/** No suggestion is chosen yet: Enter keeps what was typed. */
const NONE = -1;

/** The suggestions for the word at the caret, and what keys do with them. */
export function useCompletion({ text, onText, calls, field }: Field) {
  const [hasFocus, setHasFocus] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(NONE);
  const nextCaret = useRef<number | undefined>(undefined);
  const completion = useMemo(
    () => (isOpen ? completionAt(text, Math.min(caret, text.length), calls) : undefined),
    [isOpen, text, caret, calls],
  );
  const suggestions = completion?.suggestions ?? [];
  const isShown = suggestions.length > 0;
  // Half a state means nothing by itself: Enter writes it to its end.
  const word = completion ? text.slice(completion.from, completion.to) : '';
  const isHalf = 'state' in (unknownTerm(word) ?? {});
  const unfinished = isHalf ? suggestions.find((one) => one.word.startsWith(word.toLowerCase())) : undefined;
  const isTyped = completion !== undefined && completion.to > completion.from;

  useLayoutEffect(() => {
    const at = nextCaret.current;
    if (at === undefined) return;
    nextCaret.current = undefined;
    field.current?.setSelectionRange(at, at);
  });

  const show = (open: boolean) => {
    setIsOpen(open);
    setActive(NONE);
  };
  const takeOne = (suggestion: Suggestion | undefined) => {
    if (completion === undefined || suggestion === undefined) return false;
    const taken = take(text, completion, suggestion);
    onText(taken.text);
    setCaret(taken.caret);
    nextCaret.current = taken.caret;
    // Behind a field its values come next; a value is the end of a term.
    show(suggestion.word.endsWith(':'));
    return true;
  };
  /** Answers whether the key was one for the suggestions. */
  const onKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (!isShown) return false;
    const count = suggestions.length;
    switch (key) {
      case 'ArrowDown':
        setActive((active + 1) % count);
        return true;
      case 'ArrowUp':
        setActive(active <= 0 ? count - 1 : active - 1);
        return true;
      case 'Escape':
        show(false);
        return true;
      case 'Enter':
        return takeOne(suggestions[active] ?? unfinished);
      case 'Tab':
        // An empty word is no reason to hold the focus here.
        return !shiftKey && (active !== NONE || isTyped) && takeOne(suggestions[Math.max(0, active)]);
      default:
        return false;
    }
  };
  return {
    suggestions,
    active,
    isShown,
    hasFocus,
    onKey,
    take: takeOne,
    close: () => show(false),
    onInput: ({ value, selectionStart }: HTMLInputElement) => {
      onText(value);
      setCaret(selectionStart ?? value.length);
      show(true);
    },
    onFocus: () => {
      setHasFocus(true);
      setCaret(0);
      show(text === '');
    },
    onBlur: () => {
      setHasFocus(false);
      show(false);
    },
  };
}
