import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
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
import { Welcome } from './welcome';

interface OptionsProps {
  readonly store: StoreApi<OptionsState>;
  readonly actions: OptionsActions;
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

const WELCOME = '#welcome';

/** The part of the page that its address names, as it changes. */
function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return hash;
}

/** The options page; at `#welcome` what a user sees first, and where the popup explains the permissions. */
export function Options({ store, actions }: OptionsProps) {
  const state = useStore(store, (whole) => whole);
  const { texts } = useTexts();
  const main = useRef<HTMLElement>(null);
  const isWelcome = useHash() === WELCOME;
  const { welcome } = texts.options;
  const title = isWelcome ? welcome.title : texts.options.title;
  useLayoutEffect(() => {
    document.title = `${title} – ${texts.shortName}`;
    const isOpened = document.documentElement.dataset['ready'] === undefined;
    document.documentElement.dataset['ready'] = 'true';
    // The link that led here is gone with its part.
    if (isWelcome || !isOpened) main.current?.focus();
  }, [isWelcome]);
  return (
    <>
      <header class="page-head">
        <ProductMark size={20} />
        <h1>
          {texts.shortName} <span>{title}</span>
        </h1>
        <a class="page-link" href={isWelcome ? '#options' : WELCOME}>
          {isWelcome ? texts.options.title : welcome.link}
        </a>
      </header>
      <main ref={main} class="options" id={isWelcome ? 'welcome' : undefined} tabIndex={-1}>
        {isWelcome ? (
          <Welcome />
        ) : (
          <>
            <InfuzuAccess state={state} actions={actions} />
            <OwnHosts state={state} actions={actions} />
            <WatchedSites state={state} actions={actions} />
            <LookAndLog state={state} actions={actions} />
            <KeptData state={state} actions={actions} />
          </>
        )}
      </main>
    </>
  );
}
