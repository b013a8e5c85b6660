import { BROWSER_MADE_SCENARIOS } from './browser-made';
import { CLIENT_SCENARIOS } from './clients';
import { CONCURRENCY_SCENARIOS } from './concurrency';
import { DETAIL_SCENARIOS } from './detail';
import { EXTENSION_PAGE_SCENARIOS } from './extension-pages';
import { LIFE_SCENARIOS } from './life';
import { LOG_SCENARIOS } from './log';
import { NETWORK_SCENARIOS } from './network';
import { PAGE_SCENARIOS } from './pages';
import { PERMISSION_SCENARIOS } from './permissions';
import { RECORDING_SCENARIOS } from './recording';
import { REFUSAL_SCENARIOS } from './refusals';
import { RULE_SCENARIOS } from './rules';
import type { Scenario } from './scenario';
import { SECRET_SCENARIOS } from './secrets';
import { TRANSPARENCY_SCENARIOS } from './transparency';

/** In the order of the parity table. */
export const SCENARIOS: readonly Scenario[] = [
  ...RULE_SCENARIOS,
  ...NETWORK_SCENARIOS,
  ...BROWSER_MADE_SCENARIOS,
  ...REFUSAL_SCENARIOS,
  ...PAGE_SCENARIOS,
  ...CLIENT_SCENARIOS,
  ...TRANSPARENCY_SCENARIOS,
  ...LIFE_SCENARIOS,
  ...LOG_SCENARIOS,
  ...RECORDING_SCENARIOS,
  ...CONCURRENCY_SCENARIOS,
  ...PERMISSION_SCENARIOS,
  ...DETAIL_SCENARIOS,
  ...EXTENSION_PAGE_SCENARIOS,
  ...SECRET_SCENARIOS,
];
