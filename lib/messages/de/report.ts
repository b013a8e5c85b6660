import type { ReportTexts } from '../report-texts';

export const report = {
  standardInput: 'Standardeingabe',
  calls: { one: '{count} Anfrage an Infuzu', other: '{count} Anfragen an Infuzu' },
  noCalls: 'keine Anfrage an Infuzu',
  noReadableCalls: 'keine lesbare Anfrage an Infuzu',
  ignored: {
    one: '{count} an einen anderen Host, ausgelassen',
    other: '{count} an andere Hosts, ausgelassen',
  },
  unreadable: { one: '{count} unlesbarer Eintrag', other: '{count} unlesbare Einträge' },
  shown: {
    one: '{shown} von {count} Aufruf, Filter: `{filter}`',
    other: '{shown} von {count} Aufrufen, Filter: `{filter}`',
  },
  noStatus: 'keine Antwort',
  severity: { error: 'Fehler', warning: 'Warnung', notice: 'Hinweis' },
  outcome: {
    confirmed: 'vom Server bestätigt',
    contradicted: 'der Server sagt etwas anderes',
    unexplained: 'nicht durch einen Befund erklärt',
    stopped: 'im Browser aufgehalten',
    predicted: 'vorhergesagt',
    tolerated: 'vom Server geduldet',
  },
  server: 'Server',
  remedy: 'Abhilfe',
  see: 'Siehe',
  crashed: 'Die Regel `{rule}` ist an diesem Eintrag gescheitert und sagt hier nichts.',
} as const satisfies ReportTexts;
