/** Records every message inside the extension: what its pages and content scripts send, and what the feed tells. */
import type { Inspector } from '../harness/inspector';

/** The names as they are inside the extension; they are never used on the side of the tests. */
declare const chrome: {
  readonly runtime: {
    connect(info: { name: string }): Port;
    readonly onConnect: { addListener(listener: (port: Port) => void): void };
    readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  };
};
interface Port {
  readonly name: string;
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
}

export interface Recorder {
  /** What came to the background: from the devtools page, from the pages, from content scripts. */
  toBackground(): Promise<string[]>;
  /** What a page that reads the feed was told. */
  fromFeed(): Promise<string[]>;
}

/** Begins to record. Call it before DevTools are opened: ports that are there already are not heard. */
export async function record(inspector: Inspector, tabId: number): Promise<Recorder> {
  // Held on to: what a worker heard is gone when it is stopped, and a debugger keeps it alive.
  const worker = await inspector.serviceWorker();
  await worker.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const hear = (message: unknown): void => void heard.push(JSON.stringify(message));
    chrome.runtime.onMessage.addListener(hear);
    chrome.runtime.onConnect.addListener((port) => port.onMessage.addListener(hear));
  });
  await inspector.probe.session.evaluate((tab: number) => {
    const told: string[] = [];
    Object.assign(window, { told });
    const port = chrome.runtime.connect({ name: 'feed' });
    port.onMessage.addListener((message) => void told.push(JSON.stringify(message)));
    port.postMessage({ type: 'subscribe', tabId: tab });
  }, tabId);
  return {
    toBackground: () => worker.evaluate(() => (globalThis as unknown as { heard: string[] }).heard),
    fromFeed: () => inspector.probe.session.evaluate(() => (window as unknown as { told: string[] }).told),
  };
}
