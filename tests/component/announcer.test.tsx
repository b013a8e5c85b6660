import { act, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer, PAUSE } from '../../components/panel/announcer';
import { LanguageProvider } from '../../components/ui/language';
import type { Exchange } from '../../lib/exchange/exchange';
import { loadLanguage } from '../../lib/messages/language';
import { createFold } from '../../lib/store/calls';
import { createInspect } from '../../lib/store/inspect';
import { bareToken, cleanCall, START } from '../unit/support/tab-calls';

beforeEach(() => void vi.useFakeTimers({ now: START + 1_000 }));
afterEach(() => void vi.useRealTimers());

/** Shows the calls; answers what is spoken then. */
async function announcerOf(first: readonly Exchange[], locale = 'en') {
  const language = await loadLanguage(locale);
  const of = (exchanges: readonly Exchange[]) => (
    <LanguageProvider value={language}>
      <Announcer calls={createFold()(createInspect()(exchanges).exchanges)} />
    </LanguageProvider>
  );
  const { rerender, container } = render(of(first));
  const spoken = () => container.querySelector('[role=status]')?.textContent;
  return {
    spoken,
    show(exchanges: readonly Exchange[]) {
      rerender(of(exchanges));
      return spoken();
    },
    afterPause() {
      act(() => void vi.advanceTimersByTime(PAUSE));
      return spoken();
    },
  };
}

test('tells a new failure at once, and those of the pause after it, once', async () => {
  const { show, afterPause } = await announcerOf([cleanCall(1)]);
  expect(show([cleanCall(1), bareToken(2)])).toBe('Error: Bearer prefix is missing');
  const burst = [2, 3, 4, 5].map(bareToken);
  expect(show(burst.slice(0, 2))).toBe('Error: Bearer prefix is missing');
  expect(show(burst)).toBe('Error: Bearer prefix is missing');
  expect(afterPause()).toBe('3 new errors, the latest: Bearer prefix is missing');
  expect(afterPause()).toBe('');
});

test('tells the same words again for another failure', async () => {
  const { show, afterPause } = await announcerOf([]);
  expect(show([bareToken(1)])).toBe('Error: Bearer prefix is missing');
  expect(afterPause()).toBe('');
  expect(show([bareToken(1), bareToken(2)])).toBe('Error: Bearer prefix is missing');
});

test('says nothing of what was there before, of clean calls, and of failures that were cleared meanwhile', async () => {
  // The list of a tab comes in portions, the newest first.
  const { show, spoken, afterPause } = await announcerOf([bareToken(0)]);
  expect(spoken()).toBe('');
  expect(show([bareToken(-1), bareToken(0), cleanCall(2)])).toBe('');
  show([bareToken(0), bareToken(3)]);
  show([bareToken(0), bareToken(3), bareToken(4)]);
  expect(show([])).toBe('');
  expect(afterPause()).toBe('');
});

test('counts in German as well', async () => {
  const { show, afterPause } = await announcerOf([], 'de');
  show([bareToken(1)]);
  show([1, 2, 3].map(bareToken));
  expect(afterPause()).toMatch(/^2 neue Fehler, der letzte: /);
});
