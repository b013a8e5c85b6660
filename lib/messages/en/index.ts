import type { Catalogue } from '../catalogue';
import { diagnosis } from './diagnosis';
import { input } from './input';
import { interfaceTexts } from './interface';
import { report } from './report';
import { answeredRules } from './rules/answered';
import { credentialRules } from './rules/credentials';
import { sentRules } from './rules/sent';
import { transportRules } from './rules/transport';

/** English, the language that every text is written in first. */
export const en = {
  rules: { ...credentialRules, ...transportRules, ...sentRules, ...answeredRules },
  diagnosis,
  input,
  report,
  interface: interfaceTexts,
} as const satisfies Catalogue;
