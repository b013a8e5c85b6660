import { detailTexts } from './interface-detail';
import { exportTexts } from './interface-export';
import { optionsTexts } from './interface-options';
import { panelTexts } from './interface-panel';
import { popupTexts } from './interface-popup';
import { workbenchTexts } from './interface-workbench';

/** The texts of the pages: the list and what stands around it. */
export const interfaceTexts = {
  name: 'Infuzu Request Inspector',
  shortName: 'Infuzu Inspector',
  states: {
    error: 'Error',
    'predicted-error': 'Error expected',
    warning: 'Warning',
    notice: 'Notice',
    clean: 'Clean',
    pending: 'Pending',
    unreadable: 'Unreadable',
  },
  /** What a chip over the list counts. */
  groups: {
    error: { one: '{count} error', other: '{count} errors' },
    warning: { one: '{count} warning', other: '{count} warnings' },
    notice: { one: '{count} notice', other: '{count} notices' },
    clean: '{count} clean',
    pending: '{count} pending',
    unreadable: '{count} unreadable',
  },
  toolbar: {
    label: 'Tools',
    pause: 'Stop recording',
    record: 'Record',
    clear: 'Clear the list',
    chips: 'Show only',
    preserve: 'Preserve log',
    preserveWhy: 'Keep the calls of this tab when it goes to another page',
  },
  filter: {
    label: 'Filter',
    hint: 'Filter, for example `status:4xx`',
    clear: 'Clear the filter',
    hidden: '{count} hidden',
    help: 'Text, or `status:4xx`, `rule:key-*`, `code:`, `host:`, `path:`, `method:`, `key:#2`, `is:pending`. `-` in front leaves out. A pattern in `rule:` finds faults; a notice has to be named in full.',
    suggestions: 'Suggestions',
    unknown: '`{field}:` is not a term of the filter. It is looked for as text.',
    unknownStatus: '`{status}` is not a status. Write one in full, as `404`, a class, as `4xx`, or `none`.',
    unknownState: '`is:` does not know `{state}`. It knows {known}.',
  },
  list: {
    label: 'Calls to Infuzu',
    columns: {
      state: 'State',
      call: 'Call',
      status: 'Status',
      verdict: 'Verdict',
      key: 'Key',
      time: 'Time',
      start: 'Start',
    },
    noStatus: 'no status',
    keyTag: 'key #{number}',
    noKey: 'no key',
    unfold: 'Show the parts of this call',
    fold: 'Fold the parts of this call',
    preflight: 'Preflight',
    entry: 'entry {index}',
    hop: 'hop {number}',
    retry: 'retry',
    attempts: '{count} attempts',
    partial: 'beginning not seen',
    hopTo: 'To {origin}',
    hopInternal: 'Upgraded to https by the browser',
    latest: 'New calls',
    navigated: 'Navigated to {address}',
    paused: 'Not recorded from {from} to {to}',
    pausedUntil: 'Not recorded until {to}',
    announce: { one: 'Error: {verdict}', other: '{count} new errors, the latest: {verdict}' },
  },
  status: {
    calls: { one: '{count} call', other: '{count} calls' },
    shown: { one: '{shown} of {count} call', other: '{shown} of {count} calls' },
    hiddenBy: '{count} hidden by {what}',
    hiding: {
      filter: 'the filter',
      chips: { one: 'the chip “{chips}”', other: 'the chips “{chips}”' },
      span: 'the time span',
    },
    showAll: 'Show all',
    dropped: {
      one: '{count} older call was dropped to save memory',
      other: '{count} older calls were dropped to save memory',
    },
    paused: 'Recording is stopped',
  },
  /** What the extension is able to see. */
  coverage: {
    everything: 'Sees every call to Infuzu in this tab',
    always: 'Sees every call to Infuzu of this site',
    granted: 'Watching {site}',
    'until-navigation': 'Watching until you leave this site',
    'not-granted': 'Not watching {site}',
    noSite: 'No site in this tab',
    devtoolsAlone: 'Sees {site} through DevTools alone',
    watch: 'Watch {site}',
    alwaysWatch: 'Always watch',
    stop: 'Stop watching',
    infuzuRevoked: 'Access to Infuzu is switched off',
    infuzuAgain: 'Allow Infuzu again',
    denied: 'The browser did not allow it. Nothing has changed.',
    unavailable: 'This page cannot ask for it. Click the toolbar button of the extension and allow it there.',
    allowed: 'Allowed. Reload the page to see its calls from the start.',
  },
  empty: {
    nothing: {
      title: 'No call to Infuzu yet',
      text: 'Calls appear here the moment the page makes them. Reload the page to see those from its start.',
    },
    everything:
      'DevTools tells this panel of every request of the tab, those of workers too, without a permission. Only those to Infuzu are looked at.',
    notWatched: {
      title: 'No call to Infuzu yet',
      text: 'Without permission for `{site}` this panel sees what DevTools shows it: calls of workers and calls made before it was opened come late or not at all.',
    },
    invisible: {
      title: 'No Infuzu calls seen here',
      text: 'Calls from `{site}` are invisible to this extension until you allow it on this site.',
    },
    justOpened: {
      title: 'No Infuzu calls seen here',
      text: 'Calls that `{site}` made before you clicked here were invisible to this extension. From now on they are seen, until you leave this site.',
    },
    revoked: {
      title: 'Access to Infuzu is switched off',
      text: 'The permission for `infuzu.com` was taken away in the browser’s settings: outside of DevTools no call to it can be seen.',
    },
    paused: {
      title: 'Recording is stopped',
      text: 'Calls made now are not kept.',
      cure: 'Record',
    },
    hidden: {
      title: { one: 'The only call is hidden', other: 'All {count} calls are hidden' },
      text: 'Hidden by {what}.',
    },
    lost: {
      title: 'Connection lost',
      text: 'The extension was updated or restarted. Close and open this view to connect again.',
    },
    connecting: { title: 'Connecting', text: 'Asking the extension for the calls of this tab.' },
    noSite: {
      title: 'No site in this tab',
      text: 'No extension may look into the browser’s own pages. Open the page that calls Infuzu.',
    },
  },
  copy: { action: 'Copy', done: 'Copied' },
  detail: detailTexts,
  export: exportTexts,
  panel: panelTexts,
  popup: popupTexts,
  options: optionsTexts,
  workbench: workbenchTexts,
} as const;
