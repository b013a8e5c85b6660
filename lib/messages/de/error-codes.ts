import type { ErrorCode } from '../../api/error-codes';
import type { ErrorCodeTexts } from '../diagnosis-texts';

/** German: every documented error code explained. */
export const codes = {
  missing_api_key: {
    meaning: 'der Server hat in der Anfrage keinen API-Schlüssel gefunden',
    inRequest: [
      'Der Aufruf trägt weder `Infuzu-API-Key` noch `X-Infuzu-API-Key` noch `Authorization`.',
      'Der Header ist da, aber leer, weil die Variable leer ist, die ihn füllen soll.',
      'Der Header hat einen Namen, den der Server nicht kennt, etwa `X-API-Key`.',
      'Eine Weiterleitung zu einem anderen Ursprung hat den Header entfernt.',
    ],
    beyond: ['Ein Proxy oder ein Gateway hat den Header entfernt.'],
    remedy: 'Den Schlüssel in genau einem Auth-Header senden, zum Beispiel `Infuzu-API-Key`.',
    retry: 'Derselbe Aufruf wird wieder scheitern, bis er einen Schlüssel trägt.',
  },
  multiple_api_keys: {
    meaning: 'der Server hat mehr als einen Auth-Header gefunden',
    inRequest: [
      'Der Code setzt einen Schlüssel-Header, und ein SDK fügt von sich aus `Authorization` hinzu.',
      'Derselbe Header wird zweimal gesetzt, einmal als Vorgabe und einmal für den Aufruf.',
    ],
    beyond: ['Ein Proxy oder ein Gateway fügt einen eigenen Schlüssel hinzu.'],
    remedy: 'Alle Auth-Header bis auf einen entfernen.',
    retry: 'Derselbe Aufruf wird wieder scheitern, bis nur ein Auth-Header übrig ist.',
  },
  invalid_api_key: {
    meaning: 'der Schlüssel ist ungültig oder gesperrt',
    inRequest: [
      'Am oder im Schlüssel stehen Leerraum, Anführungszeichen oder andere Zeichen.',
      'Statt eines Schlüssels wurde ein Platzhalter gesendet.',
      'Der Aufruf ging über `http:`.',
    ],
    beyond: [
      'Der Schlüssel wurde gesperrt oder gehört zu einem anderen Konto oder Dienst.',
      'Beim Kopieren ging ein Teil des Schlüssels verloren.',
      'Die Uhr des Rechners geht falsch.',
    ],
    remedy: 'Den Schlüssel mit dem im Dashboard vergleichen und dort im Zweifel einen neuen erzeugen.',
    retry: 'Derselbe Aufruf wird wieder scheitern, bis er einen gültigen Schlüssel trägt.',
  },
  invalid_authorization_header: {
    meaning: '`Authorization` besteht nicht aus `Bearer`, einem Leerzeichen und dem Schlüssel',
    inRequest: [
      'Vor dem Schlüssel fehlt `Bearer `.',
      'Nach `Bearer` steht kein Leerzeichen, mehr als eines oder ein Doppelpunkt, oder das Wort steht zweimal da.',
      'Ein anderes Schema wird benutzt, etwa `Basic` oder `Token`.',
    ],
    beyond: ['Ein Proxy oder ein Gateway hat den Header umgeschrieben.'],
    remedy:
      '`Authorization: Bearer`, ein Leerzeichen und den Schlüssel senden, oder den Schlüssel allein in `Infuzu-API-Key`.',
    retry: 'Derselbe Aufruf wird wieder scheitern, bis der Header stimmt.',
  },
  invalid_request_body: {
    meaning: 'der Body ist fehlerhaft, oder Pflichtfelder fehlen',
    inRequest: [
      'Der Body ist kein JSON: Ein Objekt wurde nicht kodiert, oder ein Komma oder Anführungszeichen ist falsch.',
      'Der Body wurde zweimal kodiert und ist ein JSON-Text.',
      'Der Body ist leer.',
    ],
    beyond: ['Ein Proxy oder ein Gateway hat den Body verändert oder abgeschnitten.'],
    remedy: 'Ein JSON-Objekt senden, einmal kodiert, zum Beispiel mit `JSON.stringify(…)`.',
    retry: 'Derselbe Aufruf wird wieder scheitern, bis der Body stimmt.',
  },
  missing_required_field: {
    meaning: 'ein Pflichtfeld fehlt oder ist leer',
    inRequest: [
      '`messages` fehlt, ist leer oder heißt anders.',
      'Die Felder stehen innerhalb eines anderen Objekts.',
    ],
    beyond: ['Die Adresse verlangt ein weiteres Feld.'],
    remedy: '`messages` mit mindestens einer Nachricht der Rolle `user` oder `system` senden.',
    retry: 'Derselbe Aufruf wird wieder scheitern, bis das Feld da ist.',
  },
  invalid_field: {
    meaning: 'der Wert eines Feldes ist nicht erlaubt',
    inRequest: [
      'Eine Nachricht hat eine andere Rolle als `system`, `user` und `assistant`, oder die Reihenfolge stimmt nicht.',
      '`llms` und `exclude_llms` sind beide angegeben.',
    ],
    beyond: ['Ein Modell in `llms`, `exclude_llms` oder `model` ist nicht bekannt.'],
    remedy:
      'Den Namen des Feldes der Meldung des Servers entnehmen und seinen Wert mit der Dokumentation vergleichen.',
    retry: 'Derselbe Aufruf wird wieder scheitern, bis der Wert erlaubt ist.',
  },
  not_enough_funds: {
    meaning: 'das Guthaben des Kontos reicht nicht',
    inRequest: [],
    beyond: [
      'Das Guthaben des Kontos ist aufgebraucht.',
      'Der Schlüssel gehört zu einem anderen Konto als erwartet.',
    ],
    remedy: 'Das Guthaben im Dashboard aufladen.',
    retry: 'Derselbe Aufruf gelingt, sobald wieder Guthaben da ist.',
  },
  unsupported_media_type: {
    meaning: '`Content-Type` ist nicht `application/json`',
    inRequest: [
      'Es wurde kein `Content-Type` gesetzt: `fetch` sendet dann `text/plain`, `curl -d` ein Formular.',
      'Der Body wurde als Formular gesendet.',
    ],
    beyond: ['Ein Proxy oder ein Gateway hat den Header verändert.'],
    remedy: '`Content-Type: application/json` setzen und JSON senden.',
    retry: 'Derselbe Aufruf wird wieder scheitern, bis der Typ stimmt.',
  },
  rate_limit_exceeded: {
    meaning: 'das Konto ist über seiner Ratenbegrenzung für Anfragen oder Eingabezeichen',
    inRequest: [],
    beyond: [
      'Viele Aufrufe in kurzer Zeit: eine Schleife, oder mehrere Benutzer mit einem Schlüssel.',
      'Abgelehnte Aufrufe werden sofort wiederholt; auch sie zählen.',
      'Lange Eingaben brauchen die erlaubten Zeichen auf.',
    ],
    remedy: 'So lange warten, wie `Retry-After` sagt, und nach jeder weiteren Ablehnung länger.',
    retry:
      'Derselbe Aufruf kann nach einer Wartezeit gelingen; eine sofortige Wiederholung macht es schlimmer.',
  },
  internal_server_error: {
    meaning: 'der Server ist an einem eigenen Fehler gescheitert',
    inRequest: [],
    beyond: [
      'Eine vorübergehende Störung des Dienstes.',
      'Ein Fehler des Dienstes, der bei jeder Anfrage dieser Art auftritt.',
    ],
    remedy:
      'Den Aufruf etwas später noch einmal senden; bleibt der Fehler, dem Support die Zeit des Aufrufs nennen.',
    retry: 'Derselbe Aufruf kann gelingen, wenn er nach einer wachsenden Pause noch einmal gesendet wird.',
  },
} as const satisfies Readonly<Record<ErrorCode, ErrorCodeTexts>>;
