import { reasonText } from '../../lib/report/inspection-report';
import type { UnreadableLine } from '../../lib/store/rows';
import { closedByEscape } from '../exchange/closed-by-escape';
import { IconButton } from '../ui/button';
import { CodeText } from '../ui/code-text';
import { Glyph, StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';

interface UnreadableDetailProps {
  readonly row: UnreadableLine;
  readonly onClose: () => void;
}

/** Why an entry could not be read. */
export function UnreadableDetail({ row, onClose }: UnreadableDetailProps) {
  const { texts, fill, language } = useTexts();
  const { unreadable } = texts.workbench;
  const title = fill(unreadable.title, { index: String(row.index) });
  return (
    <section class="detail" data-region="detail" aria-label={title} onKeyDown={closedByEscape(onClose)}>
      <div class="detail-body">
        <div class="verdict-head" data-state="unreadable">
          <StateIcon state="unreadable" size={20} />
          <div>
            <h2>{title}</h2>
            <p>
              <CodeText text={reasonText(row.reason, language)} /> {unreadable.text}
            </p>
          </div>
          <IconButton label={fill(texts.detail.close)} onClick={onClose}>
            <Glyph name="close" />
          </IconButton>
        </div>
      </div>
    </section>
  );
}
