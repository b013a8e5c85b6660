/** The panel and the popup, for screens with two pixels to one of CSS. */
import type { MockApi } from '../../tests/mock-api/index';
import { keep, setSize, THEMES, withDemo } from './demo';

const FOLDER = 'docs/pictures';

export function takeReadme(api: MockApi): Promise<void> {
  return withDemo(api, { scale: 2, folder: FOLDER }, async ({ inspector, page, devtools }) => {
    const fileOf = (name: string, theme: string) =>
      `${FOLDER}/${theme === 'light' ? name : `${name}-dark`}.png`;
    for (const theme of THEMES) {
      await devtools.theme(theme);
      // After the theme: the new size makes the frame of the panel paint anew.
      await setSize(devtools, 1200, 620);
      await keep(devtools.screenshot(), fileOf('panel', theme));
    }
    const popup = await inspector.openPopup(page);
    for (const theme of THEMES) {
      await popup.theme(theme);
      await keep(popup.screenshot(), fileOf('popup', theme));
    }
  });
}
