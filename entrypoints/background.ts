import { defineBackground } from 'wxt/utils/define-background';
import { INFUZU_MATCH_PATTERN } from '../lib/api/hosts';
import { startBackground } from '../lib/platform/background';

export default defineBackground({
  type: 'module',
  // Everything that wakes a stopped background is registered in this first turn.
  main() {
    startBackground([INFUZU_MATCH_PATTERN]);
  },
});
