import { RATE_LIMIT_WINDOWS } from '../../lib/api/limits';
import type { EpochMilliseconds } from '../../lib/api/units';
import { presentValue } from '../../lib/exchange/presence';
import { untilValue, waitAfter } from '../../lib/rules/answer-time';
import type { InspectedCall } from '../../lib/store/calls';
import { KeyTag } from '../ui/key-tag';
import { useTexts } from '../ui/language';
import { useNow } from '../ui/use-now';

const [MINUTE] = RATE_LIMIT_WINDOWS;

function Meter({ name, used, limit }: { name: string; used: number; limit: number }) {
  const { texts, fill } = useTexts();
  const isOver = used >= limit;
  return (
    <div class="limit" data-over={isOver}>
      <span>{name}</span>
      <span class="limit-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (used / limit) * 100)}%` }} />
      </span>
      <span class="limit-text">{fill(texts.popup.limits.ofLimit, { used, limit })}</span>
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
    return wait?.until && wait.until > now ? [{ until: wait.until, call }] : [];
  });
  return standing.sort((one, other) => other.until - one.until)[0];
}

/** Until when Infuzu refuses calls, and how much of the documented one-minute window that key, else the latest, has used. */
export function PopupLimits({ calls }: { calls: readonly InspectedCall[] }) {
  const { texts, fill } = useTexts();
  const now = useNow(true, 5_000);
  if (MINUTE === undefined) return null;
  const { duration } = MINUTE;
  const refusal = standingRefusal(calls, now);
  const recent = calls.filter(
    ({ last }) => last.neighbours.history !== undefined && now - last.exchange.startedDateTime <= duration,
  );
  const refused = refusal && recent.findLast(({ keyNumber }) => keyNumber === refusal.call.keyNumber);
  const measured = refused ?? recent.at(-1);
  const used = measured?.last.neighbours.history?.within(duration);
  if (refusal === undefined && used === undefined) return null;
  const { limits } = texts.popup;
  return (
    <section class="popup-limits" aria-label={String(limits.label)}>
      {refusal && (
        <p class="limit-wait">
          {fill(limits.wait, { until: untilValue(refusal.until, refusal.until - now) })}{' '}
          <KeyTag number={refusal.call.keyNumber} isKeyless={false} />
        </p>
      )}
      {measured && used && (
        <>
          <p>
            {limits.of} <KeyTag number={measured.keyNumber} />
          </p>
          <Meter name={fill(limits.calls)} used={used.requests} limit={MINUTE.requests} />
          <Meter name={fill(limits.characters)} used={used.inputCharacters} limit={MINUTE.inputCharacters} />
        </>
      )}
    </section>
  );
}
