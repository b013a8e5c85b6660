import type { RuleTexts } from '../../rule-texts';

export const transportRules = {} as const satisfies Record<string, RuleTexts>;
