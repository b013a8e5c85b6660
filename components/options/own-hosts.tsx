import { useState } from 'preact/hooks';
import { parseHostPattern } from '../../lib/api/hosts';
import type { OptionsActions, OptionsState } from '../../lib/store/options-state';
import { grantFor, grantsWithout, readOwnHost } from '../../lib/store/own-host-entry';
import { covers } from '../../lib/store/sites';
import { Button, IconButton } from '../ui/button';
import { Glyph, StateIcon } from '../ui/icons';
import { useTexts } from '../ui/language';
import { AddressForm } from './address-form';
import { Section } from './section';

interface OwnHostsProps {
  readonly state: OptionsState;
  readonly actions: OptionsActions;
}

interface HostItemProps extends OwnHostsProps {
  readonly host: string;
  readonly onRemove: () => void;
}

/** Also by a wider permission: for what it covers the browsers ask nothing, and grant nothing either. */
const isGranted = ({ granted }: OwnHostsProps['state'], grant: string) =>
  granted.some((known) => covers(known, grant));

function HostItem({ host, state, actions, onRemove }: HostItemProps) {
  const { texts, fill } = useTexts();
  const words = texts.options.hosts;
  const pattern = parseHostPattern(host);
  const grant = pattern && grantFor(pattern);
  const isMissing = grant !== undefined && !isGranted(state, grant);
  return (
    <li class="option-item">
      <span class="option-what">
        <span class="code option-name">{host}</span>
        <span class="option-state">
          {isMissing && <StateIcon state="warning" />}
          {grant === undefined ? words.local : isMissing ? words.onlyPanel : words.allowed}
        </span>
      </span>
      {isMissing && <Button onClick={() => void actions.requestGrants([grant])}>{words.allow}</Button>}
      <IconButton label={fill(words.remove, { host })} onClick={onRemove}>
        <Glyph name="close" />
      </IconButton>
    </li>
  );
}

/** Hosts that are observed beside Infuzu's; the permission for one is asked for when it is added. */
export function OwnHosts({ state, actions }: OwnHostsProps) {
  const { texts, fill } = useTexts();
  const words = texts.options.hosts;
  const [said, setSaid] = useState('');
  const { settings } = state;

  const add = (text: string): string | undefined => {
    const entry = readOwnHost(text, settings);
    if ('problem' in entry) return fill(words.problems[entry.problem]);
    const { host, pattern } = entry;
    const grant = grantFor(pattern);
    const save = () => actions.saveSettings({ ...settings, ownHosts: [...settings.ownHosts, host] });
    if (grant === undefined || isGranted(state, grant)) {
      void save().then(() => setSaid(fill(words.added, { host })));
    } else {
      // Asked before anything is awaited: the browsers take the question only from the click itself.
      void actions.requestGrants([grant]).then(async (answer) => {
        await save();
        setSaid(fill(answer === 'granted' ? words.added : words.addedOnlyPanel, { host }));
      });
    }
    return undefined;
  };

  const remove = async (host: string) => {
    const after = { ...settings, ownHosts: settings.ownHosts.filter((other) => other !== host) };
    await actions.saveSettings(after);
    await actions.revokeGrants(grantsWithout(settings, after));
    setSaid(fill(words.removed, { host }));
  };

  return (
    <Section title={fill(words.title)} why={fill(words.why)}>
      {settings.ownHosts.length === 0 ? (
        <p class="quiet-text">{words.none}</p>
      ) : (
        <ul class="option-list">
          {settings.ownHosts.map((host) => (
            <HostItem
              key={host}
              host={host}
              state={state}
              actions={actions}
              onRemove={() => void remove(host)}
            />
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
