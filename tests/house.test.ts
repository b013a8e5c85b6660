import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  importsOf,
  linesWith,
  type SourceFile,
  sourceFiles,
  withoutComments,
} from './unit/support/source-files';

/** What each folder may import, by the law of ARCHITECTURE.md. `types`: only what is gone when the code runs. */
const LAW: Readonly<
  Record<string, { readonly values: readonly string[]; readonly types?: readonly string[] }>
> = {
  api: { values: [] },
  exchange: { values: ['api'] },
  observe: { values: ['exchange', 'api'], types: ['probe'] },
  join: { values: ['exchange', 'api'] },
  probe: { values: ['api'] },
  rules: { values: ['exchange', 'api'], types: ['messages'] },
  diagnosis: { values: ['rules', 'exchange', 'api'], types: ['messages'] },
  report: { values: ['diagnosis', 'rules', 'exchange', 'api', 'messages'] },
  store: {
    values: ['report', 'diagnosis', 'rules', 'join', 'observe', 'exchange', 'api'],
    types: ['messages'],
  },
  messages: { values: [], types: ['api'] },
  messaging: { values: ['store', 'exchange', 'api'], types: ['observe'] },
  platform: { values: ['messaging', 'store', 'join', 'observe', 'probe', 'exchange', 'api'] },
  components: {
    values: ['store', 'report', 'diagnosis', 'rules', 'exchange', 'api', 'messages'],
    types: ['observe'],
  },
  entrypoints: {
    values: [
      'components',
      'platform',
      'messaging',
      'store',
      'report',
      'diagnosis',
      'observe',
      'probe',
      'exchange',
      'api',
      'messages',
    ],
  },
};

/** The packages that stand for the browser, and those who may know it. */
const BROWSER_PACKAGES = /^(?:wxt(?:\/|$)|webextension-polyfill$)/;
const TOUCHES_BROWSER = /^(?:lib\/platform|entrypoints)\//;

/** `lib/rules/engine.ts` lives in `rules`, `components/ui/button.tsx` in `components`. */
function houseOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'lib' ? second : top;
}

/** The imports of a file that the law does not allow, as `path:line imports specifier`. */
function offencesOf(file: SourceFile): string[] {
  const house = houseOf(file.path);
  const { values = [], types = [] } = LAW[house] ?? {};
  return importsOf(file)
    .filter(({ target, typeOnly }) => {
      if (target === undefined) return false;
      return ![house, ...values, ...(typeOnly ? types : [])].includes(houseOf(target));
    })
    .map(({ line, specifier }) => `${file.path}:${line} imports ${specifier}`);
}

const FILES = ['lib', 'components', 'entrypoints'].flatMap((folder) => sourceFiles(folder, ['.ts', '.tsx']));
const TEXTS = ['lib', 'components', 'entrypoints', 'scripts', 'docs', 'tests', 'public'].flatMap((folder) =>
  sourceFiles(folder, ['.ts', '.tsx', '.mjs', '.md', '.json', '.html', '.css']),
);

