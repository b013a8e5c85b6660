import { useState } from 'preact/hooks';
import type { OptionsActions, OptionsState } from '../../lib/store/options-state';
import { grantedSites, readSite, siteText } from '../../lib/store/sites';
import { IconButton } from '../ui/button';
import { Glyph } from '../ui/icons';
import { useTexts } from '../ui/language';
import { AddressForm } from './address-form';
import { Section } from './section';

interface WatchedSitesProps {
  readonly state: OptionsState;
  readonly actions: OptionsActions;
}

/** Sites that the user granted; each can be given back. */
export function WatchedSites({ state, actions }: WatchedSitesProps) {
  const { texts, fill } = useTexts();
  const words = texts.options.sites;
  const [said, setSaid] = useState('');
  const sites = grantedSites(state.granted, state.settings);
  const nameOf = (pattern: string) => {
    const text = siteText(pattern);
    return text === '*' ? fill(words.every) : text;
  };

  const add = (text: string): string | undefined => {
    const entry = readSite(text, state.granted);
    if ('problem' in entry) return fill(words.problems[entry.problem]);
    const site = nameOf(entry.pattern);
    void actions.requestGrants([entry.pattern]).then((answer) => {
      setSaid(answer === 'granted' ? fill(words.added, { site }) : fill(words.denied));
    });
    return undefined;
  };

  const remove = (pattern: string) => {
    const site = nameOf(pattern);
    actions.revokeGrants([pattern]).then(
      () => setSaid(fill(words.removed, { site })),
      // A permission that an administrator gave cannot be given back.
      () => setSaid(fill(words.kept, { site })),
    );
  };

  return (
    <Section title={fill(words.title)} why={fill(words.why)}>
      {sites.length === 0 ? (
        <p class="quiet-text">{words.none}</p>
      ) : (
        <ul class="option-list">
          {sites.map((pattern) => (
            <li key={pattern} class="option-item">
              <span class="option-what code option-name">{nameOf(pattern)}</span>
              <IconButton
                label={fill(words.remove, { site: nameOf(pattern) })}
                onClick={() => remove(pattern)}
              >
                <Glyph name="close" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <AddressForm
        label={fill(words.label)}
        hint={fill(words.hint)}
        action={fill(words.add)}
        onSubmit={add}
      />
      <p class="option-said" role="status">
        {said}
      </p>
    </Section>
  );
}
