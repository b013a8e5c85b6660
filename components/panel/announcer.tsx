import { useEffect, useRef, useState } from 'preact/hooks';
import type { Milliseconds } from '../../lib/api/units';
import { type InspectedCall, stateOf } from '../../lib/store/calls';
import { verdictText } from '../exchange/row-words';
import { plainText } from '../ui/code-text';
import { useTexts } from '../ui/language';

/** Speaks at most once in it, so that a burst makes no noise; what failed meanwhile is told at its end. */
export const PAUSE: Milliseconds = 2_000;

/** Tells those who do not see the list of new failures. */
export function Announcer({ calls }: { calls: readonly InspectedCall[] }) {
  const { texts, fill, language } = useTexts();
  const failed = useRef<readonly InspectedCall[]>([]);
  const told = useRef<ReadonlySet<string>>(new Set());
  /** What ended before the list was looked at is no news, and is told in portions. */
  const [since] = useState(() => Date.now());
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [text, setText] = useState('');

  const tell = () => {
    const untold = failed.current.filter(({ id }) => !told.current.has(id));
    const latest = untold.at(-1);
    told.current = new Set(failed.current.map(({ id }) => id));
    pause.current = latest && setTimeout(tell, PAUSE);
    // Emptied after a while: the same words would not be heard a second time.
    setText(
      latest === undefined
        ? ''
        : fill(texts.list.announce, {
            count: untold.length,
            verdict: plainText(verdictText(latest.lead, language)),
          }),
    );
  };
  useEffect(() => {
    failed.current = calls.filter(
      (call) => stateOf(call) === 'error' && (call.time === undefined || call.start + call.time >= since),
    );
    if (calls.length === 0) setText('');
    if (pause.current === undefined) tell();
  }, [calls]);
  useEffect(() => () => clearTimeout(pause.current), []);
  return (
    <span class="sr-only" role="status">
      {text}
    </span>
  );
}
