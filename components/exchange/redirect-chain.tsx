import { truthLineOf } from '../../lib/diagnosis/truth-line';
import { presentValue } from '../../lib/exchange/presence';
import { type InspectedCall, isKeyless } from '../../lib/store/calls';
import type { InspectedExchange } from '../../lib/store/inspect';
import { CodeText } from '../ui/code-text';
import { KeyTag } from '../ui/key-tag';
import { useTexts } from '../ui/language';

function Hop({ hop, isShown }: { hop: InspectedExchange; isShown: boolean }) {
  const { texts, fill } = useTexts();
  const { exchange, neighbours, keyNumber } = hop;
  const { origin, path } = exchange.request.url;
  const dropped = truthLineOf(exchange, neighbours).browser.filter(({ key }) => key === 'browserDropped');
  return (
    <li aria-current={isShown ? 'step' : undefined}>
      <code>{presentValue(exchange.response)?.status ?? texts.list.noStatus}</code>
      <code>{`${origin}${path}`}</code>
      <KeyTag number={keyNumber} isKeyless={isKeyless([hop])} />
      {exchange.redirect?.internal && <span>{texts.list.hopInternal}</span>}
      {dropped.map(({ key, values }) => {
        const text = fill(texts.detail.truth[key], values);
        return (
          <span key={text}>
            <CodeText text={text} />
          </span>
        );
      })}
    </li>
  );
}

interface RedirectChainProps {
  readonly inspected: InspectedExchange;
  readonly call: InspectedCall;
}

/** The hops of a call in order, and what became of its key from one to the next; nothing where there is but one. */
export function RedirectChain({ inspected, call: { hops } }: RedirectChainProps) {
  const { texts } = useTexts();
  if (hops.length < 2) return null;
  return (
    <section class="block redirects">
      <h3>{texts.detail.timing.hops}</h3>
      <ol>
        {hops.map((hop) => (
          <Hop key={hop.exchange.id} hop={hop} isShown={hop.exchange.id === inspected.exchange.id} />
        ))}
      </ol>
    </section>
  );
}
