import { useState } from 'preact/hooks';
import type { PageActions } from '../../lib/store/feed-state';
import { useActions } from './actions';
import { Button } from './button';
import { useTexts } from './language';

interface CureProps {
  readonly label: string;
  /** Runs in the click, so that the browser may ask the user. */
  readonly ask: (actions: PageActions) => Promise<'granted' | 'denied' | 'unavailable'>;
  readonly kind?: 'primary' | 'plain' | 'link-like';
  readonly tall?: boolean;
}

/** A button that asks for a permission, and says what came of it. */
export function Cure({ label, ask, kind = 'primary', tall = false }: CureProps) {
  const { texts } = useTexts();
  const actions = useActions();
  const [answer, setAnswer] = useState<'granted' | 'denied' | 'unavailable'>();
  const { coverage } = texts;
  const said = { granted: coverage.allowed, denied: coverage.denied, unavailable: coverage.unavailable };
  return (
    <>
      <Button
        kind={kind}
        tall={tall}
        {...(kind === 'primary' && { glyph: 'eye' as const })}
        onClick={() => {
          ask(actions).then(setAnswer, () => setAnswer('unavailable'));
        }}
      >
        {label}
      </Button>
      <span class="cure-answer" role="status">
        {answer && said[answer]}
      </span>
    </>
  );
}
