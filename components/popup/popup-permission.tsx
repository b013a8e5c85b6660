import { siteName } from '../../lib/store/emptiness';
import type { FeedState } from '../../lib/store/feed-state';
import { useActions } from '../ui/actions';
import { Button } from '../ui/button';
import { Cure } from '../ui/cure';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';

/** What the extension may see here, with the cure where it is not enough. */
export function PopupPermission({ feed }: { feed: FeedState }) {
  const { texts, fill } = useTexts();
  const { stopWatching } = useActions();
  const words = texts.coverage;
  const { infuzuGranted, site } = feed.coverage;
  if (!infuzuGranted) {
    return (
      <section class="popup-permission">
        <Glyph name="eye-off" size={16} />
        <span>{words.infuzuRevoked}</span>
        <Cure kind="plain" label={fill(words.infuzuAgain)} ask={(actions) => actions.requestInfuzu()} />
      </section>
    );
  }
  if (site === undefined) return null;
  const { access, origin } = site;
  const values = { site: siteName(origin) };
  const cure =
    access === 'not-granted' ? words.watch : access === 'until-navigation' ? words.alwaysWatch : undefined;
  return (
    <section class="popup-permission">
      <Glyph name={access === 'not-granted' ? 'eye-off' : 'eye'} size={16} />
      <span>{fill(words[access], values)}</span>
      {access === 'granted' && (
        <Button kind="plain" onClick={() => stopWatching(origin)}>
          {words.stop}
        </Button>
      )}
      {cure && (
        <Cure kind="plain" label={fill(cure, values)} ask={(actions) => actions.requestSite(origin)} />
      )}
    </section>
  );
}
