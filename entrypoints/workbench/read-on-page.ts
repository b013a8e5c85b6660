import type { Salt } from '../../lib/exchange/fingerprint';
import { decodeFile } from '../../lib/observe/decode-file';
import { judgeInput } from '../../lib/store/judged-input';
import { ownHostPatterns, type Settings } from '../../lib/store/settings';
import type { StartReading } from '../../lib/store/workbench';

/** For `npm run dev` alone: there the scripts come from another origin, of which no worker can be made. */
export function readOnPage(salt: Salt, settings: () => Settings): StartReading {
  return ({ data }, events) => {
    void data.arrayBuffer().then((bytes) => {
      const options = { ownHosts: ownHostPatterns(settings()), salt };
      const result = judgeInput(decodeFile(new Uint8Array(bytes)), options);
      if ('key' in result) events.failed(result);
      else events.done(result);
    });
    return () => {};
  };
}
