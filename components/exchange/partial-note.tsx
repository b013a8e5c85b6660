import type { Exchange } from '../../lib/exchange/exchange';
import { unseenText } from '../../lib/report/unseen-text';
import { useActions } from '../ui/actions';
import { Button } from '../ui/button';
import { CodeText } from '../ui/code-text';
import { useTexts } from '../ui/language';

/**
 * Says that a record starts in its middle, and offers to see the page's calls from their start where the page can; or
 * that a line only names where parts of the call are.
 */
export function PartialNote({ exchange }: { exchange: Exchange }) {
  const { texts, language } = useTexts();
  const { facts } = texts.detail;
  const { reloadPage } = useActions();
  const unseen = unseenText(exchange, language);
  if (unseen !== undefined) {
    return (
      <p class="quiet-text">
        <CodeText text={unseen} />
      </p>
    );
  }
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
