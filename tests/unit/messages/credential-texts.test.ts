import { describe, expect, it } from 'vitest';
import { takeAnatomies } from '../../../lib/exchange/credential';
import type { Exchange } from '../../../lib/exchange/exchange';
import { present } from '../../../lib/exchange/presence';
import { CORRECTION_LANGUAGES } from '../../../lib/messages/corrections';
import { credentialCorrections } from '../../../lib/messages/corrections-credentials';
import { credentialRules as de } from '../../../lib/messages/de/rules/credentials';
import { credentialRules as en } from '../../../lib/messages/en/rules/credentials';
import { formatMessage } from '../../../lib/messages/message';
import type { RuleTexts } from '../../../lib/messages/rule-texts';
import { applyRules, findingsOf } from '../../../lib/rules/engine';
import type { Finding } from '../../../lib/rules/rule';
import { type CallDescription, exchangeOf, FAKE_KEY as K, OTHER_FAKE_KEY as L } from '../support/exchange-of';

/** Header fields that bring about every message of the rules about credentials, none left out. */
const CALLS: readonly (readonly (readonly [string, string])[])[] = [
  [],
  [['X-API-Key', K]],
  [['Authorisation', K]],
  [['infuzu-api-key', K]],
  [
    ['Infuzu-API-Key', K],
    ['Authorization', `Bearer ${K}`],
  ],
  [
    ['Infuzu-API-Key', K],
    ['Authorization', `Bearer ${L}`],
  ],
  [
    ['Infuzu-API-Key', K],
    ['X-Infuzu-API-Key', K],
    ['Authorization', `Bearer ${K}`],
  ],
  [
    ['Infuzu-API-Key', K],
    ['X-Infuzu-API-Key', L],
    ['Authorization', `Bearer ${K}`],
  ],
  [
    ['Infuzu-API-Key', K],
    ['Infuzu-API-Key', K],
  ],
  [
    ['Infuzu-API-Key', K],
    ['Infuzu-API-Key', L],
  ],
  ...[
    `${K}, ${K}`,
    `${K}, ${L}`,
    '',
    ' ',
    `Bearer ${K}`,
    ` ${K}`,
    `${K} `,
    ` ${K} `,
    'ifz FAKE',
    ' ifz FAKE',
    `"${K}"`,
    `"${K}`,
    '""',
    'your_api_key',
    '{{api_key}}',
    'INFUZU_API_KEY',
    'undefined',
    `${K}\u200b`,
    `${K}\u200b\u200b`,
  ].map((value) => [['Infuzu-API-Key', value] as const]),
  ...[
    K,
    'Bearer',
    `Bearer Bearer ${K}`,
    `Bearer${K}`,
    `Bearer:${K}`,
    `Bearer  ${K}`,
    `Bearer\t${K}`,
    `Bearer\u00a0${K}`,
    `Bearer ${K} ${L}`,
    `bearer ${K}`,
    `Token ${K}`,
    `Baerer ${K}`,
    `Foo ${K}`,
    `"Bearer ${K}"`,
    `\ufeffBearer ${K}`,
    `\ufeffBearer ${K}\ufeff`,
  ].map((value) => [['Authorization', value] as const]),
];

function changed(written: string, call?: CallDescription): Exchange {
  const { anatomies } = takeAnatomies([{ name: 'Infuzu-API-Key', value: written }]);
  return { ...exchangeOf(call), written: present({ api: 'fetch', credentials: anatomies }) };
}

const EXCHANGES = [
  ...CALLS.map((headers) => exchangeOf({ headers, initiator: { page: true } })),
  ...[` ${K}`, `${K} `, ` ${K} `].map((written) => changed(written)),
  changed(K, { headers: [['Sec-Fetch-Mode', 'no-cors']] }),
  { ...exchangeOf({ headers: [] }), written: present({ api: 'sendBeacon' as const, credentials: [] }) },
  exchangeOf({ url: `https://chat.infuzu.com/api/llm-response?api_key=${K}`, headers: [] }),
  exchangeOf({ headers: [], leftOut: ['Authorization'] }),
  exchangeOf({ source: 'curl', headers: [['Authorization', 'Bearer $KEY']] }),
];
const FINDINGS: Finding[] = EXCHANGES.flatMap((exchange) => findingsOf(applyRules(exchange))).filter(
  ({ rule }) => rule in en,
);

describe.each([
  ['en', en as Readonly<Record<string, RuleTexts>>],
  ['de', de as Readonly<Record<string, RuleTexts>>],
])('the texts of the rules about credentials in %s', (locale, texts) => {
  it('are there for every finding, and no message is without one', () => {
    const told = new Set(FINDINGS.map(({ rule, message }) => `${rule} ${message}`));
    const written = Object.entries(texts).flatMap(([rule, { messages }]) =>
      Object.keys(messages).map((message) => `${rule} ${message}`),
    );
    expect([...told].sort()).toEqual(written.sort());
  });

  it.each(FINDINGS.map((finding) => [`${finding.rule} ${finding.message}`, finding] as const))(
    'of %s are filled in, short and calm',
    (_, { rule, message, values }) => {
      const { short, text } = texts[rule]?.messages[message] ?? { short: '', text: '' };
      const shortText = formatMessage(short, values, locale);
      const wholeText = formatMessage(text, values, locale);
      expect(shortText.length).toBeLessThan(80);
      expect(shortText).not.toMatch(/[.!]$/);
      expect(wholeText).toMatch(/[^.]\.$/);
      for (const filled of [shortText, wholeText]) {
        expect(filled).not.toMatch(
          /\{(?:header|count|characters|first|second|third|scheme|documented|open|close|quote|placeholder)\}|!|FAKEkey/,
        );
        expect(filled.split('`').length % 2).toBe(1);
      }
    },
  );
});

describe('the corrections of the rules about credentials', () => {
  it('are there for every rule', () => {
    expect(Object.keys(credentialCorrections).sort()).toEqual(Object.keys(en).sort());
  });
  it.each(Object.entries(credentialCorrections))('of %s are diffs in every language', (_, correction) => {
    for (const language of CORRECTION_LANGUAGES) {
      const lines = correction[language].split('\n');
      for (const line of lines) expect(line).toMatch(/^(?:- |\+ | {2})\S|^[-+] {3}\S|^ {4}\S/);
      expect(lines.length).toBeGreaterThan(0);
    }
    expect(correction.fetch).toMatch(/^[-+] /m);
    expect(correction.python).toMatch(/^[-+] /m);
  });
});
