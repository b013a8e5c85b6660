import type { Catalogue } from '../catalogue';
import { answeredRules } from './rules/answered';
import { sentRules } from './rules/sent';
import { transportRules } from './rules/transport';

/** German. */
export const de = {
  rules: { ...transportRules, ...sentRules, ...answeredRules },
  diagnosis: {},
  interface: {},
} as const satisfies Catalogue;
