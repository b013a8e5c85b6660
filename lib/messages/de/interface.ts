import type { Translation } from '../catalogue';
import type { interfaceTexts as english } from '../en/interface';
import { detailTexts } from './interface-detail';
import { exportTexts } from './interface-export';
import { optionsTexts } from './interface-options';
import { panelTexts } from './interface-panel';
import { popupTexts } from './interface-popup';
import { workbenchTexts } from './interface-workbench';

export const interfaceTexts: Translation<typeof english> = {
  name: 'Infuzu Request Inspector',
  shortName: 'Infuzu Inspector',
  states: {
    error: 'Fehler',
    'predicted-error': 'Fehler erwartet',
    warning: 'Warnung',
    notice: 'Hinweis',
    clean: 'Fehlerfrei',
    pending: 'Offen',
    unreadable: 'Unlesbar',
  },
  groups: {
    error: '{count} Fehler',
    warning: { one: '{count} Warnung', other: '{count} Warnungen' },
    notice: { one: '{count} Hinweis', other: '{count} Hinweise' },
    clean: '{count} fehlerfrei',
    pending: '{count} offen',
    unreadable: '{count} unlesbar',
  },
  toolbar: {
    label: 'Werkzeuge',
    pause: 'Aufzeichnung anhalten',
    record: 'Aufzeichnen',
    clear: 'Liste leeren',
    chips: 'Nur zeigen',
    preserve: 'Protokoll behalten',
    preserveWhy: 'Die Aufrufe dieses Tabs behalten, wenn er zu einer anderen Seite geht',
  },
  filter: {
    label: 'Filter',
    hint: 'Filter, zum Beispiel `status:4xx`',
    clear: 'Filter leeren',
    hidden: '{count} verborgen',
    help: 'Text, oder `status:4xx`, `rule:key-*`, `code:`, `host:`, `path:`, `method:`, `key:#2`, `is:pending`. `-` davor schließt aus. Ein Muster in `rule:` findet Fehler; ein Hinweis muss ganz genannt werden.',
    suggestions: 'Vorschläge',
    unknown: '`{field}:` ist kein Begriff des Filters. Gesucht wird es als Text.',
    unknownStatus:
      '`{status}` ist kein Status. Schreiben Sie einen ganzen, etwa `404`, eine Klasse, etwa `4xx`, oder `none`.',
    unknownState: '`is:` kennt `{state}` nicht. Es kennt {known}.',
  },
  list: {
    label: 'Aufrufe an Infuzu',
    columns: {
      state: 'Zustand',
      call: 'Aufruf',
      status: 'Status',
      verdict: 'Urteil',
      key: 'Schlüssel',
      time: 'Dauer',
      start: 'Beginn',
    },
    noStatus: 'kein Status',
    keyTag: 'Schlüssel #{number}',
    noKey: 'kein Schlüssel',
    unfold: 'Teile dieses Aufrufs zeigen',
    fold: 'Teile dieses Aufrufs einklappen',
    preflight: 'Preflight',
    entry: 'Eintrag {index}',
    hop: 'Etappe {number}',
    retry: 'neuer Versuch',
    attempts: '{count} Versuche',
    partial: 'Anfang nicht gesehen',
    hopTo: 'Nach {origin}',
    hopInternal: 'Vom Browser auf https umgestellt',
    latest: 'Neue Aufrufe',
    navigated: 'Weiter zu {address}',
    paused: 'Nicht aufgezeichnet von {from} bis {to}',
    pausedUntil: 'Nicht aufgezeichnet bis {to}',
    announce: { one: 'Fehler: {verdict}', other: '{count} neue Fehler, der letzte: {verdict}' },
  },
  status: {
    calls: { one: '{count} Aufruf', other: '{count} Aufrufe' },
    shown: { one: '{shown} von {count} Aufruf', other: '{shown} von {count} Aufrufen' },
    hiddenBy: '{count} verborgen durch {what}',
    hiding: { filter: 'den Filter', chips: 'die Auswahl „{chips}“', span: 'die Zeitspanne' },
    showAll: 'Alle zeigen',
    dropped: {
      one: '{count} älterer Aufruf wurde verworfen, um Speicher zu sparen',
      other: '{count} ältere Aufrufe wurden verworfen, um Speicher zu sparen',
    },
    paused: 'Die Aufzeichnung ist angehalten',
  },
  coverage: {
    everything: 'Sieht jeden Aufruf an Infuzu in diesem Tab',
    always: 'Sieht jeden Aufruf dieser Website an Infuzu',
    granted: 'Beobachtet {site}',
    'until-navigation': 'Beobachtet, bis Sie diese Website verlassen',
    'not-granted': 'Beobachtet {site} nicht',
    noSite: 'Keine Website in diesem Tab',
    devtoolsAlone: 'Sieht {site} nur durch DevTools',
    watch: '{site} beobachten',
    alwaysWatch: 'Immer beobachten',
    stop: 'Nicht mehr beobachten',
    infuzuRevoked: 'Der Zugriff auf Infuzu ist abgeschaltet',
    infuzuAgain: 'Infuzu wieder erlauben',
    denied: 'Der Browser hat es nicht erlaubt. Nichts hat sich geändert.',
    unavailable:
      'Diese Seite kann nicht danach fragen. Klicken Sie auf das Symbol der Erweiterung und erlauben Sie es dort.',
    allowed: 'Erlaubt. Laden Sie die Seite neu, um ihre Aufrufe von Anfang an zu sehen.',
  },
  empty: {
    nothing: {
      title: 'Noch kein Aufruf an Infuzu',
      text: 'Aufrufe erscheinen hier in dem Augenblick, in dem die Seite sie macht. Laden Sie die Seite neu, um die von ihrem Anfang zu sehen.',
    },
    everything:
      'DevTools meldet diesem Panel jede Anfrage des Tabs, auch die von Workern, ohne Erlaubnis. Angesehen werden nur die an Infuzu.',
    notWatched: {
      title: 'Noch kein Aufruf an Infuzu',
      text: 'Ohne Erlaubnis für `{site}` sieht dieses Panel, was DevTools ihm zeigt: Aufrufe von Workern und solche vor seinem Öffnen kommen spät oder gar nicht.',
    },
    invisible: {
      title: 'Hier wurden keine Aufrufe gesehen',
      text: 'Aufrufe von `{site}` sind für diese Erweiterung unsichtbar, bis Sie sie auf dieser Website erlauben.',
    },
    justOpened: {
      title: 'Hier wurden keine Aufrufe gesehen',
      text: 'Aufrufe von `{site}` vor Ihrem Klick waren für diese Erweiterung unsichtbar. Von jetzt an sieht sie sie, bis Sie diese Website verlassen.',
    },
    revoked: {
      title: 'Der Zugriff auf Infuzu ist abgeschaltet',
      text: 'Die Erlaubnis für `infuzu.com` wurde in den Einstellungen des Browsers entzogen: Außerhalb von DevTools ist kein Aufruf dorthin zu sehen.',
    },
    paused: {
      title: 'Die Aufzeichnung ist angehalten',
      text: 'Aufrufe, die jetzt geschehen, werden nicht festgehalten.',
      cure: 'Aufzeichnen',
    },
    hidden: {
      title: { one: 'Der einzige Aufruf ist verborgen', other: 'Alle {count} Aufrufe sind verborgen' },
      text: 'Verborgen durch {what}.',
    },
    lost: {
      title: 'Verbindung verloren',
      text: 'Die Erweiterung wurde aktualisiert oder neu gestartet. Schließen Sie diese Ansicht und öffnen Sie sie wieder.',
    },
    connecting: { title: 'Verbindung wird aufgebaut', text: 'Die Aufrufe dieses Tabs werden geholt.' },
    noSite: {
      title: 'Keine Website in diesem Tab',
      text: 'In seine eigenen Seiten lässt der Browser keine Erweiterung blicken. Öffnen Sie die Seite, die Infuzu aufruft.',
    },
  },
  copy: { action: 'Kopieren', done: 'Kopiert' },
  detail: detailTexts,
  export: exportTexts,
  panel: panelTexts,
  popup: popupTexts,
  options: optionsTexts,
  workbench: workbenchTexts,
};
