import type { Catalogue } from '../catalogue';
import { diagnosis } from './diagnosis';
import { input } from './input';
import { answeredRules } from './rules/answered';
import { sentRules } from './rules/sent';
import { transportRules } from './rules/transport';

/** German. */
export const de = {
  rules: { ...transportRules, ...sentRules, ...answeredRules },
  diagnosis,
  input,
  interface: {},
} as const satisfies Catalogue;
