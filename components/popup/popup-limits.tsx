import { RATE_LIMIT_WINDOWS } from '../../lib/api/limits';
import { numberText } from '../../lib/report/figures';
import type { InspectedCall } from '../../lib/store/calls';
import { useTexts } from '../ui/language';
import { useNow } from '../ui/use-now';

const [MINUTE] = RATE_LIMIT_WINDOWS;

function Meter({ name, used, limit, text }: { name: string; used: number; limit: number; text: string }) {
  const isOver = used >= limit;
  return (
    <div class="limit" data-over={isOver}>
      <span>{name}</span>
      <span class="limit-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (used / limit) * 100)}%` }} />
      </span>
      <span class="limit-text">{text}</span>
    </div>
  );
}

/** How much of the documented one-minute window the latest key has used; nothing once the minute is over. */
export function PopupLimits({ calls }: { calls: readonly InspectedCall[] }) {
  const { texts, fill, language } = useTexts();
  const now = useNow(true, 5_000);
  const latest = calls.findLast((call) => call.last.neighbours.history !== undefined);
  const history = latest?.last.neighbours.history;
  if (MINUTE === undefined || history === undefined || latest === undefined) return null;
  if (now - latest.last.exchange.startedDateTime > MINUTE.duration) return null;
  const used = history.within(MINUTE.duration);
  const { limits } = texts.popup;
  const number = (value: number) => numberText(value, language.locale);
  return (
    <section class="popup-limits" aria-label={String(limits.label)}>
      <Meter
        name={String(limits.calls)}
        used={used.requests}
        limit={MINUTE.requests}
        text={fill(limits.ofCalls, { used: number(used.requests), limit: number(MINUTE.requests) })}
      />
      <Meter
        name={String(limits.characters)}
        used={used.inputCharacters}
        limit={MINUTE.inputCharacters}
        text={fill(limits.ofCharacters, {
          used: number(used.inputCharacters),
          limit: number(MINUTE.inputCharacters),
        })}
      />
    </section>
  );
}
