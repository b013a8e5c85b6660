import type { Translation } from '../catalogue';
import type { optionsTexts as english } from '../en/interface-options';

export const optionsTexts: Translation<typeof english> = {
  title: 'Einstellungen',
  welcome: {
    title: 'Willkommen',
    link: 'Berechtigungen',
    what: {
      title: 'Warum ein Aufruf an Infuzu scheitert',
      text: 'Diese Erweiterung liest die Aufrufe, die eine Seite an die API von Infuzu macht, findet, was an jedem falsch ist, und sagt, wie es zu beheben ist.',
    },
    places: {
      panel: {
        name: 'Nächster Schritt',
        text: 'Öffnen Sie DevTools (`F12`) auf der Seite, die Infuzu aufruft, und wählen Sie den Tab `Infuzu`; er kann hinter `»` stehen. Machen Sie dann einen Aufruf.',
      },
      popup: {
        name: 'Symbolleiste',
        text: 'Der Knopf der Erweiterung zeigt die Aufrufe des Tabs auf einen Blick. Wo sie noch nicht zu sehen sind, bietet er an, die Website zu beobachten.',
      },
      workbench: {
        name: 'Werkbank',
        open: 'Werkbank öffnen',
        text: 'Öffnet, was ein Kunde geschickt hat: eine HAR-Datei, ein Support-Paket oder eine Zeile `curl`.',
      },
    },
    access: {
      title: 'Berechtigungen',
      own: 'Von Anfang an sieht sie Aufrufe an `infuzu.com`, die Seiten von `infuzu.com` oder von diesem Rechner (`localhost`) machen, und was deren Code geschrieben hat.',
      sites:
        'Um die Aufrufe einer anderen Website zu sehen, fragt sie Sie nach genau dieser oder, in Chrome, nach einem Klick auf ihren Knopf in der Symbolleiste, und auch dort sieht sie nur Aufrufe an Infuzu und an Hosts, die Sie in den Einstellungen hinzufügen.',
      panel:
        'Das Panel in DevTools braucht keine Erlaubnis; Liste und Einstellungen bleiben auf diesem Rechner, und wo immer sie hinsieht, behält sie keinen Schlüssel und sendet nichts.',
    },
  },
  infuzu: {
    title: 'Zugriff auf Infuzu',
    granted: 'Aufrufe an `infuzu.com` sind zu sehen.',
    revoked:
      'Die Erlaubnis für `infuzu.com` wurde in den Einstellungen des Browsers entzogen: Außerhalb von DevTools ist kein Aufruf dorthin zu sehen.',
    cure: 'Infuzu wieder erlauben',
  },
  hosts: {
    title: 'Eigene Hosts',
    why: 'Ein Testserver oder ein Gateway vor Infuzu: Aufrufe dorthin werden gelesen wie Aufrufe an Infuzu. Der Browser fragt bei jedem, wenn Sie ihn hinzufügen.',
    label: 'Host hinzufügen',
    hint: 'Zum Beispiel `staging.example.com`, `*.example.com` oder `localhost:8080`.',
    add: 'Hinzufügen',
    none: 'Noch kein Host ist hinzugefügt.',
    remove: '{host} entfernen',
    local: 'Auf diesem Rechner, braucht über http keine Erlaubnis',
    allowed: 'Erlaubt',
    onlyPanel: 'Nicht erlaubt: Nur das Panel in DevTools sieht seine Aufrufe',
    allow: 'Erlauben',
    added: '{host} ist hinzugefügt.',
    addedOnlyPanel:
      '{host} ist hinzugefügt. Der Browser hat ihn nicht erlaubt; nur das Panel in DevTools sieht seine Aufrufe.',
    removed: '{host} ist entfernt.',
    problems: {
      nothing: 'Schreiben Sie den Namen eines Hosts.',
      'no-host':
        'Das ist kein Name eines Hosts. Schreiben Sie ihn wie `staging.example.com`, mit Port wie `localhost:8080`.',
      infuzu: 'Infuzus eigene Hosts werden immer beobachtet.',
      'too-wide': 'Das ist zu weit. Nennen Sie mindestens zwei Teile nach dem Stern, wie `*.example.com`.',
      known: 'Dieser Host steht schon in der Liste.',
      'too-many': 'Die Liste ist voll. Entfernen Sie erst einen Host.',
    },
  },
  sites: {
    title: 'Beobachtete Websites',
    why: 'Aufrufe dieser Websites an Infuzu sind auch ohne DevTools zu sehen, von der ersten Zeile der Seite an.',
    label: 'Eine weitere Website beobachten',
    hint: 'Zum Beispiel `app.example.com`.',
    add: 'Beobachten',
    none: 'Noch keine Website wird beobachtet. Das Popup bietet es für die Website an, auf der Sie sind.',
    every: 'jede Website',
    remove: '{site} nicht mehr beobachten',
    added: '{site} wird beobachtet. Laden Sie ihre Seiten neu, um die Aufrufe von Anfang an zu sehen.',
    removed: '{site} wird nicht mehr beobachtet.',
    kept: 'Der Browser behält die Erlaubnis für {site}. Entziehen Sie sie in den Einstellungen des Browsers.',
    denied: 'Der Browser hat es nicht erlaubt. Nichts hat sich geändert.',
    problems: {
      nothing: 'Schreiben Sie die Adresse einer Website.',
      'no-site': 'Das ist keine Adresse einer Website. Schreiben Sie sie wie `app.example.com`.',
      always: 'Aufrufe dieser Website sind schon zu sehen, sie braucht keine Erlaubnis.',
      known: 'Diese Website wird schon beobachtet.',
    },
  },
  look: {
    title: 'Aussehen und Protokoll',
    theme: 'Farben',
    themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
    panel: 'Das Panel folgt den Farben von DevTools.',
    preserve: 'Protokoll behalten',
    preserveWhy:
      'Die Aufrufe eines Tabs behalten, wenn er zu einer anderen Seite geht. Ausgeschaltet beginnt ein offenes Panel mit jeder Seite neu.',
  },
  kept: {
    title: 'Was bleibt, und wie lange',
    calls:
      'Aufrufe bleiben im Arbeitsspeicher und sind fort, wenn der Browser geschlossen wird. Ein Schlüssel bleibt nie, nur seine Länge, seine Maske und was an ihm falsch ist; von Nachrichten nur Anzahl, Rollen und Längen.',
    perTab: 'So viele Aufrufe je Tab behalten',
    perTabWhy:
      'Jeder belegt etwa 2 kB Arbeitsspeicher, und eine lange Liste reagiert langsamer. Hält der Browser die Erweiterung an, bleiben die letzten 10 MB.',
    settings:
      'Diese Einstellungen bleiben auf diesem Rechner, bis Sie sie zurücksetzen oder die Erweiterung entfernen.',
    forget: 'Alle Aufrufe jetzt vergessen',
    forgotten: 'Alle Aufrufe sind vergessen.',
    reset: 'Alles zurücksetzen',
    resetAsk: 'Ihre Hosts entfernen und alles zurücksetzen?',
    resetYes: 'Zurücksetzen',
    resetNo: 'Behalten',
    resetDone: 'Alle Einstellungen sind wie am Anfang. Beobachtete Websites bleiben es, bis Sie es beenden.',
  },
};
