import { describe, expect, test } from 'vitest';
import { takeAnatomies } from '../../../lib/exchange/credential';
import { type CredentialCell, credentialCells } from '../../../lib/report/credential-cells';
import { credentialText } from '../../../lib/report/credential-text';
import { FAKE_KEY } from '../support/exchange-of';

/** A drawing in one line: `[SP]` unexpected, `{…}` wrong, `#n` hidden, `!n` absent, `␣` lawful. */
function drawn(name: string, value: string): string {
  const [anatomy] = takeAnatomies([{ name, value }]).anatomies;
  if (anatomy === undefined) return '';
  const sign = (cell: CredentialCell): string => {
    switch (cell.type) {
      case 'scheme':
      case 'shown':
        return cell.text;
      case 'wrong':
        return `{${cell.text}}`;
      case 'hidden':
        return `#${cell.count}`;
      case 'absent':
        return `!${cell.count}`;
      case 'lawful-space':
        return '␣';
      case 'unexpected':
        return `[${cell.label}]`;
      case 'redacted':
        return '?';
    }
  };
  return credentialCells(anatomy).map(sign).join('');
}

const KEY = 'ifz_#250001';

describe('cells', () => {
  test.each([
    ['Infuzu-API-Key', FAKE_KEY, KEY],
    ['Authorization', `Bearer ${FAKE_KEY}`, `Bearer␣${KEY}`],
    ['Authorization', FAKE_KEY, `!7${KEY}`],
    ['Authorization', `Bearer${FAKE_KEY}`, `Bearer!1${KEY}`],
    ['Authorization', `Bearer\t${FAKE_KEY}`, `Bearer[TAB]${KEY}`],
    ['Authorization', `Bearer  ${FAKE_KEY}`, `Bearer␣[+ SP]${KEY}`],
    ['Authorization', 'Bearer', 'Bearer'],
    ['Infuzu-API-Key', `${FAKE_KEY} `, `${KEY}[SP]`],
    ['Infuzu-API-Key', `\u00a0${FAKE_KEY}\n`, `[NBSP]${KEY}[LF]`],
    ['Infuzu-API-Key', `"${FAKE_KEY}"`, `{"}${KEY}{"}`],
    ['Infuzu-API-Key', 'undefined', '{undefined}'],
    ['Infuzu-API-Key', '', '!1'],
    ['Infuzu-API-Key', 'FAKEshort', '#9'],
    ['Authorization', '[redacted]', '?'],
    ['Authorization', 'Bearer <REMOVED>', 'Bearer␣?'],
    ['Infuzu-API-Key', `${FAKE_KEY.slice(0, 10)}\u200b${FAKE_KEY.slice(10)}`, 'ifz_#6[ZWSP]#190001'],
    ['Infuzu-API-Key', `${FAKE_KEY.slice(0, 10)} ${FAKE_KEY.slice(10)}`, 'ifz_#6[SP]#190001'],
  ])('%s: %j', (name, value, drawing) => {
    expect(drawn(name, value)).toBe(drawing);
  });

  test('a mark in the place of a key is written as one', () => {
    const { anatomies } = takeAnatomies([{ name: 'Authorization', value: 'Bearer REDACTED' }]);
    expect(credentialText(anatomies[0] ?? expect.fail())).toBe('Bearer [redacted]');
  });

  test('no more than eight characters of a key are ever drawn', () => {
    const shown = credentialCells(
      takeAnatomies([{ name: 'Infuzu-API-Key', value: FAKE_KEY }]).anatomies[0] ?? expect.fail(),
    ).flatMap((cell) => (cell.type === 'shown' ? [cell.text] : []));
    expect(shown.join('')).toHaveLength(8);
  });

  test('a very long key costs a handful of cells', () => {
    const [anatomy] = takeAnatomies([{ name: 'Infuzu-API-Key', value: 'FAKE'.repeat(3_000) }]).anatomies;
    expect(anatomy && credentialCells(anatomy)).toHaveLength(9);
  });
});
