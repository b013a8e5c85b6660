import { type Emptiness, siteName } from '../../lib/store/emptiness';
import type { FeedCommands } from '../../lib/store/feed-state';
import { useActions } from '../ui/actions';
import { Button } from '../ui/button';
import { CodeText } from '../ui/code-text';
import { Cure } from '../ui/cure';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';

interface PopupEmptyProps {
  readonly emptiness: Emptiness;
  readonly commands: FeedCommands;
}

/** Why nothing is seen, the cure, and what allowing means. */
export function PopupEmpty({ emptiness, commands }: PopupEmptyProps) {
  const { texts, fill } = useTexts();
  const { empty, coverage, popup } = texts;
  const { explainPermissions } = useActions();
  const { why } = emptiness;
  const reason = {
    nothing: empty.nothing,
    connecting: empty.connecting,
    lost: empty.lost,
    revoked: empty.revoked,
    paused: empty.paused,
    'no-site': empty.noSite,
    'not-watched': 'devtoolsOpen' in emptiness && emptiness.devtoolsOpen ? empty.notWatched : empty.invisible,
    'just-opened': empty.justOpened,
  }[why];
  const origin = 'origin' in emptiness ? emptiness.origin : undefined;
  const site = origin === undefined ? '' : siteName(origin);
  return (
    <section class="popup-empty" data-why={why}>
      <Glyph name={why === 'nothing' || why === 'connecting' ? 'eye' : 'eye-off'} size={20} />
      <div>
        <h2>{fill(reason.title)}</h2>
        <p>
          <CodeText text={fill(reason.text, { site })} />
        </p>
        {origin !== undefined && (
          <>
            <p class="quiet-text">
              <CodeText text={fill(popup.privacy)} />{' '}
              <button type="button" class="link inline-link" onClick={explainPermissions}>
                {popup.explain}
              </button>
            </p>
            <Cure
              tall
              label={fill(why === 'just-opened' ? coverage.alwaysWatch : coverage.watch, { site })}
              ask={(actions) => actions.requestSite(origin)}
            />
            <p class="quiet-text">{popup.afterwards}</p>
          </>
        )}
        {why === 'revoked' && (
          <Cure tall label={fill(coverage.infuzuAgain)} ask={(actions) => actions.requestInfuzu()} />
        )}
        {why === 'paused' && (
          <Button kind="primary" tall onClick={() => commands.setPaused(false)}>
            {empty.paused.cure}
          </Button>
        )}
      </div>
    </section>
  );
}
