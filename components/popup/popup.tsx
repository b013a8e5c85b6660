import { useEffect, useState } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';
import { ticketText } from '../../lib/report/ticket';
import { faultyCalls, groupCounts } from '../../lib/store/call-counts';
import { createFold } from '../../lib/store/calls';
import { emptinessOf, siteName } from '../../lib/store/emptiness';
import type { FeedCommands, FeedState } from '../../lib/store/feed-state';
import { createInspect } from '../../lib/store/inspect';
import { sameKeyOf } from '../../lib/store/same-key';
import type { StateGroup } from '../../lib/store/view-state';
import { useActions } from '../ui/actions';
import { Button, IconButton } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Glyph, ProductMark } from '../ui/icons';
import { useTexts } from '../ui/language';
import { useCalmStore } from '../ui/use-store';
import { PopupCalls } from './popup-calls';
import { PopupEmpty } from './popup-empty';
import { PopupLimits } from './popup-limits';
import { PopupPermission } from './popup-permission';
import { PopupVerdict } from './popup-verdict';

interface PopupProps {
  readonly feed: StoreApi<FeedState>;
  readonly commands: FeedCommands;
}

function PopupHead({ site }: { site: string | undefined }) {
  const { texts } = useTexts();
  const { openOptions } = useActions();
  return (
    <header class="popup-head">
      <ProductMark />
      <h1>{texts.shortName}</h1>
      <span class="code site">{site}</span>
      <IconButton label={String(texts.popup.options)} onClick={openOptions}>
        <Glyph name="options" size={16} />
      </IconButton>
    </header>
  );
}

/** This tab in one glance. */
export function Popup({ feed, commands }: PopupProps) {
  const [{ inspect, fold }] = useState(() => ({ inspect: createInspect(), fold: createFold() }));
  const state = useCalmStore(feed);
  const { texts, language } = useTexts();
  const { openWorkbench, version, browser } = useActions();
  const calls = fold(inspect(state.exchanges).exchanges);
  const counts = groupCounts(calls);
  const [chosen, setChosen] = useState<StateGroup>();
  const group = chosen && counts[chosen] > 0 ? chosen : undefined;
  const { site } = state.coverage;
  const isLive = state.connection === 'live';
  useEffect(() => {
    if (isLive) document.documentElement.dataset['ready'] = 'true';
  }, [isLive]);

  const report = () => {
    const faulty = faultyCalls(calls).map((call) => ({ ...call.lead, sameKey: sameKeyOf(calls, call) }));
    const made = Date.now();
    return ticketText({ name: site?.origin ?? '', made, version, browser, counts, calls: faulty }, language);
  };

  return (
    <main class="popup">
      <PopupHead site={site && siteName(site.origin)} />
      {calls.length === 0 ? (
        <>
          <PopupEmpty emptiness={emptinessOf(state)} commands={commands} />
          {state.coverage.infuzuGranted && site?.access === 'granted' && <PopupPermission feed={state} />}
          <footer class="popup-foot">
            <span class="quiet-text">{texts.popup.without}</span>
            <Button kind="link-like" onClick={() => openWorkbench('files')}>
              {texts.popup.openHar}
            </Button>
          </footer>
        </>
      ) : (
        <>
          <PopupVerdict total={calls.length} counts={counts} chosen={group} onChoose={setChosen} />
          <PopupCalls calls={calls} group={group} dropped={state.dropped} />
          <PopupLimits calls={calls} />
          <PopupPermission feed={state} />
          {state.paused && (
            <section class="popup-permission">
              <Glyph name="eye-off" size={16} />
              <span>{texts.status.paused}</span>
              <Button kind="plain" onClick={() => commands.setPaused(false)}>
                {texts.empty.paused.cure}
              </Button>
            </section>
          )}
          <footer class="popup-foot">
            <CopyButton kind="primary" label={String(texts.popup.copyReport)} text={report} />
            <Button kind="link-like" onClick={() => openWorkbench('calls')}>
              {texts.popup.workbench}
            </Button>
          </footer>
        </>
      )}
    </main>
  );
}
