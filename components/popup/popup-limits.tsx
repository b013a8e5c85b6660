import { RATE_LIMIT_WINDOWS } from '../../lib/api/limits';
import type { EpochMilliseconds } from '../../lib/api/units';
import { presentValue } from '../../lib/exchange/presence';
import { waitAfter } from '../../lib/rules/answer-time';
import type { InspectedCall } from '../../lib/store/calls';
import { KeyTag } from '../ui/key-tag';
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

interface Refusal {
  readonly until: EpochMilliseconds;
  readonly call: InspectedCall;
}

/** The refusal that asks to wait longest, while it does. */
function standingRefusal(calls: readonly InspectedCall[], now: EpochMilliseconds): Refusal | undefined {
  const standing = calls.flatMap((call) => {
    const { exchange } = call.last;
    const wait = presentValue(exchange.response)?.status === 429 ? waitAfter(exchange) : undefined;
    return wait && wait.until > now ? [{ until: wait.until, call }] : [];
  });
  return standing.sort((one, other) => other.until - one.until)[0];
}

/** Until when Infuzu refuses calls, and how much of the documented one-minute window the latest key has used. */
export function PopupLimits({ calls }: { calls: readonly InspectedCall[] }) {
  const { texts, fill } = useTexts();
  const now = useNow(true, 5_000);
  const latest = calls.findLast((call) => call.last.neighbours.history !== undefined);
  const history = latest?.last.neighbours.history;
  if (MINUTE === undefined || history === undefined || latest === undefined) return null;
  const refusal = standingRefusal(calls, now);
  if (refusal === undefined && now - latest.last.exchange.startedDateTime > MINUTE.duration) return null;
  const used = history.within(MINUTE.duration);
  const { limits } = texts.popup;
  return (
    <section class="popup-limits" aria-label={String(limits.label)}>
      {refusal && (
        <p class="limit-wait">
          {fill(limits.wait, { until: { at: refusal.until } })}{' '}
          <KeyTag number={refusal.call.keyNumber} isKeyless={false} />
        </p>
      )}
      <p>
        {limits.of} <KeyTag number={latest.keyNumber} />
      </p>
      <Meter
        name={String(limits.calls)}
        used={used.requests}
        limit={MINUTE.requests}
        text={fill(limits.ofCalls, { used: used.requests, limit: MINUTE.requests })}
      />
      <Meter
        name={String(limits.characters)}
        used={used.inputCharacters}
        limit={MINUTE.inputCharacters}
        text={fill(limits.ofCharacters, {
          used: used.inputCharacters,
          limit: MINUTE.inputCharacters,
        })}
      />
    </section>
  );
}
