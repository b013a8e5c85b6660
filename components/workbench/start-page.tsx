import type { DeepLink } from '../../lib/store/deep-link';
import { Button } from '../ui/button';
import { CodeText } from '../ui/code-text';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';

interface StartPageProps {
  readonly link: DeepLink | undefined;
  readonly onOpen: () => void;
  readonly onPaste: () => void;
}

/** What can be brought, and that it stays here. */
export function StartPage({ link, onOpen, onPaste }: StartPageProps) {
  const { texts, fill } = useTexts();
  const { start, open, paste } = texts.workbench;
  return (
    <section class="start">
      <div class="start-box">
        <Glyph name="down" size={20} />
        <h2>{start.title}</h2>
        <p>{start.text}</p>
        {link && <p class="start-link">{fill(start.linked, { index: String(link.exchange) })}</p>}
        <div class="start-buttons">
          <Button kind="primary" tall onClick={onOpen}>
            {open}
          </Button>
          <Button tall onClick={onPaste}>
            {paste}
          </Button>
        </div>
        <p class="quiet-text">
          <CodeText text={fill(start.privacy)} />
        </p>
        <details>
          <summary>{start.how}</summary>
          <p>{start.steps}</p>
        </details>
      </div>
    </section>
  );
}
