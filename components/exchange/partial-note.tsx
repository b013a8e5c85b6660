import type { Exchange } from '../../lib/exchange/exchange';
import { useActions } from '../ui/actions';
import { Button } from '../ui/button';
import { useTexts } from '../ui/language';

/** Says that a record starts in its middle, and offers to see the page's calls from their start where the page can. */
export function PartialNote({ exchange }: { exchange: Exchange }) {
  const { facts } = useTexts().texts.detail;
  const { reloadPage } = useActions();
  if (!exchange.partial) return null;
  return (
    <p class="quiet-text">
      {facts.partial}{' '}
      {reloadPage && (
        <Button kind="link-like" onClick={reloadPage}>
          {String(facts.reload)}
        </Button>
      )}
    </p>
  );
}
