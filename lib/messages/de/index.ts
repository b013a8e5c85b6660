import type { Catalogue } from '../catalogue';
import { diagnosis } from './diagnosis';
import { input } from './input';
import { interfaceTexts } from './interface';
import { report } from './report';
import { answeredRules } from './rules/answered';
import { credentialRules } from './rules/credentials';
import { sentRules } from './rules/sent';
import { transportRules } from './rules/transport';

/** German. */
export const de = {
  rules: { ...credentialRules, ...transportRules, ...sentRules, ...answeredRules },
  diagnosis,
  input,
  report,
  interface: interfaceTexts,
} as const satisfies Catalogue;
