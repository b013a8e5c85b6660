import type { VisibleRows } from '../../lib/store/rows';
import { KeysButton } from '../panel/key-sheet';
import { Button } from '../ui/button';
import { useTexts } from '../ui/language';

interface PaneFooterProps {
  readonly visible: VisibleRows;
  readonly isComparing: boolean;
  readonly onShowAll: () => void;
  readonly onKeys: () => void;
}

/** How many rows there are, and how to compare two. */
export function PaneFooter({ visible, isComparing, onShowAll, onKeys }: PaneFooterProps) {
  const { texts, fill } = useTexts();
  const { footer } = texts.workbench;
  const { shown, total } = visible;
  return (
    <footer class="status-bar">
      <span>
        {shown === total ? fill(footer.calls, { count: total }) : fill(footer.shown, { shown, count: total })}
      </span>
      {shown < total && (
        <Button kind="link-like" onClick={onShowAll}>
          {texts.status.showAll}
        </Button>
      )}
      {total > 1 && <span class="compare-hint">{isComparing ? footer.pickHint : footer.compareHint}</span>}
      <KeysButton onOpen={onKeys} />
    </footer>
  );
}
