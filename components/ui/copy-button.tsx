import { useEffect, useState } from 'preact/hooks';
import { useActions } from './actions';
import { Button } from './button';
import { useTexts } from './language';

interface CopyButtonProps {
  /** Asked for when it is clicked. */
  readonly text: () => string;
  readonly label?: string;
  readonly kind?: 'plain' | 'primary' | 'link-like';
  readonly tall?: boolean;
}

/** Copies, and says for two seconds that it did. */
export function CopyButton({ text, label, kind = 'link-like', tall = false }: CopyButtonProps) {
  const { texts } = useTexts();
  const actions = useActions();
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    actions.copyText(text()).then(
      () => setCopied((count) => count + 1),
      () => setCopied(0),
    );
  };
  return (
    <>
      <Button kind={kind} tall={tall} glyph={copied > 0 ? 'check' : 'copy'} title={label} onClick={copy}>
        <span class="button-text">{label ?? texts.copy.action}</span>
      </Button>
      <span class="sr-only" role="status">
        {copied > 0 ? texts.copy.done : ''}
      </span>
    </>
  );
}
