import type { Translation } from '../catalogue';
import type { exportTexts as english } from '../en/interface-export';

export const exportTexts: Translation<typeof english> = {
  action: 'Exportieren',
  close: 'Export schließen',
  formats: { ticket: 'Ticket-Text', bundle: 'Support-Paket', har: 'HAR' },
  formatsLabel: 'Format',
  about: {
    ticket:
      'Markdown für ein Ticket oder einen Chat: die auffälligen Aufrufe, was falsch ist und die Abhilfe.',
    bundle: 'Alles, was über diese Aufrufe bekannt ist. In der Werkbank geöffnet zeigt es dasselbe.',
    har: 'HAR 1.2, für die DevTools von Chrome und Firefox und andere Betrachter. Die Urteile und die erklärten Fehler behält nur das Support-Paket.',
  },
  hidden: {
    one: 'Auch den {count} Aufruf, den der Filter verbirgt',
    other: 'Auch die {count} Aufrufe, die der Filter verbirgt',
  },
  content: 'Darin',
  calls: { one: '{count} Aufruf', other: '{count} Aufrufe' },
  hops: { one: '{count} Weiterleitung', other: '{count} Weiterleitungen' },
  preflights: { one: '{count} Preflight', other: '{count} Preflights' },
  findings: { one: '{count} Befund', other: '{count} Befunde' },
  masked: 'Verdeckt',
  maskedCount: {
    one: '{count} Schlüssel oder anderes Geheimnis',
    other: '{count} Schlüssel und andere Geheimnisse',
  },
  leftOut: 'Weggelassen',
  contents: 'Inhalte von Nachrichten: Sie werden nie behalten, also kann kein Export sie enthalten',
  clean: { one: '{count} fehlerfreier Aufruf', other: '{count} fehlerfreie Aufrufe' },
  pending: { one: '{count} Aufruf, der noch wartet', other: '{count} Aufrufe, die noch warten' },
  filtered: {
    one: '{count} Aufruf, den der Filter verbirgt',
    other: '{count} Aufrufe, die der Filter verbirgt',
  },
  dropped: {
    one: '{count} älterer Aufruf, schon vorher verworfen',
    other: '{count} ältere Aufrufe, schon vorher verworfen',
  },
  size: 'Größe',
  preview: 'Vorschau',
  previewCut: 'Die ersten {shown} von {count} Zeichen',
  checking: 'Sucht nach Schlüsseln darin …',
  checkedText: 'Geprüft: kein Schlüssel darin.',
  checked: 'Geprüft: kein Schlüssel darin, und es lässt sich wieder lesen.',
  refused:
    'Lässt sich nicht speichern: Bei `{place}` steht, was wie ein Schlüssel aussieht. Bitte melden Sie das.',
  unreadable: 'Lässt sich nicht speichern: Es lässt sich nicht wieder lesen. Bitte melden Sie das.',
  save: 'Speichern',
  saved: 'Dem Browser übergeben als `{name}`.',
  har: {
    comment: 'Schlüssel sind verdeckt, Inhalte von Nachrichten weggelassen.',
    contentLeftOut: 'Der Body ist weggelassen.',
    contentKept: 'Nur die Fehler und Warnungen der Antwort; der Rest ist weggelassen.',
    contentUnknown: 'Der Body ist nicht bekannt.',
    headersUnknown: 'Die Header sind nicht bekannt.',
    endUnknown: 'Wann der Aufruf endete, ist nicht bekannt.',
  },
};
