import type { DiagnosisTexts } from '../diagnosis-texts';
import { codes } from './error-codes';
import { failures } from './failures';

export const diagnosis = {
  headlines: {
    clean: {
      short: 'Fehlerfrei',
      text: 'Der Aufruf ist korrekt aufgebaut, und der Server hat mit {status} geantwortet.',
    },
    'clean-unanswered': {
      short: 'Kein Fehler gefunden',
      text: 'In der Anfrage wurde kein Fehler gefunden; eine Antwort enthält die Aufzeichnung nicht.',
    },
    'clean-key-untold': {
      short: 'Kein Fehler gefunden, Schlüssel unbekannt',
      text: 'In der Anfrage wurde kein Fehler gefunden; ihren Schlüssel setzt die Shell ein, er selbst ist daher nicht bekannt und wurde nicht beurteilt.',
    },
    'undocumented-unanswered': {
      short: 'Kein dokumentierter Aufruf',
      text: '{method} unter dieser Adresse ist kein dokumentierter Aufruf: Dokumentiert sind `POST /api/llm-response` und `POST /api/v1/chat/completions` bei `chat.infuzu.com`.',
    },
    'clean-unseen': {
      short: 'Kein Fehler gefunden, Teile nicht gesehen',
      text: 'In dem, was die Zeile von der Anfrage enthält, wurde kein Fehler gefunden.',
    },
    'clean-partial': {
      short: '{status}, Anfang nicht gesehen',
      text: 'Der Server hat mit {status} geantwortet; ein Fehler wurde nicht gefunden, doch die Aufzeichnung beginnt mitten im Aufruf, daher ließ sich nicht die ganze Anfrage beurteilen.',
    },
    'headers-not-recorded': {
      short: '{status}, Header nicht aufgezeichnet',
      text: 'Der Server hat mit {status} geantwortet; die Aufzeichnung enthält die Header der Anfrage nicht, daher ließ sich ihr Schlüssel nicht beurteilen.',
    },
    'answer-not-recorded': {
      short: 'Keine Antwort aufgezeichnet',
      text: 'Die Aufzeichnung enthält keine Antwort, daher ist nicht bekannt, wie der Aufruf ausging; in der Anfrage wurde kein Fehler gefunden.',
    },
    'nothing-recorded': {
      short: 'Weder Header noch Antwort aufgezeichnet',
      text: 'Die Aufzeichnung enthält weder die Header der Anfrage noch eine Antwort, daher ließ sich der Aufruf nicht beurteilen.',
    },
    'not-modified': {
      short: 'Fehlerfrei, unverändert',
      text: 'Der Server hat geantwortet, dass sich seit dem letzten Mal nichts geändert hat (304).',
    },
    receiving: {
      short: 'Empfängt die Antwort',
      text: 'Der Server antwortet mit {status}; der Rest ist noch unterwegs.',
    },
    'reason-coming': {
      short: 'Abgelehnt mit {status}, Grund kommt',
      text: 'Der Server hat den Aufruf mit {status} abgelehnt; der Body, der den Grund nennt, ist unterwegs.',
    },
    pending: { short: 'Wartet auf Antwort', text: 'Der Aufruf wartet noch auf die Antwort des Servers.' },
    redirected: {
      short: 'Weitergeleitet',
      text: 'Der Server hat mit {status} geantwortet und den Aufruf nach {url} weitergeschickt.',
    },
    'redirect-not-followed': {
      short: 'Weiterleitung nicht gefolgt',
      text: 'Der Server hat mit {status} geantwortet und den Aufruf nach {url} weitergeschickt, und der Browser ist nicht gefolgt: Der Code verlangt das mit `redirect: "manual"` oder `"error"`, oder die Seite wurde verlassen.',
    },
    'redirect-of-curl': {
      short: 'Weiterleitung nicht gefolgt',
      text: 'Der Server hat mit {status} geantwortet und den Aufruf nach {url} weitergeschickt, wo der Text keinen zeigt; curl folgt nur mit `-L`.',
    },
    tolerated: {
      short: '{status} trotz: {finding}',
      text: 'Der Server hat mit {status} geantwortet, obwohl die Anfrage einen Fehler hat, den er jederzeit ablehnen kann: {finding}',
    },
    contradicted: {
      short: '`{code}` statt `{expected}`',
      text: 'Der Server hat mit {status} `{code}` geantwortet ({meaning}), während dieser Fehler der Anfrage zu `{expected}` führt: {finding}',
    },
    'contradicted-unknown-code': {
      short: '`{code}` statt `{expected}`',
      text: 'Der Server hat mit {status} `{code}` geantwortet, einem Code, der nicht dokumentiert ist, während dieser Fehler der Anfrage zu `{expected}` führt: {finding}',
    },
    'contradicted-status': {
      short: '{status} statt {expected}',
      text: 'Der Server hat ohne dokumentierten Fehler mit {status} geantwortet, während dieser Fehler der Anfrage zu {expected} führt: {finding}',
    },
    'code-missing_api_key': {
      short: 'Schlüssel unterwegs verloren',
      text: 'Der Server hat keinen API-Schlüssel gefunden, obwohl die Anfrage einen trägt; also hat etwas zwischen dieser Aufzeichnung und dem Server (ein Proxy, ein Gateway, eine Weiterleitung) den Auth-Header entfernt.',
    },
    'code-multiple_api_keys': {
      short: 'Zweiter Auth-Header unterwegs',
      text: 'Der Server hat mehr als einen Auth-Header gefunden, obwohl diese Aufzeichnung nur einen zeigt; also fügt etwas zwischen dieser Aufzeichnung und dem Server (ein Proxy, ein Gateway) einen weiteren hinzu.',
    },
    'code-invalid_api_key': {
      short: 'Korrekt aufgebaut, aber der Schlüssel ist falsch oder gesperrt',
      text: 'Die Anfrage ist korrekt aufgebaut, also ist der Schlüssel selbst falsch, gesperrt oder diesem Host nicht bekannt: Vergleichen Sie ihn mit dem im Dashboard, oder erzeugen Sie dort einen neuen.',
    },
    'code-invalid_authorization_header': {
      short: '`Authorization` unterwegs verändert',
      text: 'Der Server hält `Authorization` für fehlerhaft, obwohl diese Aufzeichnung ihn richtig zeigt; etwas zwischen dieser Aufzeichnung und dem Server hat ihn möglicherweise umgeschrieben.',
    },
    'code-invalid_request_body': {
      short: 'Body abgelehnt',
      text: 'Der Server konnte den Body der Anfrage nicht lesen; in dieser Aufzeichnung ist kein Fehler daran zu sehen, prüfen Sie daher jedes Feld anhand der Dokumentation.',
    },
    'code-missing_required_field': {
      short: 'Ein Pflichtfeld fehlt',
      text: 'Im Body der Anfrage fehlt ein Pflichtfeld; die eigene Meldung des Servers nennt es.',
    },
    'code-invalid_field': {
      short: 'Wert eines Feldes nicht erlaubt',
      text: 'Der Server erlaubt den Wert eines Feldes im Body der Anfrage nicht, zum Beispiel ein Modell, das er nicht kennt; seine eigene Meldung nennt das Feld.',
    },
    'code-not_enough_funds': {
      short: 'Guthaben reicht nicht',
      text: 'Der Schlüssel wurde angenommen, aber das Guthaben des Kontos reicht nicht: Laden Sie es im Dashboard auf.',
    },
    'code-unsupported_media_type': {
      short: '`Content-Type` abgelehnt',
      text: 'Der Server hat den Typ des Bodys abgelehnt, obwohl diese Aufzeichnung `application/json` zeigt; etwas auf dem Weg hat `Content-Type` möglicherweise verändert.',
    },
    'code-rate_limit_exceeded': {
      short: 'Ratenbegrenzung überschritten',
      text: 'Das Konto hat mehr Anfragen oder mehr Eingabezeichen gesendet, als seine Ratenbegrenzung erlaubt: Warten Sie vor dem nächsten Aufruf, denn auch jeder abgelehnte Aufruf zählt.',
    },
    'code-internal_server_error': {
      short: 'Fehler im Server',
      text: 'Der Server ist an einem eigenen Fehler gescheitert; nichts in der Anfrage erklärt ihn, und derselbe Aufruf kann etwas später gelingen.',
    },
    'code-unknown': {
      short: 'Abgelehnt mit `{code}`',
      text: 'Der Server hat den Aufruf mit {status} `{code}` abgelehnt, einem Code, der nicht dokumentiert ist; nichts in der Anfrage erklärt es.',
    },
    'key-accepted': {
      short: 'Abgelehnt, obwohl der Schlüssel in einem anderen Aufruf galt',
      text: 'Der Server hat den Aufruf mit {status} abgelehnt, doch ein anderer Aufruf mit demselben Schlüssel gelang, bei `{origin}`: Vielleicht galt der Schlüssel zu dieser Zeit nicht, oder nicht für diesen Host oder Endpunkt.',
    },
    'key-not-recorded': {
      short: 'Schlüssel abgelehnt, Auth-Header nicht aufgezeichnet',
      text: 'Der Server hat mit {status} `{code}` geantwortet ({meaning}), und die Aufzeichnung enthält den Auth-Header nicht so, wie der Aufruf ihn hatte, sodass seine Form nicht beurteilt werden kann.',
    },
    'headers-unknown': {
      short: '{status}, Header nicht aufgezeichnet',
      text: 'Der Server hat den Aufruf mit {status} abgelehnt; die Aufzeichnung enthält die Header der Anfrage nicht, also lässt sich über ihren Schlüssel nichts sagen.',
    },
    'auth-header-unknown': {
      short: '{status}, Auth-Header vielleicht weggelassen',
      text: 'Der Server hat mit {status} geantwortet; der Aufzeichnung kann der Auth-Header des Aufrufs fehlen (Chrome lässt ihn in einer HAR-Datei weg, wenn keine sensiblen Daten mit exportiert werden), daher ließ sich sein Schlüssel nicht beurteilen.',
    },
    'login-refused': {
      short: '{status}, Anmeldung abgelehnt',
      text: 'Der Server hat den Aufruf mit {status} abgelehnt; die eigenen Seiten von Infuzu brauchen dafür keinen Schlüssel, also ist vielleicht eine Anmeldung per Cookie abgelaufen oder erlaubt ihn nicht: Melden Sie sich neu an.',
    },
    'type-not-recorded': {
      short: '`Content-Type` abgelehnt, nicht aufgezeichnet',
      text: 'Der Server hat den Typ des Bodys abgelehnt ({status}), und die Aufzeichnung enthält die Header der Anfrage nicht, sodass sie nicht beurteilt werden können.',
    },
    'status-401': {
      short: '401 ohne dokumentierten Fehler',
      text: 'Der Server hat den Aufruf als nicht authentifiziert abgelehnt (401), ohne dokumentierten Fehler; nichts in der Anfrage erklärt es, also ist möglicherweise der Schlüssel selbst falsch oder gesperrt.',
    },
    'status-403': {
      short: '403 ohne dokumentierten Fehler',
      text: 'Der Server oder ein Gateway davor hat den Aufruf verboten (403), ohne dokumentierten Fehler; nichts in der Anfrage erklärt es.',
    },
    'status-404': {
      short: 'Pfad unbekannt',
      text: 'Der Server kennt unter dieser Adresse nichts (404).',
    },
    'status-405': {
      short: 'Methode nicht erlaubt',
      text: 'Der Server erlaubt die Methode {method} unter dieser Adresse nicht (405).',
    },
    'call-undocumented': {
      short: '{status}, kein dokumentierter Aufruf',
      text: '{method} unter dieser Adresse ist kein dokumentierter Aufruf, und der Server hat mit {status} geantwortet: Dokumentiert sind `POST /api/llm-response` und `POST /api/v1/chat/completions` bei `chat.infuzu.com`.',
    },
    'status-413': {
      short: 'Body zu groß',
      text: 'Der Server hat den Body der Anfrage als zu groß abgelehnt (413).',
    },
    'status-429': {
      short: 'Zu viele Anfragen',
      text: 'Der Server hat den Aufruf abgelehnt, weil es zu viele waren (429): Warten Sie vor dem nächsten, denn auch jeder abgelehnte Aufruf zählt.',
    },
    'status-words': {
      short: '{status}: {message}',
      text: 'Der Server hat den Aufruf mit {status} abgelehnt und sagt „{message}“.',
    },
    'status-4xx': {
      short: '{status} ohne dokumentierten Fehler',
      text: 'Der Server hat den Aufruf mit {status} abgelehnt, ohne dokumentierten Fehler; nichts in der Anfrage erklärt es.',
    },
    'reason-unseen': {
      short: '{status}, Grund nicht gesehen',
      text: 'Der Server hat den Aufruf mit {status} abgelehnt; seine Antwort wurde nicht gesehen, also ist nicht bekannt, was sie über den Grund sagt, und nichts in der Anfrage erklärt es.',
    },
    'status-gateway': {
      short: '{status}, Server nicht verfügbar',
      text: 'Der Server oder ein Gateway davor hat mit {status} geantwortet: Er war nicht verfügbar oder hat nicht rechtzeitig geantwortet; derselbe Aufruf kann etwas später gelingen.',
    },
    'status-5xx': {
      short: '{status}, Fehler im Server',
      text: 'Der Server ist mit {status} an einem eigenen Fehler gescheitert; nichts in der Anfrage erklärt ihn, und derselbe Aufruf kann etwas später gelingen.',
    },
    'preflight-allowed': {
      short: 'Preflight beantwortet',
      text: 'Der Browser hat gefragt, ob die Seite den Aufruf machen darf (Preflight), und der Server hat es mit {status} erlaubt.',
    },
    'preflight-alone': {
      short: 'Preflight erlaubt, der Aufruf fehlt noch',
      text: 'Der Browser hat gefragt, ob die Seite einen Aufruf machen darf (Preflight), und der Server hat es mit {status} erlaubt; der Aufruf selbst wurde nicht gesehen, er läuft also vielleicht noch.',
    },
    'preflight-refused': {
      short: 'Preflight abgelehnt',
      text: 'Der Browser hat gefragt, ob die Seite den Aufruf machen darf (Preflight), und die Antwort {status} des Servers erlaubt es nicht; der Aufruf selbst wurde nie gemacht.',
    },
    'page-furniture': {
      short: 'Teil einer Seite',
      text: 'Dies ist ein Teil einer Seite ({type}) und kein API-Aufruf, er braucht daher keinen Schlüssel.',
    },
    'never-sent': {
      short: 'Nie gesendet',
      text: 'Der Aufruf im Code ist gescheitert, bevor es eine Anfrage gab; an den Server wurde nichts gesendet.',
    },
    'never-sent-name': {
      short: 'Nie gesendet: `{header}` ist kein Header-Name',
      text: 'Der Aufruf im Code ist gescheitert, bevor es eine Anfrage gab: `{header}` hat ein Zeichen, das kein Header-Name haben darf.',
    },
    'unknown-end': {
      short: 'Ende nicht gesehen',
      text: 'Das Ende dieses Aufrufs wurde nicht gesehen; in dem, was von der Anfrage bekannt ist, wurde kein Fehler gefunden.',
    },
    'unknown-end-silent': {
      short: 'Ende in {minutes} Minuten nicht gesehen',
      text: 'Wie dieser Aufruf endete, ist nicht bekannt: Der Browser hat {minutes} Minuten lang nichts mehr von ihm gemeldet.',
    },
    'unknown-end-no-request': {
      short: 'Ende von DevTools nicht gemeldet',
      text: 'Wie dieser Aufruf endete, ist nicht bekannt: Nur DevTools konnte es zeigen, und die Seite wurde vorher verlassen, DevTools vorher geschlossen, oder {minutes} Minuten lang kam nichts.',
    },
    'unknown-end-saved': {
      short: 'Beim Speichern noch ohne Antwort',
      text: 'Der Aufruf wartete noch auf seine Antwort, als diese Aufzeichnung gespeichert wurde.',
    },
    'unknown-end-devtools-lost': {
      short: 'Antwort in DevTools verloren',
      text: 'Wie dieser Aufruf endete, ist nicht bekannt: Nur DevTools sah ihn und hat keine Antwort behalten.',
    },
    interrupted: {
      short: 'Nach {status} unterbrochen',
      text: 'Der Server hat mit {status} geantwortet, aber die Antwort kam nicht vollständig an oder erreichte den Code nicht, der sie wollte (`{error}`).',
    },
    'answer-html': {
      short: '{status}, aber eine HTML-Seite',
      text: 'Der Server hat mit {status} und einer HTML-Seite geantwortet, wo die API JSON sendet; vielleicht hat ein Proxy, ein Gateway oder eine Anmeldeseite an ihrer Stelle geantwortet.',
    },
    'given-up': {
      short: 'Von der Seite abgebrochen',
      text: 'Der Server hat mit {status} geantwortet, und die Seite gab den Aufruf auf, bevor die Antwort ganz da war: Ihr Code hat ihn abgebrochen, oder sie wurde verlassen.',
    },
    ...failures,
  },
  codes,
  retry: {
    never: 'Derselbe Aufruf wird wieder scheitern.',
    'after-change': 'Derselbe Aufruf wird wieder scheitern, bis die Ursache behoben ist.',
    'after-wait': 'Derselbe Aufruf kann nach einer Wartezeit gelingen.',
    'may-help': 'Derselbe Aufruf kann gelingen, wenn er noch einmal gesendet wird.',
  },
} as const satisfies DiagnosisTexts;
