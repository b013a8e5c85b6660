import { browser } from 'wxt/browser';
import { COLLECTOR_PORT } from '../../lib/messaging/messages';
import { HarCollector } from '../../lib/platform/har-collector';
import { probeInspectedPage } from '../../lib/platform/inspected-probe';
import { openPort } from '../../lib/platform/port-channel';
import { probeObservationOf } from '../../lib/platform/probe-messages';
import { createSteadyClock } from '../../lib/platform/steady-clock';

const { devtools } = browser;

const { tabId } = devtools.inspectedWindow;

// The collector first: what ends before it listens has to be asked for.
const clock = createSteadyClock(new Worker('/devtools-clock.js'));
const collector = new HarCollector(openPort(COLLECTOR_PORT), tabId, clock);
collector.start();
void probeInspectedPage(collector.ready, clock, ({ document, origin, calls }) =>
  collector.sendProbeCalls(
    calls.map((facts) => probeObservationOf(facts, { tabId, frameId: 0, document, origin, via: 'devtools' })),
  ),
);
void devtools.panels.create('Infuzu', '/icon/32.png', '/devtools-panel.html');
