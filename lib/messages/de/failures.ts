import type { BrowserFailure, HeadlineTexts } from '../diagnosis-texts';

/** German: calls that ended without an answer, by what the browser’s error text tells. */
export const failures = {
  'failed-refused': {
    short: 'Verbindung abgelehnt',
    text: 'Der Rechner unter `{host}` hat die Verbindung abgelehnt: An diesem Port nimmt niemand an, oder eine Firewall steht dazwischen.',
  },
  'failed-name': {
    short: 'Hostname nicht gefunden',
    text: 'Der Hostname `{host}` wurde nicht gefunden: Prüfen Sie die Schreibweise und den Namensdienst des Netzes.',
  },
  'failed-certificate': {
    short: 'Zertifikat nicht vertrauenswürdig',
    text: 'Dem Zertifikat von `{host}` wird nicht vertraut (`{error}`): Meist ist es abgelaufen, gilt für einen anderen Namen oder stammt von einem Proxy, der den Verkehr mitliest.',
  },
  'failed-tls': {
    short: 'Keine sichere Verbindung',
    text: 'Eine sichere Verbindung zu `{host}` kam nicht zustande (`{error}`): Die beiden Seiten konnten sich nicht auf TLS verständigen.',
  },
  'failed-aborted': {
    short: 'Von der Seite abgebrochen',
    text: 'Die Seite selbst hat den Aufruf aufgegeben, bevor es eine Antwort gab: Ihr Code hat ihn abgebrochen, oder sie wurde verlassen.',
  },
  'failed-blocked-by-extension': {
    short: 'Von einer Erweiterung blockiert',
    text: 'Eine Erweiterung des Browsers, zum Beispiel ein Werbeblocker, oder sein Schutz vor Verfolgung hat den Aufruf vor dem Senden blockiert.',
  },
  'failed-blocked-by-csp': {
    short: 'Von der CSP der Seite verhindert',
    text: 'Die Content-Security-Policy der Seite hat den Aufruf vor dem Senden verhindert: Ihr `connect-src` muss `{host}` erlauben.',
  },
  'failed-blocked-by-policy': {
    short: 'Von einer Richtlinie blockiert',
    text: 'Der Browser hat den Aufruf vor dem Senden blockiert (`{error}`): Eine seiner Regeln erlaubt ihn nicht.',
  },
  'failed-blocked-by-port': {
    short: 'Port von Browsern gesperrt',
    text: 'Browser rufen den Port dieser Adresse nicht auf, der zu einem anderen Protokoll gehört, darum wurde nichts gesendet: `{host}` muss über einen anderen Port erreichbar sein.',
  },
  'failed-blocked-by-mode': {
    short: 'Nie gesendet: `mode: "same-origin"`',
    text: '`mode: "same-origin"` verbietet Aufrufe an einen anderen Ursprung wie `{host}`, darum wurde nichts gesendet: Lassen Sie es weg.',
  },
  'failed-blocked-by-keepalive': {
    short: 'Nie gesendet: über 64 KiB mit `keepalive`',
    text: 'Beacons und Aufrufe mit `keepalive` dürfen höchstens 64 KiB senden, darum wurde nichts gesendet: Senden Sie weniger, oder lassen Sie `keepalive` weg.',
  },
  'failed-blocked-integrity': {
    short: '{status}, am Hash in `integrity` gescheitert',
    text: 'Der Server antwortete {status}, aber der Browser hat den Body verworfen: Er hat nicht den Hash, den der Code mit `integrity` verlangt.',
  },
  'failed-blocked-answer': {
    short: 'Antwort vom Browser zurückgehalten',
    text: 'Der Browser hat der Seite die Antwort vorenthalten (`{error}`): Ein Header der Antwort oder die Art ihres Inhalts erlaubt einer anderen Website die Verwendung nicht.',
  },
  'failed-timed-out': {
    short: 'Zeit abgelaufen',
    text: 'Der Aufruf an `{host}` bekam nicht rechtzeitig eine Antwort: Das Netz, eine Firewall oder der Server ließ ihn warten.',
  },
  'failed-reset': {
    short: 'Verbindung abgerissen',
    text: 'Die Verbindung zu `{host}` riss ab, bevor die Antwort vollständig war (`{error}`); derselbe Aufruf kann gelingen, wenn er noch einmal gesendet wird.',
  },
  'failed-offline': {
    short: 'Kein Netz',
    text: 'Es gab keinen Weg zu `{host}` (`{error}`): Der Rechner war offline, hat während des Aufrufs das Netz gewechselt oder erreicht diese Adresse nicht.',
  },
  'failed-too-many-redirects': {
    short: 'Zu oft weitergeleitet',
    text: 'Der Aufruf wurde so oft weitergeleitet, dass er aufgegeben wurde; meist führen solche Weiterleitungen im Kreis.',
  },
  'failed-proxy': {
    short: 'Proxy gescheitert',
    text: 'Der Proxy zwischen diesem Rechner und `{host}` hat den Aufruf nicht durchgelassen (`{error}`).',
  },
  'failed-unspecific': {
    short: 'Gescheitert, meist an CORS',
    text: 'Der Browser hat den Aufruf ohne Angabe eines Grundes aufgegeben (`{error}`), was meist bedeutet, dass CORS ihn nicht erlaubt: Sehen Sie sich den Preflight und `Access-Control-Allow-Origin` des Servers an; ein Aufruf mit `credentials: "include"` braucht dort den Ursprung der Seite, nicht `*`, und `Access-Control-Allow-Credentials: true`.',
  },
  'failed-other': {
    short: 'Gescheitert: `{error}`',
    text: 'Der Aufruf wurde mit `{error}` aufgegeben, und eine Antwort des Servers ist nicht bekannt.',
  },
  'failed-silent': {
    short: 'Keine Antwort',
    text: 'Der Aufruf endete ohne Antwort des Servers, und die Aufzeichnung sagt nicht, warum: Er wurde blockiert, abgebrochen, oder die Verbindung scheiterte.',
  },
} as const satisfies Readonly<Record<`failed-${BrowserFailure}`, HeadlineTexts>>;
