import { useState } from 'preact/hooks';
import { numberText } from '../../lib/report/figures';
import type { OptionsActions, OptionsState } from '../../lib/store/options-state';
import { grantsWithout } from '../../lib/store/own-host-entry';
import { DEFAULT_SETTINGS, KEPT_PER_TAB } from '../../lib/store/settings';
import { Button } from '../ui/button';
import { useTexts } from '../ui/language';
import { Choice } from './choice';
import { Section } from './section';

interface KeptDataProps {
  readonly state: OptionsState;
  readonly actions: OptionsActions;
}

/** What is kept, for how long, and how to be rid of it. */
export function KeptData({ state, actions }: KeptDataProps) {
  const { texts, fill, language } = useTexts();
  const words = texts.options.kept;
  const { settings } = state;
  const [asks, setAsks] = useState(false);
  const [said, setSaid] = useState('');

  const reset = async () => {
    setAsks(false);
    await actions.saveSettings(DEFAULT_SETTINGS);
    await actions.forgetLayout();
    await actions.revokeGrants(grantsWithout(settings, DEFAULT_SETTINGS));
    setSaid(fill(words.resetDone));
  };

  return (
    <Section title={fill(words.title)}>
      <p>{words.calls}</p>
      <Choice
        name="kept-per-tab"
        legend={fill(words.perTab)}
        options={KEPT_PER_TAB.map((count) => [count, numberText(count, language.locale)])}
        chosen={settings.keptPerTab}
        onChoose={(keptPerTab) => void actions.saveSettings({ ...settings, keptPerTab })}
        why={fill(words.perTabWhy)}
      />
      <p>{words.settings}</p>
      <div class="option-buttons" data-heir=".option-buttons > :last-child">
        <Button
          onClick={() => {
            actions.forgetCalls();
            setSaid(fill(words.forgotten));
          }}
        >
          {words.forget}
        </Button>
        {asks ? (
          <>
            <span>{words.resetAsk}</span>
            <Button kind="primary" onClick={() => void reset()}>
              {words.resetYes}
            </Button>
            <Button onClick={() => setAsks(false)}>{words.resetNo}</Button>
          </>
        ) : (
          <Button onClick={() => setAsks(true)}>{words.reset}</Button>
        )}
      </div>
      <p class="option-said" role="status">
        {said}
      </p>
    </Section>
  );
}
