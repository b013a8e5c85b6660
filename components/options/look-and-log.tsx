import type { OptionsActions, OptionsState } from '../../lib/store/options-state';
import { useTexts } from '../ui/language';
import { Section } from './section';

const THEMES = ['system', 'light', 'dark'] as const;

interface LookAndLogProps {
  readonly state: OptionsState;
  readonly actions: OptionsActions;
}

export function LookAndLog({ state, actions }: LookAndLogProps) {
  const { texts, fill } = useTexts();
  const words = texts.options.look;
  const { settings } = state;
  return (
    <Section title={fill(words.title)}>
      <fieldset class="choice">
        <legend>{words.theme}</legend>
        <div class="choice-line">
          {THEMES.map((theme) => (
            <label key={theme}>
              <input
                type="radio"
                name="theme"
                value={theme}
                checked={settings.theme === theme}
                onChange={() => void actions.saveSettings({ ...settings, theme })}
              />
              {words.themes[theme]}
            </label>
          ))}
        </div>
        <p class="option-why">{words.panel}</p>
      </fieldset>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.preserveLog}
          onChange={(event) =>
            void actions.saveSettings({ ...settings, preserveLog: event.currentTarget.checked })
          }
        />
        <span>
          {words.preserve}
          <span class="option-why">{words.preserveWhy}</span>
        </span>
      </label>
    </Section>
  );
}
