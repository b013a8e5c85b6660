import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CORRECTIONS } from '../lib/messages/all-corrections';
import { CORRECTION_LANGUAGES } from '../lib/messages/corrections';
import { de } from '../lib/messages/de/index';
import { en } from '../lib/messages/en/index';
import type { Template } from '../lib/messages/message';
import type { RuleTexts } from '../lib/messages/rule-texts';
import { RULES } from '../lib/rules/index';
import { ruleDocuments } from '../scripts/rule-documents';
import { SCENARIOS } from './e2e/scenarios/index';
import { readSource, sourceFiles } from './unit/support/source-files';
import { formsOf, placeholdersOf } from './unit/support/template';

const LANGUAGES: readonly { name: string; rules: Readonly<Record<string, RuleTexts>> }[] = [
  { name: 'en', rules: en.rules },
  { name: 'de', rules: de.rules },
];
const IDS = RULES.map(({ id }) => id);
const RULE_FILES = sourceFiles('lib/rules', ['.ts']).filter(({ text }) => /^export default /m.test(text));

const sorted = (items: Iterable<string>) => [...items].sort();
const fileOf = (path: string) => path.replace(/^.*\//, '').replace(/\.\w+$/, '');

/** Long runs of letters and digits mixed: what a key looks like, and no word does. */
const KEY_LIKE = /(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{20,}/i;

/** The messages that a rule names where it makes a finding; what it only compares with is none. */
function messagesNamedIn(source: string): string[] {
  const found = source.matchAll(/\bmessage:((?:[^,{}]|\{[^{}]*\})*)/g);
  return [...found].flatMap(([, expression = '']) =>
    [...expression.replace(/[!=]==\s*'[^']*'/g, '').matchAll(/'([^']+)'/g)].map(([, key]) => key ?? ''),
  );
}

describe('every rule', () => {
  it('is registered, and once', () => {
    expect(sorted(IDS)).toEqual(sorted(RULE_FILES.map(({ path }) => fileOf(path))));
    expect(new Set(IDS).size).toBe(IDS.length);
  });

  it.each(RULE_FILES)('has the id of its file: $path', ({ path, text }) => {
    expect(text).toContain(`id: '${fileOf(path)}'`);
  });

  it('has texts in every language, and no language has others', () => {
    for (const { rules } of LANGUAGES) expect(sorted(Object.keys(rules))).toEqual(sorted(IDS));
  });

  it('has a correction', () => {
    expect(sorted(Object.keys(CORRECTIONS))).toEqual(sorted(IDS));
  });

  it('has a page in docs/rules that is up to date: run `npm run docs`', () => {
    const documents = ruleDocuments();
    expect(sorted(readdirSync(new URL('../docs/rules/', import.meta.url)))).toEqual(sorted(documents.keys()));
    for (const [name, text] of documents) expect(readSource(`docs/rules/${name}`), name).toBe(text);
  });

  it('points to its source', () => {
    for (const { documentation } of RULES) expect(documentation).toMatch(/^https:\/\//);
  });
});

describe.each(IDS)('%s', (id) => {
  const source = readSource(`lib/rules/${id}.ts`);

  it('has cases of all three kinds', () => {
    const test = readSource(`tests/unit/rules/${id}.test.ts`);
    expect(test).toContain(`ruleCases('${id}', {`);
    for (const kind of ['fires', 'silent', 'notApplicable'])
      expect(test).toMatch(new RegExp(`\\b${kind}\\b`));
  });

  it.each(LANGUAGES)('says in $name what, why and how to mend it', ({ rules }) => {
    const texts = rules[id];
    if (texts === undefined) return expect.unreachable();
    for (const whole of [texts.description, texts.remedy]) expect(whole).toMatch(/[.)]$/);
    const fixed = [texts.description, texts.remedy];
    expect(fixed.flatMap(placeholdersOf)).toEqual([]);
    const templates = Object.values(texts.messages).flatMap(({ short, text, remedy }): Template[] => [
      short,
      text,
      ...(remedy === undefined ? [] : [remedy]),
    ]);
    for (const text of [...fixed, ...templates.flatMap(formsOf)]) {
      expect(text).not.toMatch(/!(?:\s|$)/);
      expect(text).not.toMatch(KEY_LIKE);
      expect(text.split('`').length % 2, `backticks of: ${text}`).toBe(1);
    }
  });

  it('has the texts of every message that its source names', () => {
    for (const { rules } of LANGUAGES) {
      expect(Object.keys(rules[id]?.messages ?? {})).toEqual(expect.arrayContaining(messagesNamedIn(source)));
    }
  });

  it('has no text that no source or test knows', () => {
    const helpers = readSource('lib/rules/per-credential.ts');
    const known = [source, readSource(`tests/unit/rules/${id}.test.ts`), helpers].join('\n');
    // A key can be put together: `trimmed-${where}`.
    const prefixes = ['', ...[...source.matchAll(/`([a-z-]+-)\$\{/g)].map(([, prefix]) => prefix ?? '')];
    const isKnown = (key: string) =>
      prefixes.some((prefix) => key.startsWith(prefix) && known.includes(key.slice(prefix.length)));
    const keys = Object.keys(LANGUAGES[0]?.rules[id]?.messages ?? {});
    expect(keys.filter((key) => !isKnown(key))).toEqual([]);
  });

  it('has the same placeholders in every language', () => {
    const [first, ...others] = LANGUAGES.map(({ rules }) =>
      Object.entries(rules[id]?.messages ?? {}).map(([key, { short, text, remedy = '' }]) => [
        key,
        sorted(new Set([short, text, remedy].flatMap(placeholdersOf))),
      ]),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(CORRECTION_LANGUAGES)('is corrected in %s, as a diff', (language) => {
    const lines = CORRECTIONS[id]?.[language].split('\n') ?? [];
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(/^(?:[-+] |[-+]$| {2}|$)/);
      expect(line.length).toBeLessThanOrEqual(110);
      expect(line).not.toMatch(KEY_LIKE);
    }
  });
});

describe('every end-to-end scenario', () => {
  it('has a title of its own', () => {
    const titles = SCENARIOS.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('says in one sentence why a browser cannot be asked, and is for at least one', () => {
    for (const { title, not = {} } of SCENARIOS) {
      const reasons = Object.values(not);
      for (const reason of reasons) expect(reason, title).toMatch(/^\p{Lu}(?:[^.!?]|[.!?](?!\s|$))+\.$/u);
      expect(reasons.length, title).toBeLessThan(2);
    }
  });
});

/** Relative luminance of `#rrggbb` or `#rgb`: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: string): number {
  const [, r = '', g = '', b = ''] = /^#(..?)(..?)(..?)$/.exec(color) ?? [];
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((part) => {
    const value = Number.parseInt(part.padEnd(2, part), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the icon', () => {
  const drawing = readSource('public/icon.svg');

  it('brings its own ground, so that one icon does for light and dark toolbars', () => {
    const [, ground = ''] = /<rect width="16" height="16"[^>]* fill="(#\w+)"/.exec(drawing) ?? [];
    const [, figure = ''] = /<path [^>]*stroke="(#\w+)"/.exec(drawing) ?? [];
    const both = [luminance(ground), luminance(figure)];
    expect((Math.max(...both) + 0.05) / (Math.min(...both) + 0.05)).toBeGreaterThan(3);
  });

  it('has no colour of the context: that is black in a toolbar of Firefox', () => {
    expect(drawing).not.toContain('context-');
  });
});

describe('every permission', () => {
  const lists = readSource('wxt.config.ts').matchAll(/permissions: \[([^\]]*)\]/g);
  const permissions = [...lists].flatMap(([, list = '']) => list.match(/(?<=')[^',]+(?=')/g) ?? []);

  it('has one line in the table of the README, and no other has one', () => {
    const [, table = ''] = readSource('README.md').split('## What each permission is for');
    const cells = [...table.matchAll(/^\| (`.*?) \|/gm)].map(([, cell = '']) => cell);
    expect(permissions).toContain('webRequest');
    expect(sorted(cells.flatMap((cell) => cell.match(/(?<=`)[^`,]+(?=`)/g) ?? []))).toEqual(
      sorted(permissions.filter((name) => name.trim() !== '')),
    );
  });

  it('is named on the welcome page', () => {
    const lists = readSource('components/options/welcome.tsx').matchAll(/permissions: '([^']+)'/g);
    expect(sorted([...lists].flatMap(([, list = '']) => list.split(', ')))).toEqual(
      sorted(permissions.filter((name) => /^\w+$/.test(name))),
    );
  });

  it('is asked for in one place', () => {
    const product = ['components', 'entrypoints', 'lib'].flatMap((at) => sourceFiles(at, ['.ts', '.tsx']));
    const asking = product.filter(({ text }) => /permissions\??\.request\(/.test(text));
    expect(asking.map(({ path }) => path)).toEqual(['lib/platform/site-access.ts']);
  });
});
