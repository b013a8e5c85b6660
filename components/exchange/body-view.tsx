import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Exchange } from '../../lib/exchange/exchange';
import type { BodyAnswer } from '../../lib/store/feed-state';
import { useActions } from '../ui/actions';
import { Button } from '../ui/button';
import { useTexts } from '../ui/language';
import { JsonTree } from './json-tree';

/** As much of a text is drawn; a tree draws only what is in sight. */
const MOST_TEXT = 100_000;

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { value } : undefined;
  } catch {
    return undefined;
  }
}

function BodyText({ text, length }: { text: string; length: number }) {
  const { texts, fill } = useTexts();
  const { title, cut, empty } = texts.detail.raw;
  const json = useMemo(() => (text.length === length ? parsed(text) : undefined), [text, length]);
  if (length === 0) return <p class="quiet-text">{empty}</p>;
  if (json) return <JsonTree value={json.value} label={fill(title)} />;
  const shown = text.slice(0, MOST_TEXT);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by key */}
      <section class="code body-text" aria-label={fill(title)} tabIndex={0}>
        {shown}
      </section>
      {shown.length < length && <p class="quiet-text">{fill(cut, { shown: shown.length, count: length })}</p>}
    </>
  );
}

/** The body of an answer, asked for at a click. It lives in this view alone and is gone with it. */
export function BodyView({ exchange }: { exchange: Exchange }) {
  const { texts } = useTexts();
  const { readBody } = useActions();
  const words = texts.detail.raw;
  const [answer, setAnswer] = useState<BodyAnswer | 'asking'>();
  const isThere = useRef(true);
  useEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );
  const ask = (read: NonNullable<typeof readBody>) => {
    setAnswer('asking');
    const take = (given: BodyAnswer) => isThere.current && setAnswer(given);
    read(exchange).then(take, () => take({ type: 'gone' }));
  };
  return (
    <section class="block body-view" data-heir=".body-view h3">
      <h3 tabIndex={-1}>{words.title}</h3>
      {readBody === undefined ? (
        <p class="quiet-text">{words.elsewhere}</p>
      ) : (
        answer === undefined && (
          <p>
            <Button onClick={() => ask(readBody)}>{words.show}</Button>{' '}
            <span class="quiet-text">{words.hint}</span>
          </p>
        )
      )}
      <div role="status">
        {answer === 'asking'
          ? words.asking
          : answer && answer.type !== 'text' && <p class="quiet-text">{words[answer.type]}</p>}
      </div>
      {typeof answer === 'object' && answer.type === 'text' && <BodyText {...answer} />}
    </section>
  );
}
