import { describe, expect, it } from 'vitest';
import {
  codePointNotation,
  describeCharacter,
  isInvisible,
  isVisibleAscii,
  isWhiteSpace,
  trimWhiteSpace,
} from '../../../lib/exchange/characters';

const WHITE_SPACE = [
  9, 10, 11, 12, 13, 32, 0x85, 0xa0, 0x1680, 0x2000, 0x2003, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
];
const INVISIBLE = [0xad, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x202e, 0x2060, 0xfeff];

describe('characters', () => {
  it.each(WHITE_SPACE)('U+%# is white space and nothing else', (codePoint) => {
    const character = String.fromCodePoint(codePoint);
    expect(isWhiteSpace(character)).toBe(true);
    expect(isInvisible(character)).toBe(false);
    expect(isVisibleAscii(character)).toBe(false);
  });
  it.each(INVISIBLE)('%i is invisible and no white space', (codePoint) => {
    const character = String.fromCodePoint(codePoint);
    expect(isWhiteSpace(character)).toBe(false);
    expect(isInvisible(character)).toBe(true);
  });
  it.each(['!', '~', 'a', '0', '"', '='])('%s is visible ASCII', (character) => {
    expect(isVisibleAscii(character)).toBe(true);
    expect(isWhiteSpace(character)).toBe(false);
  });
  it.each(['', ' ', '\u007f', '\u0000', 'é', '–', '🔑', 'ab'])('%j is not', (character) => {
    expect(isVisibleAscii(character)).toBe(false);
  });

  it.each([
    [0xa0, 'NO-BREAK SPACE (U+00A0)'],
    [32, 'SPACE (U+0020)'],
    [9, 'TAB (U+0009)'],
    [10, 'LINE FEED (U+000A)'],
    [0x200b, 'ZERO WIDTH SPACE (U+200B)'],
    [0xfeff, 'BYTE ORDER MARK (U+FEFF)'],
    [0x2013, 'EN DASH (U+2013)'],
    [1, 'CONTROL CHARACTER (U+0001)'],
    [0x1f511, 'U+1F511'],
  ])('describes %i', (codePoint, text) => {
    expect(describeCharacter(codePoint)).toBe(text);
  });
  it('pads the notation to four digits', () => {
    expect(codePointNotation(0xe9)).toBe('U+00E9');
  });
  it.each([
    [' a ', { start: 1, end: 2 }],
    ['\u00a0\ta b\n', { start: 2, end: 5 }],
    ['   ', { start: 3, end: 3 }],
    ['', { start: 0, end: 0 }],
    ['\ufeffa', { start: 0, end: 2 }],
  ])('trims %j', (text, range) => {
    expect(trimWhiteSpace([...text])).toEqual(range);
  });
});
