import type { ComponentChildren } from 'preact';
import { type TruthSentence, truthLineOf } from '../../lib/diagnosis/truth-line';
import type { Exchange } from '../../lib/exchange/exchange';
import { presentValue } from '../../lib/exchange/presence';
import type { InspectedExchange } from '../../lib/store/inspect';
import { CodeText, SnakeCase } from '../ui/code-text';
import { useTexts } from '../ui/language';
import { Quoted } from './quoted';

function Sentences({ sentences }: { sentences: readonly TruthSentence[] }) {
  const { texts, fill } = useTexts();
  return (
    <>
      {sentences.map(({ key, values }) => {
        const text = fill(texts.detail.truth[key], values);
        return (
          <Quoted key={text} length={text.length}>
            <CodeText text={text} />
          </Quoted>
        );
      })}
    </>
  );
}

/** Status and error of the server in its own words. */
function Answer({ exchange }: { exchange: Exchange }) {
  const { texts, fill } = useTexts();
  const { truth, absence } = texts.detail;
  const response = presentValue(exchange.response);
  if (response === undefined) return null;
  const { body, status, statusText } = response;
  const [error, ...others] = presentValue(body)?.errors ?? [];
  const isFailure = status >= 400;
  return (
    <>
      <p>
        <strong>{status}</strong>{' '}
        <code>
          <SnakeCase name={error?.code || statusText} />
        </code>
      </p>
      {error !== undefined && error.message !== '' && (
        <Quoted length={error.message.length}>
          <SnakeCase name={fill(truth.serverQuote, { message: error.message })} />
        </Quoted>
      )}
      {others.length > 0 && <p>{fill(truth.serverMore, { count: others.length })}</p>}
      {body.status === 'absent' && (body.reason === 'ambiguous' || (isFailure && body.reason !== 'none')) && (
        <p class="quiet-text">
          <CodeText text={String(absence[body.reason])} />
        </p>
      )}
    </>
  );
}

interface WitnessProps {
  readonly title: string;
  /** For narrow pages. */
  readonly short: string;
  readonly children: ComponentChildren;
}

function Witness({ title, short, children }: WitnessProps) {
  return (
    <div class="witness">
      <dt>
        <span class="long">{title}</span>
        <span class="short">{short}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What your code saw, what the server said, what the browser did. */
export function TruthView({ inspected }: { inspected: InspectedExchange }) {
  const { texts } = useTexts();
  const { truth } = texts.detail;
  const line = truthLineOf(inspected.exchange, inspected.neighbours);
  return (
    <dl class="truth" aria-label={String(truth.label)}>
      <Witness title={String(truth.code)} short={String(truth.codeShort)}>
        <Sentences sentences={line.code} />
      </Witness>
      <Witness title={String(truth.server)} short={String(truth.serverShort)}>
        <Sentences sentences={line.server} />
        <Answer exchange={inspected.exchange} />
      </Witness>
      <Witness title={String(truth.browser)} short={String(truth.browserShort)}>
        <Sentences sentences={line.browser} />
      </Witness>
    </dl>
  );
}
