import type { InputTexts } from '../input-texts';

export const input = {
  nothing: 'Die Eingabe ist leer.',
  neither: 'Die Eingabe ist weder eine HAR-Datei noch ein Support-Paket noch eine curl-Zeile.',
  'broken-json':
    'Die Eingabe sieht wie eine HAR-Datei aus, ist aber kein gültiges JSON: Sie bricht in Zeile {line}, Spalte {column}.',
  'cut-off':
    'Die Eingabe ist abgeschnitten: Sie endet vor ihrem JSON, und was nach dieser Stelle kam, ist nicht in ihr.',
  'json-but-no-har':
    'Die Eingabe ist JSON, aber weder eine HAR-Datei noch ein Support-Paket: Ihr fehlt `log`.',
  'no-entries': 'Die Eingabe ist keine lesbare HAR-Datei: `log.entries` ist keine Liste.',
  'no-exchanges': 'Das Support-Paket enthält keine Liste von Aufrufen.',
  'no-exchange': 'Der Eintrag ist nicht, was ein Support-Paket enthält.',
  'bundle-version':
    'Die Eingabe ist ein Support-Paket der Version {version}, die diese Version nicht lesen kann.',
  'not-an-object': 'Der Eintrag ist kein Objekt.',
  'no-request': 'Dem Eintrag fehlt `request`.',
  'no-url': 'Der Anfrage des Eintrags fehlt `url`.',
  'bad-url': 'Die URL der Anfrage ist keine absolute URL.',
  'no-curl-url': 'Dem Befehl fehlt eine URL.',
  'answer-alone': 'Eine Antwort, deren Anfrage nicht im Text steht; `curl -v` zeigt beide.',
  'unclosed-quote':
    'Das Anführungszeichen (`{quote}`) in Zeile {line}, Spalte {column}, wird geöffnet und nicht geschlossen; wo die Teile des Befehls enden, ist daher nicht bekannt, und nichts darin wurde beurteilt. Fehlen kann auch das Ende eines früheren Anführungszeichens; ein Apostroph innerhalb einfacher Anführungszeichen beendet sie ebenfalls.',
  'unquoted-header':
    "Um den Header `{header}` stehen keine geraden Anführungszeichen: Die Shell trennt ihn am Leerzeichen, und curl hält seinen Wert für eine URL. Schreiben Sie `-H '{header}: …'`.",
  'header-as-help':
    "Der Header `{header}` steht hinter `-h`: Das ist die Hilfe von curl, und curl sendet dann nichts. Schreiben Sie `-H '{header}: …'`, mit großem H.",
  'typographic-dash':
    'Die Option `{option}` beginnt mit einem typografischen Strich, den curl für eine Adresse hält: Eine Textverarbeitung oder ein Ticketsystem hat ihn aus einem Bindestrich gemacht. Tippen Sie dort `-`.',
  'cmd-single-quotes':
    'Die Zeile ist für die Windows-Eingabeaufforderung (cmd), in der einfache Anführungszeichen nichts zusammenhalten: Sie trennt die Zeile an jedem Leerzeichen darin, und curl erhält auch die Anführungszeichen selbst. Schreiben Sie für jedes von ihnen `"` und für ein `"` darin `\\"`.',
  'cmd-line-end':
    'Die Zeile ist für die Windows-Eingabeaufforderung (cmd), in der `\\` eine Zeile nicht fortsetzt: Der Befehl endet dort, und die nächsten Zeilen gehören nicht zu ihm. Schreiben Sie stattdessen `^` oder alles in eine Zeile.',
  'html-escaped':
    'Die Zeile ist HTML, ihre Anführungszeichen sind `&quot;` oder `&#39;`: Kopieren Sie sie so von der Seite, wie sie angezeigt wird, oder tippen Sie die Anführungszeichen neu.',
  'fetch-call':
    'Ein Aufruf von `fetch` ist nur so lesbar, wie ihn die DevTools kopieren: Adresse, Optionen und Header als JSON. Kopieren Sie die Anfrage dort, als fetch oder als cURL.',
  unexpected: 'Der Eintrag konnte nicht gelesen werden.',
} as const satisfies InputTexts;
