import { type Browser, browser } from 'wxt/browser';
import type { Channel, OpenChannel } from '../messaging/channel';

/** A Port of the runtime as a channel. */
export function channelOf(port: Browser.runtime.Port): Channel {
  return {
    send: (message) => port.postMessage(message),
    listen(onMessage, onClosed) {
      port.onMessage.addListener((message: unknown) => onMessage(message));
      port.onDisconnect.addListener(() => onClosed());
    },
  };
}

/** Opens Ports of one name to the background; throws when the extension was reloaded under the page. */
export function openPort(name: string): OpenChannel {
  return () => channelOf(browser.runtime.connect({ name }));
}
