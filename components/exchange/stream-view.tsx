import { streamEndOf } from '../../lib/diagnosis/stream-end';
import type { Exchange } from '../../lib/exchange/exchange';
import { presentValue } from '../../lib/exchange/presence';
import { durationText, numberText } from '../../lib/report/figures';
import { CodeText } from '../ui/code-text';
import { useTexts } from '../ui/language';
import { Fact, FactList } from './fact-list';

/** What is known of an answer that came in events; nothing for any other. */
export function StreamView({ exchange }: { exchange: Exchange }) {
  const { texts, fill, language } = useTexts();
  const { stream: words, timing } = texts.detail;
  const end = streamEndOf(exchange);
  const response = presentValue(exchange.response);
  if (end === undefined || response === undefined) return null;
  const { receivedDateTime: received, body } = response;
  const stream = presentValue(body)?.stream;
  const wait = received === undefined ? undefined : Math.max(0, received - exchange.startedDateTime);
  const receive = wait === undefined || exchange.time === undefined ? 0 : Math.max(0, exchange.time - wait);
  const perSecond = stream && receive > 0 ? (1000 * stream.events) / receive : 0;
  return (
    <section class="block">
      <h3>{words.title}</h3>
      <FactList>
        <Fact name={String(words.firstByte)}>
          {wait !== undefined && durationText(wait, language.locale)}
        </Fact>
        <Fact name={String(timing.receive)}>{receive > 0 && durationText(receive, language.locale)}</Fact>
        <Fact name={String(words.events)}>{stream && numberText(stream.events, language.locale)}</Fact>
        <Fact name={String(words.rate)}>
          {perSecond > 0 && fill(words.perSecond, { rate: Number(perSecond.toPrecision(3)) })}
        </Fact>
        <Fact name={String(words.finish)} code>
          {stream?.finish}
        </Fact>
        <Fact name={String(words.end)}>
          <CodeText text={String(words.ends[end])} />
        </Fact>
      </FactList>
      <p class="quiet-text">{words.noGaps}</p>
    </section>
  );
}
