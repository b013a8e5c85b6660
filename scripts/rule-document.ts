import { CORRECTION_LANGUAGES, type Correction } from '../lib/messages/corrections';
import type { Template } from '../lib/messages/message';
import type { RuleTexts } from '../lib/messages/rule-texts';
import type { Rule } from '../lib/rules/rule';

/** What is told of one rule: by itself, in English. */
export interface RuleSource {
  readonly rule: Rule;
  readonly texts: RuleTexts;
  readonly correction: Correction;
}

const SEVERITIES = {
  error: 'error: the server refuses the call, or a secret is exposed',
  warning: 'warning: works today by luck, or works here and fails elsewhere',
  notice: 'notice: worth knowing',
} as const;
const CORRECTION_NAMES = { fetch: 'fetch', axios: 'axios', curl: 'curl', python: 'Python' } as const;

const textOf = (template: Template) => (typeof template === 'string' ? template : template.other);

/** A placeholder is told by its name; inside code it loses the braces that would look like a part of it. */
function inWords(text: string): string {
  return text.replace(/\{(\w+)\}/g, '‹$1›');
}

/** The documentation page of one rule, in Markdown. */
export function ruleDocument({ rule, texts, correction }: RuleSource): string {
  const { predicts } = rule;
  const predicted = predicts ? ` · the server answers: ${predicts.status} \`${predicts.code}\`` : '';
  const messages = Object.entries(texts.messages).map(
    ([key, message]) => `| \`${key}\` | ${inWords(textOf(message.text)).replaceAll('|', '\\|')} |`,
  );
  const corrections = CORRECTION_LANGUAGES.flatMap((language) => [
    `### ${CORRECTION_NAMES[language]}`,
    '',
    '```diff',
    correction[language],
    '```',
    '',
  ]);
  return [
    `# \`${rule.id}\``,
    '',
    `${SEVERITIES[rule.severity]}${predicted}`,
    '',
    texts.description,
    '',
    '## What it says',
    '',
    '| message | text |',
    '|---|---|',
    ...messages,
    '',
    '## What to do',
    '',
    texts.remedy,
    '',
    ...corrections,
    `Source: <${rule.documentation}>`,
    '',
  ].join('\n');
}

/** The list of all rules, in the order of the catalogue. */
export function rulesIndex(sources: readonly RuleSource[]): string {
  const rows = sources.map(({ rule, texts }) => {
    const predicted = rule.predicts ? `${rule.predicts.status} \`${rule.predicts.code}\`` : '–';
    const [message] = Object.values(texts.messages);
    const says = message ? inWords(textOf(message.short)) : '';
    return `| [\`${rule.id}\`](${rule.id}.md) | ${rule.severity} | ${says} | ${predicted} |`;
  });
  return [
    '# Rules',
    '',
    'Every mistake that the inspector finds. Written by `npm run docs` from the rules and their texts.',
    '',
    '| id | severity | says, for example | predicts |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
