import type { Exchange } from '../exchange/exchange';
import { SILENCE } from '../exchange/lost-end';
import type { Sentence } from './diagnosis';

/** Why the end of a call is not known, as far as its record tells. */
export function lostEndSentence({ lostEnd }: Exchange): Extract<Sentence, { from: 'diagnosis' }> {
  return {
    from: 'diagnosis',
    key: lostEnd === undefined ? 'unknown-end' : `unknown-end-${lostEnd}`,
    values: { minutes: SILENCE / 60_000 },
  };
}
