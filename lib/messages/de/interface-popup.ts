import type { Translation } from '../catalogue';
import type { popupTexts as english } from '../en/interface-popup';

export const popupTexts: Translation<typeof english> = {
  options: 'Einstellungen',
  workbench: 'In der Werkbank öffnen',
  openHar: 'HAR öffnen',
  copyReport: 'Bericht kopieren',
  verdict: {
    errors: '{count} von {total} Aufrufen mit Fehler',
    onlyErrors: { one: 'Der Aufruf hat einen Fehler', other: 'Alle {count} Aufrufe haben einen Fehler' },
    warnings: 'Kein Fehler, {count} von {total} Aufrufen mit Warnung',
    onlyWarnings: {
      one: 'Kein Fehler, der Aufruf hat eine Warnung',
      other: 'Kein Fehler, alle {count} Aufrufe mit Warnung',
    },
    noError: { one: 'Kein Fehler zu sehen', other: 'Kein Fehler in {count} Aufrufen' },
    clean: { one: 'Der Aufruf ist fehlerfrei', other: 'Alle {count} Aufrufe sind fehlerfrei' },
    pending: { one: 'Wartet auf eine Antwort', other: 'Wartet auf {count} Antworten' },
    cleanSoFar: 'Bisher fehlerfrei, {pending} von {count} offen',
  },
  latest: 'Neueste Aufrufe',
  more: { one: 'und {count} weiterer Aufruf', other: 'und {count} weitere Aufrufe' },
  limits: {
    label: 'Ratenbegrenzung, letzte Minute',
    wait: 'Ratenbegrenzung erreicht: Warten Sie bis {until}.',
    of: 'In der letzten Minute gesendet mit',
    calls: 'Aufrufe',
    characters: 'Zeichen',
    ofLimit: '{used} von {limit}',
  },
  privacy:
    'Die Erweiterung sieht nur Aufrufe an Infuzu, behält keinen Schlüssel und sendet nichts. Aufrufe von Seiten auf `infuzu.com` brauchen keine Erlaubnis; es gab keine.',
  explain: 'Mehr zu den Berechtigungen',
  afterwards: 'Laden Sie dann die Seite neu. Rückgängig jederzeit in den Einstellungen.',
  without: 'Das Panel in DevTools braucht keine',
  report: {
    title: 'Infuzu-Aufrufe von {site}',
    made: 'Erstellt {date} von Infuzu Request Inspector {version} in {browser}. Schlüssel sind verdeckt, Inhalte von Nachrichten weggelassen.',
    status: 'Status',
    noAnswer: 'keine Antwort',
    server: 'Server',
    finding: 'Befund',
    remedy: 'Abhilfe',
    above: 'siehe oben',
    key: 'Schlüssel',
    started: 'Begonnen',
    leftOut: 'Weggelassen: {calls}.',
    noCalls: 'Kein Aufruf wurde gesehen.',
  },
};
