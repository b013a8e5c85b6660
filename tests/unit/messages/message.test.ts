import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../lib/messages/message';

describe('formatMessage', () => {
  it('fills in texts and numbers as the language writes them', () => {
    const template = '`{name}` of {count}';
    expect(formatMessage(template, { name: 'a', count: 1_500 }, 'en')).toBe('`a` of 1,500');
    expect(formatMessage(template, { name: 'a', count: 1_500 }, 'de')).toBe('`a` of 1.500');
  });

  it('writes a point in time as the time of day where the reader is, with its zone if asked', () => {
    const at = new Date(2026, 0, 1, 14, 3, 44).getTime();
    expect(formatMessage('until {until}', { until: { at } }, 'en')).toBe('until 14:03:44');
    expect(formatMessage('bis {until}', { until: { at: at - 14 * 3_600_000 } }, 'de')).toBe('bis 00:03:44');
    const zoned = formatMessage('until {until}', { until: { at, inZone: true } }, 'en');
    expect(zoned).toMatch(/^until 14:03:44 [A-Z]{2}/);
    expect(formatMessage('{until}', { until: { at: 1e20 } }, 'en')).toBe('—');
    expect(formatMessage('{until}', { until: { at, isDated: true } }, 'en')).toBe('Jan 1, 14:03:44');
    expect(formatMessage('{until}', { until: { at, isDated: true } }, 'de')).toBe('1. Jan., 14:03:44');
  });

  it('chooses the plural form by the count', () => {
    const template = { one: 'one call', other: '{count} calls' };
    expect(formatMessage(template, { count: 1 }, 'en')).toBe('one call');
    expect(formatMessage(template, { count: 0 }, 'en')).toBe('0 calls');
    expect(formatMessage(template, {}, 'en')).toBe('{count} calls');
  });

  it('leaves a placeholder without a value in sight, and fills no value in twice', () => {
    expect(formatMessage('{a} {b}', { a: '{b}' }, 'en')).toBe('{b} {b}');
  });
});
