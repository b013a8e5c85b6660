import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../lib/api/edit-distance';

describe('editDistance', () => {
  it.each([
    ['bearer', 'bearer', 0],
    ['baerer', 'bearer', 1],
    ['bear', 'bearer', 2],
    ['bearrer', 'bearer', 1],
    ['barer', 'bearer', 1],
    ['inzufu', 'infuzu', 2],
    ['', 'ab', 2],
    ['ab', '', 2],
    ['authorisation', 'authorization', 1],
  ])('%s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });
  it.each([
    ['basic', 'bearer'],
    ['token', 'bearer'],
    ['a', 'bearer'],
    ['bearer'.repeat(10), 'bearer'],
  ])('%s to %s is over the limit', (a, b) => {
    expect(editDistance(a, b, 2)).toBe(3);
  });
});
