import type { RuleTexts } from '../../rule-texts';

export const sentRules = {} as const satisfies Record<string, RuleTexts>;