describe('the house', () => {
  it('has a law for every folder', () => {
    expect([...new Set(FILES.map(({ path }) => houseOf(path)))].filter((house) => !(house in LAW))).toEqual(
      [],
    );
  });

  it('imports one way only', () => {
    expect(FILES.flatMap(offencesOf)).toEqual([]);
  });

  it('touches the browser in lib/platform and entrypoints only', () => {
    const inside = FILES.filter(({ path }) => !TOUCHES_BROWSER.test(path));
    const imports = inside.flatMap((file) =>
      importsOf(file)
        .filter(({ specifier }) => BROWSER_PACKAGES.test(specifier))
        .map(({ line, specifier }) => `${file.path}:${line} imports ${specifier}`),
    );
    const globals = inside.flatMap(({ path, text }) =>
      linesWith({ path, text: withoutComments(text) }, /(?<![\w.'`/-])(?:browser|chrome)\.[a-z]\w*/),
    );
    expect([...imports, ...globals]).toEqual([]);
  });

  it('writes no markup from text', () => {
    const markup = /innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write/;
    expect(
      FILES.flatMap(({ path, text }) => linesWith({ path, text: withoutComments(text) }, markup)),
    ).toEqual([]);
  });

  it('keeps files short', () => {
    const styles = sourceFiles('components', ['.css']);
    const lengths = [...FILES, ...styles].map(({ path, text }) => ({
      path,
      lines: text.split('\n').length - 1,
    }));
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  it('names colours once, in the palette, which only the tokens know', () => {
    const palette = /^:root \{[^}]+\}/m.exec(readFileSync('components/ui/tokens.css', 'utf8'))?.[0] ?? '';
    const names = [...palette.matchAll(/--([\w-]+):/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(50);
    const styles = sourceFiles('components', ['.css']).map(({ path, text }) => ({
      path,
      text: text.replace(palette, ''),
    }));
    const others = styles.filter(({ path }) => !/ui\/(?:tokens|contrast)\.css$/.test(path));
    const known = new RegExp(`var\\(--(?:${names.join('|')})\\)`);
    expect([
      ...styles.flatMap((file) => linesWith(file, /#[\da-f]{3,8}\b(?=[^{]*;)/i)),
      ...others.flatMap((file) => linesWith(file, known)),
    ]).toEqual([]);
  });

  it('names no path of a machine', () => {
    const machine = /(?<![\w.])\/(?:home|root|work|Users)\/[\w.-]+|[A-Z]:\\Users\\/;
    expect(TEXTS.flatMap((file) => linesWith(file, machine))).toEqual([]);
  });

  it('ignores no type error and leaves nothing to do', () => {
    const marks = new RegExp(
      ['@ts-', 'ignore|@ts-', 'expect-error|@ts-', 'nocheck|\\bTO', 'DO\\b|\\bFIX', 'ME\\b'].join(''),
    );
    const code = FILES.map(({ path, text }) => ({ path, text: text.replace(/'(?:[^'\\\n]|\\.)*'/g, "''") }));
    expect(code.flatMap((file) => linesWith(file, marks))).toEqual([]);
  });
});

describe('the scan itself', () => {
  it.each([
    ['lib/api/a.ts', "import { b } from '../rules/b';"],
    ['lib/rules/a.ts', "import { en } from '../messages/en';"],
    ['lib/exchange/a.ts', "import type { Rule } from '../rules/rule';"],
    ['lib/store/a.ts', "const b = await import('../platform/b');"],
  ])('finds what %s may not do: %s', (path, text) => {
    expect(offencesOf({ path, text: `\n${text}` })).toHaveLength(1);
  });

  it('lets types of texts into the rules', () => {
    const text = "import type { MessageValues } from '../messages/message';";
    expect(offencesOf({ path: 'lib/rules/a.ts', text })).toEqual([]);
  });

  it('sees every form of import', () => {
    const text = [
      "import a from '../api/units';",
      "import type { B } from '../messages/message';",
      'import {',
      '  c,',
      "} from './c';",
      "export { d } from './d';",
      "import './style.css';",
      "const e = await import('../../components/e');",
      "import preact from 'preact';",
    ].join('\n');
    expect(importsOf({ path: 'lib/rules/x.ts', text })).toEqual([
      { line: 1, specifier: '../api/units', target: 'lib/api/units', typeOnly: false },
      { line: 2, specifier: '../messages/message', target: 'lib/messages/message', typeOnly: true },
      { line: 3, specifier: './c', target: 'lib/rules/c', typeOnly: false },
      { line: 6, specifier: './d', target: 'lib/rules/d', typeOnly: false },
      { line: 7, specifier: './style.css', target: 'lib/rules/style.css', typeOnly: false },
      { line: 8, specifier: '../../components/e', target: 'components/e', typeOnly: false },
      { line: 9, specifier: 'preact', target: undefined, typeOnly: false },
    ]);
  });

  it('leaves out comments and keeps the lines', () => {
    expect(withoutComments('/** a */\ncode(); // b\n// c\n/*\n d\n*/\nmore();')).toBe(
      '\ncode();\n\n\n\n\nmore();',
    );
  });
});
