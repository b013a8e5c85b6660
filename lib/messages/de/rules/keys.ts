import type { Translation } from '../../catalogue';
import type { keyRules as english } from '../../en/rules/keys';

export const keyRules = {
  'key-header-has-scheme': {
    description:
      '`Infuzu-API-Key` und `X-Infuzu-API-Key` enthalten nur den Schlüssel. Mit `Bearer` davor gilt der ganze Text als Schlüssel.',
    messages: {
      bearer: {
        short: '`{scheme}` gehört nicht in `{header}`',
        text: '`{header}` enthält `{scheme}` vor dem Schlüssel; dieser Header nimmt den Schlüssel allein.',
      },
    },
    remedy: '`Bearer` und das Leerzeichen entfernen, oder den Wert in `Authorization` senden.',
  },
  'key-whitespace': {
    description:
      'Leerraum ist kein Teil eines Schlüssels: Mit ihm vergleicht der Server einen anderen Text. Meist kommt er vom Kopieren oder aus einer Datei, deren letzte Zeile mit einem Umbruch endet.',
    messages: {
      before: {
        short: 'Leerraum vor dem Schlüssel',
        text: 'In `{header}` steht Leerraum vor dem Schlüssel: {characters}.',
      },
      after: {
        short: 'Leerraum nach dem Schlüssel',
        text: 'In `{header}` steht Leerraum nach dem Schlüssel: {characters}.',
      },
      around: {
        short: 'Leerraum um den Schlüssel',
        text: 'In `{header}` steht Leerraum vor und nach dem Schlüssel: {characters}.',
      },
      inside: {
        short: 'Leerraum im Schlüssel',
        text: 'In `{header}` steht Leerraum im Schlüssel, bei Zeichen {position}: {characters}.',
        remedy:
          'Das Zeichen an Stelle {position} des Schlüssels dort entfernen, wo er steht ({characters}), oder den Schlüssel neu kopieren; Beschneiden erreicht nur die Enden.',
      },
      several: {
        short: 'Leerraum im Schlüssel und um ihn',
        text: 'In `{header}` steht Leerraum im Schlüssel, bei Zeichen {position}, und an seinen Enden: {characters}.',
        remedy:
          'Allen Leerraum des Schlüssels dort entfernen, wo er steht, auch den bei Zeichen {position}, oder den Schlüssel neu kopieren; Beschneiden erreicht nur die Enden.',
      },
      'trimmed-before': {
        short: 'Leerraum vor dem Schlüssel, entfernt',
        text: 'Der Code schrieb in `{header}` Leerraum vor den Schlüssel: {characters}. Der Browser hat ihn entfernt, andere Clients womöglich nicht.',
      },
      'trimmed-after': {
        short: 'Leerraum nach dem Schlüssel, entfernt',
        text: 'Der Code schrieb in `{header}` Leerraum hinter den Schlüssel: {characters}. Der Browser hat ihn entfernt, andere Clients womöglich nicht.',
      },
      'trimmed-around': {
        short: 'Leerraum um den Schlüssel, entfernt',
        text: 'Der Code schrieb in `{header}` Leerraum vor und hinter den Schlüssel: {characters}. Der Browser hat ihn entfernt, andere Clients womöglich nicht.',
      },
    },
    remedy:
      'Den Leerraum dort entfernen, wo der Schlüssel steht, oder beim Lesen des Schlüssels abschneiden.',
  },
  'key-quoted': {
    description:
      'Die Anführungszeichen einer Einstellungsdatei oder die Klammern eines Beispiels gehören nicht zum Schlüssel und werden mitgesendet, wenn sie bleiben.',
    messages: {
      'both-ends': {
        short: 'Schlüssel steht in {open} {close}',
        text: 'In `{header}` steht der Schlüssel in {open} und {close}, die als Teil von ihm gesendet werden.',
      },
      'one-end': {
        short: 'Überzähliges Anführungszeichen am Schlüssel',
        text: 'In `{header}` steht an einem Ende des Schlüssels ein überzähliges {quote}, das als Teil von ihm gesendet wird.',
      },
      'around-scheme': {
        short: 'Anführungszeichen um den ganzen Wert',
        text: 'Der ganze Wert von `{header}` steht in Anführungszeichen, das Wort `Bearer` eingeschlossen.',
      },
      'nothing-inside': {
        short: '`{header}` enthält nur Anführungszeichen',
        text: '`{header}` enthält ein Paar Anführungszeichen oder Klammern, in denen nichts steht.',
      },
    },
    remedy: 'Die Anführungszeichen oder Klammern entfernen, sodass der Schlüssel allein steht.',
  },
  'key-placeholder': {
    description: 'Der Schlüssel wurde nie eingesetzt: An seiner Stelle steht ein Text, der ihn vertritt.',
    messages: {
      documentation: {
        short: 'Schlüssel ist der Platzhalter `{placeholder}`',
        text: '`{header}` enthält den Platzhalter `{placeholder}` eines Beispiels statt eines Schlüssels.',
      },
      template: {
        short: 'Schlüssel ist der Text `{placeholder}`',
        text: '`{header}` enthält den Text `{placeholder}`: eine Vorlage, die nichts ausgefüllt hat.',
      },
      'shell-variable': {
        short: 'Schlüssel ist der Text `{placeholder}`',
        text: '`{header}` enthält den Text `{placeholder}`: So, wie er hier in Anführungszeichen steht, setzt die Shell nichts ein und sendet ihn unverändert.',
        remedy:
          'Den Header so schreiben, dass die Shell die Variable einsetzt: in bash und PowerShell in doppelten Anführungszeichen, in cmd als `%NAME%`.',
      },
      'variable-name': {
        short: 'Schlüssel ist der Text `{placeholder}`',
        text: '`{header}` enthält den Text `{placeholder}`: den Namen einer Variablen statt ihres Werts.',
      },
      stringified: {
        short: 'Schlüssel ist der Text `{placeholder}`',
        text: '`{header}` enthält den Text `{placeholder}`: Die Variable enthielt keinen Schlüssel, und das Programm schrieb dies für sie.',
      },
    },
    remedy:
      'Den Schlüssel vor dem Aufruf einsetzen: den Namen der Variablen prüfen, ob die Umgebung geladen ist und ob auf ein Promise gewartet wird.',
  },
  'key-characters': {
    description:
      'Ein Schlüssel besteht aus sichtbaren ASCII-Zeichen. Andere geraten hinein, wenn er aus einem Dokument oder einem Chat kopiert wird, und viele davon sieht man nicht.',
    messages: {
      'in-key': {
        short: 'Schlüssel enthält {characters}',
        text: {
          one: 'Der Schlüssel in `{header}` enthält ein Zeichen, das kein Schlüssel hat: {characters}.',
          other: 'Der Schlüssel in `{header}` enthält {count} Zeichen, die kein Schlüssel hat: {characters}.',
        },
      },
      'before-scheme': {
        short: 'Unsichtbares Zeichen vor `Bearer`',
        text: {
          one: 'In `{header}` steht vor `Bearer` ein Zeichen, das man nicht sieht: {characters}.',
          other:
            'In `{header}` stehen vor `Bearer` oder im Schlüssel {count} Zeichen, die dort nicht hingehören: {characters}.',
        },
      },
    },
    remedy: 'Den Schlüssel neu aus dem Dashboard kopieren und als reinen Text einfügen.',
  },
  'key-exposed-to-page': {
    description:
      'Was der Code einer Seite sendet, können ihre Besucher in den eigenen DevTools lesen. Infuzu rät, Schlüssel nie fest in den Code zu schreiben.',
    messages: {
      page: {
        short: 'Besucher der Seite können den Schlüssel lesen',
        text: 'Der Code einer Seite machte diesen Aufruf, also kann jeder Besucher der Seite den Schlüssel in `{header}` lesen.',
      },
    },
    remedy:
      'Für eine öffentliche Seite den eigenen Server aufrufen, den Schlüssel dort halten und von dort Infuzu aufrufen.',
  },
} as const satisfies Translation<typeof english>;
