import type { OptionsActions, OptionsState } from '../../lib/store/options-state';
import { useTexts } from '../ui/language';
import { Choice } from './choice';
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
      <Choice
        name="theme"
        legend={fill(words.theme)}
        options={THEMES.map((theme) => [theme, fill(words.themes[theme])])}
        chosen={settings.theme}
        onChoose={(theme) => void actions.saveSettings({ ...settings, theme })}
        why={fill(words.panel)}
      />
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
