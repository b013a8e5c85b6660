import { useEffect } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';
import { INFUZU_MATCH_PATTERN } from '../../lib/api/hosts';
import type { OptionsActions, OptionsState } from '../../lib/store/options-state';
import { Button } from '../ui/button';
import { CodeText } from '../ui/code-text';
import { ProductMark, StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';
import { useStore } from '../ui/use-store';
import { KeptData } from './kept-data';
import { LookAndLog } from './look-and-log';
import { OwnHosts } from './own-hosts';
import { Section } from './section';
import { WatchedSites } from './watched-sites';

interface OptionsProps {
  readonly store: StoreApi<OptionsState>;
  readonly actions: OptionsActions;
}

/** The permissions in three sentences. `#welcome` leads here. */
function Welcome() {
  const { texts, fill } = useTexts();
  const { title, own, sites, panel } = texts.options.welcome;
  return (
    <Section id="welcome" title={fill(title)}>
      {[own, sites, panel].map((sentence) => (
        <p key={String(sentence)}>
          <CodeText text={fill(sentence)} />
        </p>
      ))}
    </Section>
  );
}

function InfuzuAccess({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { texts, fill } = useTexts();
  const { title, granted, revoked, cure } = texts.options.infuzu;
  const isGranted = state.infuzuGranted;
  return (
    <Section title={fill(title)}>
      <p class="access" data-granted={isGranted}>
        <StateIcon state={isGranted ? 'clean' : 'error'} />
        <span>
          <CodeText text={fill(isGranted ? granted : revoked)} />
        </span>
      </p>
      {!isGranted && (
        <Button
          kind="primary"
          tall
          glyph="eye"
          onClick={() => void actions.requestGrants([INFUZU_MATCH_PATTERN])}
        >
          {cure}
        </Button>
      )}
    </Section>
  );
}

/** The options page. */
export function Options({ store, actions }: OptionsProps) {
  const state = useStore(store, (whole) => whole);
  const { texts } = useTexts();
  useEffect(() => {
    document.documentElement.dataset['ready'] = 'true';
    document.getElementById(location.hash.slice(1))?.focus();
  }, []);
  return (
    <>
      <header class="page-head">
        <ProductMark size={20} />
        <h1>
          {texts.shortName} <span>{texts.options.title}</span>
        </h1>
      </header>
      <main class="options">
        {!state.infuzuGranted && <InfuzuAccess state={state} actions={actions} />}
        <Welcome />
        {state.infuzuGranted && <InfuzuAccess state={state} actions={actions} />}
        <OwnHosts state={state} actions={actions} />
        <WatchedSites state={state} actions={actions} />
        <LookAndLog state={state} actions={actions} />
        <KeptData state={state} actions={actions} />
      </main>
    </>
  );
}
