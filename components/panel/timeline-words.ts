import { useMemo } from 'preact/hooks';
import { RATE_LIMIT_WINDOWS } from '../../lib/api/limits';
import { countsText } from '../../lib/report/counts-text';
import { clockText } from '../../lib/report/figures';
import { groupCounts } from '../../lib/store/call-counts';
import type { InspectedCall } from '../../lib/store/calls';
import { useTexts } from '../ui/language';

const [MINUTE] = RATE_LIMIT_WINDOWS;

/** What the timeline shows, for those who do not see it. */
export function useSummary(calls: readonly InspectedCall[]): string {
  const { texts, fill, language } = useTexts();
  const counts = useMemo(() => groupCounts(calls), [calls]);
  return fill(texts.panel.timeline.label, {
    calls: fill(texts.status.calls, { count: calls.length }),
    from: clockText(calls[0]?.start ?? 0, language.locale),
    to: clockText(calls.at(-1)?.start ?? 0, language.locale),
    states: countsText(counts, language),
  });
}

/** How much of the documented one-minute window the key of a call had used when the call began. */
export function useLoadText(call: InspectedCall | undefined): string {
  const { texts, fill } = useTexts();
  const history = call?.last.neighbours.history;
  if (call?.keyNumber === undefined || history === undefined || MINUTE === undefined) return '';
  const used = history.within(MINUTE.duration);
  return fill(texts.panel.timeline.load, {
    key: call.keyNumber,
    at: { at: call.start },
    requests: used.requests,
    allowedRequests: MINUTE.requests,
    characters: used.inputCharacters,
    allowedCharacters: MINUTE.inputCharacters,
  });
}
