import type { Milliseconds } from '../../lib/api/units';
import { lostEndSentence } from '../../lib/diagnosis/lost-end';
import { presentValue } from '../../lib/exchange/presence';
import { clockText, durationText } from '../../lib/report/figures';
import { sentenceText } from '../../lib/report/words';
import type { InspectedCall } from '../../lib/store/calls';
import type { InspectedExchange } from '../../lib/store/inspect';
import { useTexts } from '../ui/language';
import { useNow } from '../ui/use-now';
import { Fact, FactList } from './fact-list';

type Phase = 'preflight' | 'hops' | 'wait' | 'receive';

interface Span {
  readonly phase: Phase;
  readonly time: Milliseconds;
}

/** Where the time of a call went, as far as the facts tell; no moment counts twice, and none after its end. */
export function spansOf({ exchange, kind, neighbours }: InspectedExchange, call: InspectedCall): Span[] {
  const { startedDateTime: start, time } = exchange;
  if (time === undefined) return [];
  const spans: Span[] = [];
  const end = start + time;
  const received = presentValue(exchange.response)?.receivedDateTime;
  const waited = Math.min(Math.max(received ?? end, start), end);
  // Browsers that start a call's clock before its preflight make the preflight a part of the waiting.
  const asked = neighbours.preflight;
  const from = Math.min(start, asked?.startedDateTime ?? start);
  let preflight: Milliseconds = 0;
  if (asked?.time !== undefined) {
    const answered = Math.min(asked.startedDateTime + asked.time, waited);
    preflight = Math.max(0, answered - asked.startedDateTime);
    spans.push({ phase: 'preflight', time: preflight });
  }
  if (kind !== 'preflight' && from > call.start) spans.push({ phase: 'hops', time: from - call.start });
  spans.push({ phase: 'wait', time: waited - from - preflight });
  if (received !== undefined) spans.push({ phase: 'receive', time: end - waited });
  return spans;
}

/** The time bar; grey by pattern, so that it is not read as a state. */
export function TimeBar({ spans }: { spans: readonly Span[] }) {
  const { texts, language } = useTexts();
  const { timing } = texts.detail;
  if (spans.length === 0) return null;
  return (
    <div class="time">
      <div class="time-bar" aria-hidden="true">
        {spans.map(({ phase, time }) => (
          <span key={phase} data-phase={phase} style={{ flexGrow: Math.max(time, 0.001) }} />
        ))}
      </div>
      <ul class="time-legend" aria-label={String(timing.bar)}>
        {spans.map(({ phase, time }) => (
          <li key={phase}>
            <span class="swatch" data-phase={phase} aria-hidden="true" />
            {timing[phase]} {durationText(time, language.locale)}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface TimingTabProps {
  readonly inspected: InspectedExchange;
  readonly call: InspectedCall;
}

export function TimingTab({ inspected, call }: TimingTabProps) {
  const { texts, fill, language } = useTexts();
  const { timing } = texts.detail;
  const { exchange } = inspected;
  const isRunning = exchange.state === 'pending';
  const now = useNow(isRunning);
  const spans = spansOf(inspected, call);
  const total =
    exchange.time !== undefined
      ? durationText(
          spans.reduce((sum, { time }) => sum + time, 0),
          language.locale,
        )
      : isRunning
        ? fill(timing.running, {
            time: durationText(Math.max(0, now - exchange.startedDateTime), language.locale),
          })
        : exchange.lostEnd
          ? sentenceText(lostEndSentence(exchange), 'text', language)
          : String(timing.unknown);
  return (
    <>
      <FactList>
        <Fact name={String(timing.started)}>{clockText(exchange.startedDateTime, language.locale)}</Fact>
        <Fact name={String(timing.total)}>{total}</Fact>
      </FactList>
      <TimeBar spans={spans} />
    </>
  );
}
