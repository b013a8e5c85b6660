import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hueOf } from '../../../components/ui/key-tag';

const read = (name: string) =>
  readFileSync(new URL(`../../../components/ui/${name}`, import.meta.url), 'utf8');
const TOKENS = read('tokens.css');
const MODES = ['light', 'dark'] as const;

/** A token's colour in one mode, down to its channels from 0 to 1. */
function channelsOf(token: string, mode: (typeof MODES)[number]): number[] {
  const value = new RegExp(`--${token}: ([^;]+);`).exec(TOKENS)?.[1] ?? '';
  const [light, dark = light] = [...value.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name);
  const next = mode === 'light' ? light : dark;
  if (next !== undefined) return channelsOf(next, mode);
  return [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16) / 255);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(channels: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: readonly number[], b: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** In degrees. */
function angleOf([r = 0, g = 0, b = 0]: readonly number[]): number {
  const range = Math.max(r, g, b) - Math.min(r, g, b);
  const sixth =
    Math.max(r, g, b) === r
      ? (g - b) / range
      : Math.max(r, g, b) === g
        ? 2 + (b - r) / range
        : 4 + (r - g) / range;
  return (sixth * 60 + 360) % 360;
}

const KEYS = Array.from({ length: 8 }, (_, i) => hueOf(i + 1));

it('tells eight keys apart, and then begins anew', () => {
  expect(new Set(KEYS).size).toBe(8);
  expect(hueOf(9)).toBe(hueOf(1));
});

describe.each(MODES)('the hues of keys, %s', (mode) => {
  it.each(KEYS)('%i can be read on its fill and on the rows', (hue) => {
    for (const ground of [`key-${hue}-fill`, 'surface', 'hover', 'selection'])
      expect(contrast(channelsOf(`key-${hue}`, mode), channelsOf(ground, mode))).toBeGreaterThan(4.5);
  });

  it('are far from each other', () => {
    const angles = KEYS.map((hue) => angleOf(channelsOf(`key-${hue}`, mode))).sort((a, b) => a - b);
    const steps = angles.map((angle, i) => (angles[i + 1] ?? (angles[0] ?? 0) + 360) - angle);
    expect(Math.min(...steps)).toBeGreaterThan(20);
  });
});

it.each(KEYS)('%i has a rule, and is none where the user asks for contrast', (hue) => {
  expect(read('controls.css')).toContain(`.key-tag[data-hue="${hue}"]`);
  expect(read('contrast.css').match(new RegExp(`--key-${hue}: `, 'g'))).toHaveLength(2);
});
