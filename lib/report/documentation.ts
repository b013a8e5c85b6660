import { RULES } from '../rules/index';

/** By rule, the address of the page that says so. */
export const DOCUMENTATION: ReadonlyMap<string, string> = new Map(
  RULES.map(({ id, documentation }) => [id, documentation]),
);
