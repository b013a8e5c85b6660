import credentialsMissing from './credentials-missing';
import type { Rule } from './rule';

/** Every rule, in the order of the catalogue: among findings of one severity the earlier rule speaks first. */
export const RULES: readonly Rule[] = [credentialsMissing];
