import { findChromium, howToGetChromium } from './find-chromium';
import { findFirefox, howToGetFirefox } from './find-firefox';
import { installWithApt } from './install-with-apt';

/**
 * The program of an installed Chromium or Chrome; installs Chromium where that is allowed without a question.
 * @throws with the way to get one
 */
export function needChromium(): string {
  const found = findChromium() ?? (installWithApt('chromium') ? findChromium() : undefined);
  if (found === undefined) throw new Error(`No Chromium was found on this machine. ${howToGetChromium()}`);
  return found;
}

/** As `needChromium`, for Firefox. */
export function needFirefox(): string {
  const found = findFirefox() ?? (installWithApt('firefox-esr') ? findFirefox() : undefined);
  if (found === undefined) throw new Error(`No Firefox was found on this machine. ${howToGetFirefox()}`);
  return found;
}
