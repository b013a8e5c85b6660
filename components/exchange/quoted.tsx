import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useTexts } from '../ui/language';

/** Shorter texts fit into some three lines of a narrow column. */
const LONG = 160;

interface QuotedProps {
  /** How many letters it has. */
  readonly length: number;
  readonly children: ComponentChildren;
}

/** Words that others chose: of long ones three lines, and all of them at the press of a button. */
export function Quoted({ length, children }: QuotedProps) {
  const { truth } = useTexts().texts.detail;
  const [isWhole, setIsWhole] = useState(length <= LONG);
  return (
    <>
      <p class={isWhole ? undefined : 'beginning'}>{children}</p>
      {length > LONG && (
        <button type="button" class="link" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {truth.whole}
        </button>
      )}
    </>
  );
}
