import type { Translation } from '../../catalogue';
import type { sentRules as english } from '../../en/rules/sent';

export const sentRules = {
  'content-type-unsupported': {
    description:
      'Infuzu liest nur Bodys vom Typ `application/json` und lehnt jeden anderen `Content-Type` ab, auch wenn der Body selbst stimmt. Browser nennen einen Text `text/plain` und curl nennt Daten ein Formular, wenn der Typ nicht angegeben wird.',
    messages: {
      missing: {
        short: 'Kein `Content-Type`',
        text: 'Der Aufruf sendet einen Body ohne `Content-Type`; Infuzu nimmt nur `application/json` an.',
      },
      other: {
        short: 'Body als `{type}` gesendet',
        text: 'Der Body wird als `{type}` gesendet; Infuzu nimmt nur `application/json` an.',
      },
    },
    remedy: 'Den Header `Content-Type: application/json` mit einem JSON-Body senden.',
  },
  'body-invalid-json': {
    description:
      'Der Body eines Aufrufs muss ein JSON-Objekt sein. Alles andere kann der Server nicht lesen, was auch darin steht.',
    messages: {
      'end-of-text': {
        short: 'Body endet mittendrin',
        text: 'Der Body ist kein JSON: Er endet mittendrin, in Zeile {line}, Spalte {column}; eine Klammer, ein Anführungszeichen oder ein Wert fehlt.',
      },
      'lost-quotes': {
        short: 'Shell nahm dem Body die Anführungszeichen',
        text: 'Der Body ist kein JSON: Die Shell hielt seine doppelten Anführungszeichen für ihre eigenen, gesendet wird keines.',
        remedy:
          'Das JSON in einfache Anführungszeichen setzen, in cmd jedes seiner doppelten als `\\"` schreiben.',
      },
      'trailing-comma': {
        short: 'Body hat ein Komma zu viel',
        text: 'Der Body ist kein JSON: In Zeile {line}, Spalte {column} steht ein Komma vor einer schließenden Klammer.',
      },
      'single-quote': {
        short: 'Body hat einfache Anführungszeichen',
        text: 'Der Body ist kein JSON: In Zeile {line}, Spalte {column} steht ein einfaches Anführungszeichen, JSON kennt nur doppelte.',
      },
      'unquoted-name': {
        short: 'Body hat einen Namen ohne Anführungszeichen',
        text: 'Der Body ist kein JSON: Der Name in Zeile {line}, Spalte {column} steht nicht in doppelten Anführungszeichen.',
      },
      'python-literal': {
        short: 'Body ist in Python geschrieben',
        text: 'Der Body ist kein JSON: In Zeile {line}, Spalte {column} steht ein Python-Wert; JSON schreibt `null`, `true` und `false`.',
      },
      comment: {
        short: 'Body hat einen Kommentar',
        text: 'Der Body ist kein JSON: In Zeile {line}, Spalte {column} beginnt ein Kommentar, JSON kennt keine.',
      },
      'raw-line-break': {
        short: 'Body hat einen Zeilenumbruch in einem Text',
        text: 'Der Body ist kein JSON: Der Text in Zeile {line}, Spalte {column} geht über zwei Zeilen; in einem Text wird ein Zeilenumbruch als `\\n` geschrieben.',
      },
      'text-after-end': {
        short: 'Body geht nach seinem Ende weiter',
        text: 'Der Body ist kein JSON: In Zeile {line}, Spalte {column} folgt weiterer Text nach dem Ende des JSON-Werts.',
      },
      'unexpected-character': {
        short: 'Body ist kein JSON',
        text: 'Der Body ist kein JSON: Ab Zeile {line}, Spalte {column} ist er nicht zu lesen.',
      },
      'object-text': {
        short: 'Body ist der Text `[object Object]`',
        text: 'Der Body ist der Text, den JavaScript aus einem nicht kodierten Objekt macht, `[object Object]`, und kein JSON.',
      },
      'json-in-string': {
        short: 'Body wurde doppelt kodiert',
        text: 'Der Body ist ein JSON-Text, der JSON enthält: Er wurde doppelt kodiert, und der Server findet einen Text, wo er ein Objekt erwartet.',
      },
      form: {
        short: 'Body ist ein Formular',
        text: 'Der Body ist ein Formular (`name=value`), Infuzu liest ein JSON-Objekt.',
      },
      'json-array': {
        short: 'Body ist ein Array',
        text: 'Der Body ist ein JSON-Array; Infuzu erwartet ein Objekt mit dem Array unter `messages`.',
      },
      'json-string': {
        short: 'Body ist ein Text',
        text: 'Der Body ist ein JSON-Text; Infuzu erwartet ein Objekt mit `messages`.',
      },
      'json-number': {
        short: 'Body ist eine Zahl',
        text: 'Der Body ist eine JSON-Zahl; Infuzu erwartet ein Objekt mit `messages`.',
      },
      'json-boolean': {
        short: 'Body ist `true` oder `false`',
        text: 'Der Body ist `true` oder `false`; Infuzu erwartet ein Objekt mit `messages`.',
      },
      'json-null': {
        short: 'Body ist `null`',
        text: 'Der Body ist `null`; Infuzu erwartet ein Objekt mit `messages`.',
      },
    },
    remedy:
      'Den Body von einer Bibliothek kodieren lassen, einmal: `JSON.stringify(body)` für fetch, ein Objekt für axios, `json=` in Python, `--json` in curl.',
  },
  'body-missing-messages': {
    description: 'Beide Chat-Endpunkte verlangen `messages`: ein Array mit mindestens einer Nachricht.',
    messages: {
      'no-body': {
        short: 'Kein Body',
        text: 'Der Aufruf hat keinen Body; der Endpunkt verlangt ein JSON-Objekt mit `messages`.',
      },
      missing: {
        short: '`messages` fehlt',
        text: 'Im Body fehlt `messages`; der Endpunkt verlangt ein Array mit mindestens einer Nachricht.',
      },
      'not-an-array': {
        short: '`messages` ist kein Array',
        text: 'Im Body ist `messages` vom Typ `{is}`; der Endpunkt verlangt ein Array mit mindestens einer Nachricht.',
      },
      empty: {
        short: '`messages` ist ein leeres Array',
        text: 'Im Body ist `messages` ein leeres Array; der Endpunkt verlangt mindestens eine Nachricht.',
      },
    },
    remedy: '`messages` mit mindestens einer Nachricht senden, die `role` und `content` hat.',
  },
  'body-invalid-messages': {
    description:
      'Jede Nachricht braucht eine `role` (`system`, `user` oder `assistant`) und `content`. `system` darf nur die erste sein, die erste ist `system` oder `user`, und `assistant` steht nur nach `user`. Gezählt wird ab 0.',
    messages: {
      'not-an-object': {
        short: '`{item}` ist kein Objekt',
        text: 'Im Body ist `{item}` kein Objekt mit `role` und `content`.',
      },
      'role-missing': {
        short: '`{item}` hat keine Rolle',
        text: 'Im Body hat `{item}` keine `role`; sie muss `system`, `user` oder `assistant` sein.',
      },
      'role-not-a-string': {
        short: 'Rolle von `{item}` ist kein Text',
        text: 'Im Body ist die `role` von `{item}` kein Text; sie muss `system`, `user` oder `assistant` sein.',
      },
      'role-unknown': {
        short: '`{item}` hat die Rolle `{role}`',
        text: 'Im Body hat `{item}` die Rolle `{role}`; Infuzu kennt `system`, `user` und `assistant`.',
      },
      'system-not-first': {
        short: '`{item}` ist `system`, aber nicht die erste',
        text: 'Im Body hat `{item}` die Rolle `system`, die nur die erste Nachricht haben darf.',
      },
      'assistant-first': {
        short: 'Erste Nachricht ist `assistant`',
        text: 'Im Body hat die erste Nachricht, `{item}`, die Rolle `assistant`; die erste muss `system` oder `user` sein.',
      },
      'assistant-not-after-user': {
        short: '`{item}` steht nicht nach `user`',
        text: 'Im Body hat `{item}` die Rolle `assistant`, aber die Nachricht davor ist nicht von `user`.',
      },
      'content-missing': {
        short: '`{item}` hat keinen Inhalt',
        text: 'Im Body hat `{item}` kein `content`.',
      },
      'content-empty': {
        short: '`{item}` hat leeren Inhalt',
        text: 'Im Body ist das `content` von `{item}` leer.',
      },
      'content-invalid': {
        short: 'Inhalt von `{item}` ist kein Text',
        text: 'Im Body ist das `content` von `{item}` weder ein Text noch eine Liste von Teilen.',
      },
      'content-parts': {
        short: 'Inhalt von `{item}` ist eine Liste',
        text: 'Im Body ist das `content` von `{item}` eine Liste von Teilen; nur `/api/v1/chat/completions` nimmt Teile an, dieser Endpunkt will einen Text.',
      },
    },
    remedy:
      'Jeder Nachricht eine bekannte `role` und ein `content` geben und die Reihenfolge halten: `system` höchstens als erste, dann `user`, jedes `assistant` nach einem `user`.',
  },
  'body-llms-conflict': {
    description:
      '`llms` nennt die Modelle zur Auswahl, `exclude_llms` die ausgeschlossenen. Infuzu nimmt eines von beiden an.',
    messages: {
      both: {
        short: '`llms` und `exclude_llms` zugleich',
        text: 'Der Body hat `llms` und `exclude_llms`; Infuzu nimmt eines von beiden an.',
      },
    },
    remedy: 'Nur `llms` oder nur `exclude_llms` senden.',
  },
} as const satisfies Translation<typeof english>;
