import { browser } from 'wxt/browser';
import { COLLECTOR_PORT } from '../../lib/messaging/messages';
import { HarCollector } from '../../lib/platform/har-collector';
import { openPort } from '../../lib/platform/port-channel';

const { devtools } = browser;

// The collector first: what ends before it listens has to be asked for.
new HarCollector(openPort(COLLECTOR_PORT), devtools.inspectedWindow.tabId).start();
void devtools.panels.create('Infuzu', '/icon/32.png', '/devtools-panel.html');
