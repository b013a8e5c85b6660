/** All open documents of the extension, to be searched for what must not be in them. */
import type { ExtensionDocument } from '../../harness/extension-document';
import type { Browser } from './browser';

/** Panel, devtools page, popup, options and whatever else is open with this origin, but not the probe. */
export async function extensionDocuments(
  browser: Browser,
  origin: string,
  probeTargetId: string,
): Promise<ExtensionDocument[]> {
  const pages = browser.targets.filter(
    ({ url, type, targetId }) =>
      url.startsWith(`${origin}/`) &&
      type !== 'service_worker' &&
      type !== 'tab' && // the shell around a page, which has no document
      targetId !== probeTargetId,
  );
  const documents: ExtensionDocument[] = [];
  for (const { targetId, url } of pages) {
    const session = await browser.attach(targetId);
    const content = await session.evaluate(() => ({
      html: document.documentElement.outerHTML,
      fieldValues: [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
        (field) => field.value,
      ),
    }));
    await session.detach();
    documents.push({ url, ...content });
  }
  return documents;
}
