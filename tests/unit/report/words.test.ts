import { expect, it } from 'vitest';
import { en } from '../../../lib/messages/en';
import { findingText } from '../../../lib/report/words';
import type { Finding } from '../../../lib/rules/rule';

const EN = { locale: 'en', ...en };
const limited: Finding = {
  rule: 'rate-limit-exceeded',
  severity: 'error',
  message: 'until',
  values: { seconds: 30, until: { at: Date.UTC(2026, 0, 1, 12) } },
  location: { type: 'response' },
};

it('names the time zone in a sentence, which is handed on, and not in a row', () => {
  expect(findingText(limited, 'text', EN)).toMatch(/try again from \d\d:00:00 [A-Z]{2}[^,]*, 30 s/);
  expect(findingText(limited, 'short', EN)).toMatch(/until \d\d:\d\d:00$/);
});
