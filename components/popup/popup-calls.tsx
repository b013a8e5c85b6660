import { useState } from 'preact/hooks';
import { presentValue } from '../../lib/exchange/presence';
import { clockText, durationText } from '../../lib/report/figures';
import { remedyText, sentenceText } from '../../lib/report/words';
import { type InspectedCall, stateOf } from '../../lib/store/calls';
import { glanceAt } from '../../lib/store/glance';
import { groupOf, type StateGroup } from '../../lib/store/view-state';
import { callName, callText, verdictText } from '../exchange/row-words';
import { useActions } from '../ui/actions';
import { Button } from '../ui/button';
import { CodeText } from '../ui/code-text';
import { StateIcon } from '../ui/icons';
import { KeyTag } from '../ui/key-tag';
import { useTexts } from '../ui/language';
import { useNow } from '../ui/use-now';

const SHOWN = 5;

interface PopupCallProps {
  readonly call: InspectedCall;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function PopupCall({ call, open, onToggle }: PopupCallProps) {
  const { language } = useTexts();
  const state = stateOf(call);
  const isRunning = call.last.exchange.state === 'pending';
  const now = useNow(isRunning);
  const status = presentValue(call.last.exchange.response)?.status;
  const { cause, headline } = call.lead.diagnosis;
  const remedy = cause && remedyText(cause, language);
  return (
    <li data-state={state}>
      <button
        type="button"
        class="popup-call"
        aria-expanded={open}
        aria-label={callName(call, language)}
        onClick={onToggle}
      >
        <StateIcon state={state} />
        <span class="popup-call-verdict">
          <CodeText text={verdictText(call.lead, language)} />
        </span>
        <span class="code popup-call-status" data-known={status !== undefined}>
          {status ?? (isRunning ? `${durationText(Math.max(0, now - call.start), language.locale)}…` : '—')}
        </span>
        <span class="popup-call-what">
          <span class="code">{callText(call.first)}</span>
          <KeyTag number={call.keyNumber} isKeyless={call.isKeyless} />
        </span>
        <span class="popup-call-start">{clockText(call.start, language.locale)}</span>
      </button>
      {open && (
        <div class="popup-call-more">
          <p>
            <CodeText text={sentenceText(headline, 'text', language)} />
          </p>
          {remedy && (
            <p>
              <CodeText text={remedy} />
            </p>
          )}
        </div>
      )}
    </li>
  );
}

interface PopupCallsProps {
  readonly calls: readonly InspectedCall[];
  /** Of which calls alone the latest are shown. */
  readonly group: StateGroup | undefined;
  /** How many older ones are not kept any more. */
  readonly dropped: number;
}

/** The latest calls and errors; a click says the whole sentence and the remedy. */
export function PopupCalls({ calls, group, dropped }: PopupCallsProps) {
  const { texts, fill } = useTexts();
  const { openWorkbench } = useActions();
  const [open, setOpen] = useState<string>();
  const wanted = group ? calls.filter((call) => groupOf(stateOf(call)) === group) : calls;
  const latest = glanceAt(wanted, SHOWN);
  const more = wanted.length - latest.length;
  return (
    <section class="popup-calls" aria-label={String(texts.popup.latest)}>
      <ul>
        {latest.map((call) => (
          <PopupCall
            key={call.id}
            call={call}
            open={open === call.id}
            onToggle={() => setOpen(open === call.id ? undefined : call.id)}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button kind="link-like" onClick={() => openWorkbench('calls')}>
          {fill(texts.popup.more, { count: more })}
        </Button>
      )}
      {dropped > 0 && (
        <p class="quiet-text popup-dropped">{fill(texts.status.dropped, { count: dropped })}</p>
      )}
    </section>
  );
}
