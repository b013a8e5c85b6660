import { siteName } from '../../lib/store/emptiness';
import type { FeedState } from '../../lib/store/feed-state';
import { Button } from '../ui/button';
import { Cure } from '../ui/cure';
import { useTexts } from '../ui/language';
import { KeysButton } from './key-sheet';

interface StatusBarProps {
  readonly shown: number;
  readonly total: number;
  /** What hides calls, in words, if any are hidden. */
  readonly hiding: string;
  readonly feed: Pick<FeedState, 'dropped' | 'paused' | 'coverage' | 'connection'>;
  readonly onShowAll: () => void;
  readonly onKeys: () => void;
}

function useCoverageText({ coverage, connection, paused }: StatusBarProps['feed']): string {
  const { texts, fill } = useTexts();
  const words = texts.coverage;
  const { site, devtoolsOpen, infuzuGranted } = coverage;
  if (paused) return fill(texts.status.paused);
  if (connection === 'lost') return fill(texts.empty.lost.title);
  if (!infuzuGranted) return fill(words.infuzuRevoked);
  if (site === undefined) return devtoolsOpen ? fill(words.everything) : fill(words.noSite);
  const values = { site: siteName(site.origin) };
  if (site.access === 'not-granted' && devtoolsOpen) return fill(words.devtoolsAlone, values);
  return devtoolsOpen ? fill(words.everything) : fill(words[site.access], values);
}

/** Counts that add up, and what the extension is able to see. */
export function StatusBar({ shown, total, hiding, feed, onShowAll, onKeys }: StatusBarProps) {
  const { texts, fill } = useTexts();
  const { status, coverage } = texts;
  const coverageText = useCoverageText(feed);
  const hidden = total - shown;
  const { site, infuzuGranted } = feed.coverage;
  return (
    <footer class="status-bar">
      <span>
        {hidden === 0
          ? fill(status.calls, { count: total })
          : `${fill(status.shown, { shown, count: total })} · ${fill(status.hiddenBy, { count: hidden, what: hiding })}`}
      </span>
      {hidden > 0 && (
        <Button kind="link-like" onClick={onShowAll}>
          {status.showAll}
        </Button>
      )}
      {feed.dropped > 0 && <span>{fill(status.dropped, { count: feed.dropped })}</span>}
      <span class="coverage">
        <span class="coverage-text" title={coverageText}>
          {coverageText}
        </span>
        {total > 0 && !infuzuGranted && (
          <Cure
            kind="link-like"
            label={fill(coverage.infuzuAgain)}
            ask={(actions) => actions.requestInfuzu()}
          />
        )}
        {total > 0 && infuzuGranted && site?.access === 'not-granted' && (
          <Cure
            kind="link-like"
            label={fill(coverage.watch, { site: siteName(site.origin) })}
            ask={(actions) => actions.requestSite(site.origin)}
          />
        )}
      </span>
      <KeysButton onOpen={onKeys} />
    </footer>
  );
}
