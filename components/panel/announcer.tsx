import { useEffect, useRef, useState } from 'preact/hooks';
import { type InspectedCall, stateOf } from '../../lib/store/calls';
import { verdictText } from '../exchange/row-words';
import { plainText } from '../ui/code-text';
import { useTexts } from '../ui/language';

/** Says at most one new failure in two seconds, so that a burst makes no noise. */
const PAUSE = 2_000;

/** Tells those who do not see the list of new failures. */
export function Announcer({ calls }: { calls: readonly InspectedCall[] }) {
  const { texts, fill, language } = useTexts();
  const known = useRef<ReadonlySet<string> | undefined>(undefined);
  const spokenAt = useRef(0);
  const [text, setText] = useState('');
  useEffect(() => {
    const failed = calls.filter((call) => stateOf(call) === 'error');
    const before = known.current;
    known.current = new Set(failed.map(({ id }) => id));
    if (calls.length === 0) setText('');
    if (before === undefined) return;
    const latest = failed.findLast(({ id }) => !before.has(id));
    const now = Date.now();
    if (latest === undefined || now - spokenAt.current < PAUSE) return;
    spokenAt.current = now;
    setText(fill(texts.list.announce, { verdict: plainText(verdictText(latest.lead, language)) }));
  }, [calls]);
  return (
    <span class="sr-only" role="status">
      {text}
    </span>
  );
}
