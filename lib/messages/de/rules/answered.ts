import type { RuleTexts } from '../../rule-texts';

export const answeredRules = {} as const satisfies Record<string, RuleTexts>;
