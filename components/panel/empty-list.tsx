import type { ComponentChildren } from 'preact';
import { type Emptiness, siteName } from '../../lib/store/emptiness';
import type { FeedCommands, FeedState } from '../../lib/store/feed-state';
import { Button } from '../ui/button';
import { CodeText } from '../ui/code-text';
import { Cure } from '../ui/cure';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';

interface EmptyListProps {
  readonly emptiness: Emptiness;
  readonly coverage: FeedState['coverage'];
  readonly commands: FeedCommands;
}

interface Reason {
  readonly title: string;
  readonly text: string;
  readonly cure?: ComponentChildren;
}

function useReason({ emptiness, commands }: EmptyListProps): Reason {
  const { texts, fill } = useTexts();
  const { empty, coverage } = texts;
  switch (emptiness.why) {
    case 'revoked':
      return {
        title: fill(empty.revoked.title),
        text: fill(empty.revoked.text),
        cure: <Cure tall label={fill(coverage.infuzuAgain)} ask={(actions) => actions.requestInfuzu()} />,
      };
    case 'paused':
      return {
        title: fill(empty.paused.title),
        text: fill(empty.paused.text),
        cure: (
          <Button kind="primary" tall onClick={() => commands.setPaused(false)}>
            {empty.paused.cure}
          </Button>
        ),
      };
    case 'just-opened':
    case 'not-watched': {
      const site = siteName(emptiness.origin);
      const isOpened = emptiness.why === 'just-opened';
      const notWatched = !isOpened && emptiness.devtoolsOpen ? empty.notWatched : empty.invisible;
      const { title, text } = isOpened ? empty.justOpened : notWatched;
      return {
        title: fill(title),
        text: fill(text, { site }),
        cure: (
          <Cure
            tall
            label={fill(isOpened ? coverage.alwaysWatch : coverage.watch, { site })}
            ask={(actions) => actions.requestSite(emptiness.origin)}
          />
        ),
      };
    }
    case 'no-site':
      return { title: fill(empty.noSite.title), text: fill(empty.noSite.text) };
    case 'lost':
    case 'connecting':
    case 'nothing':
      return { title: fill(empty[emptiness.why].title), text: fill(empty[emptiness.why].text) };
    default:
      return emptiness satisfies never;
  }
}

interface AllHiddenProps {
  readonly count: number;
  /** What hides them, in words. */
  readonly hiding: string;
  readonly onShowAll: () => void;
}

/** Filter, chips and span leave nothing of what there is. */
export function AllHidden({ count, hiding, onShowAll }: AllHiddenProps) {
  const { texts, fill } = useTexts();
  const { title, text } = texts.empty.hidden;
  return (
    <div class="empty" data-why="hidden">
      <Glyph name="eye-off" size={20} />
      <div>
        <h2>{fill(title, { count })}</h2>
        <p>{fill(text, { what: hiding })}</p>
        <div class="empty-cure">
          <Button kind="primary" tall onClick={onShowAll}>
            {texts.status.showAll}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Why the list is empty, and what to do about it. */
export function EmptyList(props: EmptyListProps) {
  const { texts, fill } = useTexts();
  const { title, text, cure } = useReason(props);
  const { why } = props.emptiness;
  const explainsDevtools = props.coverage.devtoolsOpen && (why === 'nothing' || why === 'not-watched');
  return (
    <div class="empty" data-why={why}>
      <Glyph name={why === 'nothing' || why === 'connecting' ? 'eye' : 'eye-off'} size={20} />
      <div>
        <h2>{title}</h2>
        <p>
          <CodeText text={text} />
        </p>
        {explainsDevtools && why === 'nothing' && <p class="quiet-text">{fill(texts.empty.everything)}</p>}
        {cure && <div class="empty-cure">{cure}</div>}
      </div>
    </div>
  );
}
