import type { Translation } from '../../catalogue';
import type { credentialRules as english } from '../../en/rules/credentials';
import { keyRules } from './keys';

const ADDED_BY =
  'Nach einem Standard-Header des Clients, einem Interceptor oder einem Proxy suchen, der einen eigenen hinzufügt.';
const SET_ONCE =
  '`{first}` einmal setzen, auf einen Schlüssel: Der Header wurde mehrmals gesetzt oder bekam eine Liste.';

export const credentialRules = {
  'credentials-missing': {
    description:
      'Jeder Aufruf der Infuzu-API muss den Schlüssel in genau einem von `Infuzu-API-Key`, `X-Infuzu-API-Key` oder `Authorization: Bearer` tragen.',
    messages: {
      none: {
        short: 'Kein Auth-Header',
        text: 'Dieser Aufruf trägt keinen API-Schlüssel: Er hat keinen Auth-Header.',
      },
      'in-url': {
        short: 'Schlüssel in der URL, kein Auth-Header',
        text: 'Der Schlüssel steht in der URL, wo Infuzu ihn nicht liest, und dieser Aufruf trägt keinen Auth-Header.',
      },
      beacon: {
        short: 'Ein Beacon trägt keinen Schlüssel',
        text: '`sendBeacon` kann keinen Auth-Header tragen, daher hat dieser Aufruf keinen API-Schlüssel.',
        remedy: 'Mit `fetch` und `keepalive: true` senden, den Schlüssel im Header `Infuzu-API-Key`.',
      },
      'no-cors': {
        short: 'Browser ließ `{header}` weg',
        text: 'Der Code schrieb `{header}`, und der Browser ließ ihn weg: Ein Aufruf mit `mode: "no-cors"` trägt keinen Auth-Header.',
        remedy: '`mode: "no-cors"` aus dem Aufruf nehmen; auch seine Antwort ließe sich nicht lesen.',
      },
      'no-colon': {
        short: 'Kein Doppelpunkt hinter `{header}`, nicht gesendet',
        text: 'Hinter dem Namen `{header}` steht kein Doppelpunkt: curl lässt einen solchen Header weg und mit ihm den Schlüssel.',
        remedy: '`-H "{documented}: …"` schreiben, mit einem Doppelpunkt hinter dem Namen.',
      },
    },
    remedy: 'Den Schlüssel im Header `Infuzu-API-Key` senden.',
  },
  'credentials-multiple': {
    description:
      'Infuzu erlaubt genau einen Auth-Header mit einem Wert und lehnt mehr auch dann ab, wenn alle denselben Schlüssel tragen.',
    messages: {
      two: {
        short: 'Zwei Auth-Header, einer ist erlaubt',
        text: 'Dieser Aufruf trägt zwei Auth-Header. Infuzu erlaubt genau einen.',
        remedy: `Entweder \`{first}\` oder \`{second}\` entfernen. ${ADDED_BY}`,
      },
      three: {
        short: 'Drei Auth-Header, einer ist erlaubt',
        text: 'Dieser Aufruf trägt drei Auth-Header. Infuzu erlaubt genau einen.',
        remedy: `Einen von \`{first}\`, \`{second}\` und \`{third}\` behalten und die anderen entfernen. ${ADDED_BY}`,
      },
      joined: {
        short: '`{first}` enthält {count} Werte',
        text: '`{first}` enthält {count} Werte, mit Kommas verbunden. Infuzu erlaubt genau einen.',
        remedy: SET_ONCE,
      },
      'joined-same-key': {
        short: '`{first}` enthält den Schlüssel {count}-mal',
        text: '`{first}` enthält denselben Schlüssel {count}-mal, mit Kommas verbunden. Infuzu erlaubt genau einen.',
        remedy: SET_ONCE,
      },
      repeated: {
        short: '`{first}` ist {count}-mal da',
        text: 'Der Header `{first}` steht {count}-mal an diesem Aufruf, mit verschiedenen Werten. Infuzu erlaubt genau einen.',
      },
      'repeated-same-key': {
        short: '`{first}` ist {count}-mal da',
        text: 'Der Header `{first}` steht {count}-mal an diesem Aufruf, mit demselben Schlüssel. Infuzu erlaubt genau einen.',
      },
    },
    remedy: `Alle Auth-Header bis auf einen entfernen und diesen nur einmal setzen. ${ADDED_BY}`,
  },
  'credential-empty': {
    description:
      'Ein Auth-Header ohne Wert zählt wie keiner. Meist war die Variable, die den Schlüssel enthalten sollte, beim Aufruf leer.',
    messages: {
      nothing: {
        short: '`{header}` ist leer',
        text: 'Der Header `{header}` ist da, aber es steht nichts darin.',
      },
      'white-space': {
        short: '`{header}` enthält nur Leerraum',
        text: 'Der Header `{header}` ist da, aber es steht nur Leerraum darin.',
      },
    },
    remedy:
      'Vor dem Aufruf prüfen, dass die Variable den Schlüssel enthält, und früh abbrechen, wenn sie leer ist.',
  },
  'bearer-prefix-missing': {
    description: 'In `Authorization` muss der Schlüssel auf das Wort `Bearer` und ein Leerzeichen folgen.',
    messages: {
      bare: {
        short: 'Präfix `Bearer` fehlt',
        text: '`{header}` enthält nur den Schlüssel; davor müssen `Bearer` und ein Leerzeichen stehen.',
      },
    },
    remedy:
      'In `Authorization` vor den Schlüssel `Bearer` und ein Leerzeichen schreiben, oder ihn in `Infuzu-API-Key` senden.',
  },
  'bearer-malformed': {
    description:
      'Der Wert von `Authorization` muss aus `Bearer`, genau einem Leerzeichen und dem Schlüssel bestehen.',
    messages: {
      'no-token': {
        short: 'Kein Schlüssel nach `Bearer`',
        text: '`{header}` enthält `Bearer`, aber kein Schlüssel folgt.',
      },
      twice: {
        short: '`Bearer` steht zweimal da',
        text: '`{header}` enthält das Wort `Bearer` mehr als einmal: Der Client fügt es hinzu, und der Wert hat es auch.',
      },
      'no-space': {
        short: 'Kein Leerzeichen nach `Bearer`',
        text: 'In `{header}` steht zwischen `Bearer` und dem Schlüssel kein Leerzeichen.',
      },
      punctuation: {
        short: 'Satzzeichen nach `Bearer`',
        text: 'In `{header}` steht zwischen `Bearer` und dem Schlüssel ein Satzzeichen; es darf nur ein Leerzeichen sein.',
      },
      several: {
        short: 'Mehr als ein Leerzeichen nach `Bearer`',
        text: 'In `{header}` steht zwischen `Bearer` und dem Schlüssel mehr als ein Leerzeichen; es muss genau eines sein.',
      },
      tab: {
        short: 'Tabulator nach `Bearer`',
        text: 'In `{header}` steht zwischen `Bearer` und dem Schlüssel ein Tabulator; es muss ein Leerzeichen sein.',
      },
      'other-space': {
        short: 'Falsches Leerzeichen nach `Bearer`',
        text: 'In `{header}` steht zwischen `Bearer` und dem Schlüssel ein besonderes Leerzeichen, etwa ein geschütztes; es muss das gewöhnliche sein.',
      },
      'several-tokens': {
        short: 'Mehr als ein Wort nach `Bearer`',
        text: 'In `{header}` zerteilt Leerraum, was auf `Bearer` folgt; es darf genau ein Schlüssel folgen.',
      },
    },
    remedy: 'Den Wert als `Bearer`, ein Leerzeichen und den Schlüssel schreiben, und sonst nichts.',
  },
  'bearer-case': {
    description:
      'HTTP vergleicht die Namen von Schemata ohne Groß- und Kleinschreibung (RFC 9110 §11.1), aber Infuzu dokumentiert `Bearer`, und nicht jeder Server dazwischen ist so nachsichtig.',
    messages: {
      'other-case': {
        short: '`{scheme}` statt `Bearer`',
        text: '`{header}` sagt `{scheme}`, wo die Dokumentation `Bearer` schreibt; es kann hier gehen und anderswo scheitern.',
      },
    },
    remedy: '`Bearer` mit großem B und sonst klein schreiben.',
  },
  'auth-scheme-unsupported': {
    description: 'In `Authorization` nimmt Infuzu das Schema `Bearer` und kein anderes.',
    messages: {
      known: {
        short: 'Schema `{scheme}` statt `Bearer`',
        text: '`{header}` verwendet das Schema `{scheme}`; Infuzu nimmt nur `Bearer`.',
      },
      misspelt: {
        short: '`Bearer` ist falsch geschrieben: `{scheme}`',
        text: '`{header}` sagt `{scheme}`, gemeint war `Bearer`.',
      },
      unknown: {
        short: 'Ein anderes Schema als `Bearer`',
        text: '`{header}` beginnt mit einem Wort, das nicht `Bearer` ist; Infuzu nimmt kein anderes Schema.',
      },
    },
    remedy:
      'In `Authorization` das Wort `Bearer`, ein Leerzeichen und den Schlüssel senden, oder den Schlüssel allein in `Infuzu-API-Key`.',
  },
  'header-name-case': {
    description:
      'Die Dokumentation sagt, Groß- und Kleinschreibung zähle in Header-Namen. HTTP selbst vergleicht sie ohne (RFC 9110 §5.1), daran scheitert ein Aufruf also nicht.',
    messages: {
      'other-case': {
        short: '`{header}` ist als `{documented}` dokumentiert',
        text: 'Der Header ist `{header}` geschrieben, die Dokumentation schreibt `{documented}`; HTTP macht zwischen beiden keinen Unterschied.',
      },
    },
    remedy: 'Den Namen wie in der Dokumentation schreiben, wenn der Client die Schreibweise erhält.',
  },
  'header-name-unknown': {
    description:
      'Infuzu liest den Schlüssel aus `Infuzu-API-Key`, `X-Infuzu-API-Key` oder `Authorization`. Ein Header mit anderem Namen wird nicht beachtet, der Aufruf gilt also als einer ohne Schlüssel.',
    messages: {
      'key-header': {
        short: '`{header}` sollte `{documented}` heißen',
        text: 'Den Header `{header}` liest Infuzu nicht; der richtige Name ist `{documented}`.',
      },
      authorization: {
        short: '`{header}` sollte `{documented}` heißen',
        text: 'Den Header `{header}` liest Infuzu nicht; der richtige Name ist `{documented}`, mit `Bearer` und einem Leerzeichen vor dem Schlüssel.',
      },
    },
    remedy: 'Den Header auf den dokumentierten Namen umbenennen.',
  },
  ...keyRules,
} as const satisfies Translation<typeof english>;
