import type { Translation } from '../../catalogue';
import type { transportRules as english } from '../../en/rules/transport';

export const transportRules = {
  'insecure-transport': {
    description:
      'Infuzu ist nur über https zu erreichen. Was ein Aufruf an `http:` mitführt, kann unterwegs jeder lesen, und eine Weiterleitung nach https kommt zu spät: Die erste Anfrage ist dann schon gesendet.',
    messages: {
      key: {
        short: 'Schlüssel über `http:` gesendet, bitte sperren',
        text: 'Der Schlüssel in `{header}` reist über `http:`, also unverschlüsselt, und gehört gesperrt.',
      },
      'key-before-redirect': {
        short: 'Schlüssel vor der Weiterleitung über `http:` gesendet',
        text: 'Der Schlüssel in `{header}` reiste vor der Weiterleitung nach https über `http:`, also unverschlüsselt, und gehört gesperrt.',
      },
      'key-in-url': {
        short: 'Schlüssel über `http:` gesendet, bitte sperren',
        text: 'Der Schlüssel in der URL reist über `http:`, also unverschlüsselt, und gehört gesperrt.',
      },
      'no-key': {
        short: 'Aufruf über `http:`',
        text: 'Der Aufruf reist über `http:`, also unverschlüsselt; Infuzu ist nur über https zu erreichen.',
      },
      unsent: {
        short: 'Aufruf über `http:`',
        text: 'Die URL beginnt mit `http:`, und Infuzu ist nur über https zu erreichen. Der Aufruf wurde nicht gesendet, der Schlüssel ist also nicht preisgegeben.',
      },
    },
    remedy:
      'In der URL `https:` schreiben. War ein Schlüssel dabei, ihn im Dashboard sperren und einen neuen anlegen.',
  },
  'mixed-content-blocked': {
    description:
      'Eine über https geladene Seite darf `http:` nicht aufrufen. Der Browser hält einen solchen Aufruf an, bevor etwas gesendet wird, und der Code der Seite sieht einen Netzwerkfehler ohne Status.',
    messages: {
      blocked: {
        short: 'Browser hat den `http:`-Aufruf angehalten',
        text: 'Die Seite `{page}` wurde über https geladen, rief aber `http:` auf; der Browser hielt den Aufruf an, bevor etwas gesendet wurde.',
      },
    },
    remedy: 'In der URL des Aufrufs `https:` schreiben.',
  },
  'key-in-url': {
    description:
      'URLs bleiben, wo Schlüssel nicht hingehören: im Verlauf des Browsers, in Protokollen von Servern und Proxys, in `Referer`-Headern. Infuzu liest den Schlüssel nur aus einem Header.',
    messages: {
      query: {
        short: 'Schlüssel in der Query: `{name}`',
        text: 'Der Query-Parameter `{name}` enthält einen Schlüssel; Infuzu liest Schlüssel nur aus einem Header, und wer die URL sieht, kann ihn lesen.',
      },
      fragment: {
        short: 'Schlüssel im Fragment: `{name}`',
        text: 'Der Fragment-Parameter `{name}` enthält einen Schlüssel; ein Fragment wird nie an den Server gesendet, bleibt aber im Verlauf des Browsers.',
      },
      'header-key-in-query': {
        short: 'Schlüssel auch in der Query: `{name}`',
        text: 'Der Query-Parameter `{name}` enthält denselben Schlüssel wie der Auth-Header; wer die URL sieht, kann ihn lesen.',
      },
      'header-key-in-fragment': {
        short: 'Schlüssel auch im Fragment: `{name}`',
        text: 'Der Fragment-Parameter `{name}` enthält denselben Schlüssel wie der Auth-Header; er bleibt so im Verlauf des Browsers.',
      },
      'bare-query': {
        short: 'Schlüssel in der Query',
        text: 'Die Query enthält denselben Schlüssel wie der Auth-Header; wer die URL sieht, kann ihn lesen.',
      },
      'bare-fragment': {
        short: 'Schlüssel im Fragment',
        text: 'Das Fragment enthält denselben Schlüssel wie der Auth-Header; er bleibt so im Verlauf des Browsers.',
      },
      'bare-key': {
        short: 'Schlüssel in der URL',
        text: 'In der URL steht, was die Form eines Schlüssels hat; Infuzu liest Schlüssel nur aus einem Header, und wer die URL sieht, kann ihn lesen.',
      },
      userinfo: {
        short: 'Zugangsdaten vor dem `@` der URL',
        text: 'Die URL enthält Zugangsdaten vor dem `@`; Infuzu liest Schlüssel nur aus einem Header, und wer die URL sieht, kann sie lesen.',
      },
    },
    remedy:
      'Den Schlüssel im Header `Infuzu-API-Key` senden und aus der URL nehmen. Ein Schlüssel, der in einer URL stand, wird am besten gesperrt.',
  },
  'credential-lost-on-redirect': {
    description:
      'Führt eine Weiterleitung zu einem anderen Ursprung (das Schema zählt mit), lassen Browser `Authorization` in der nächsten Anfrage weg. Der Server dort sieht einen Aufruf ohne Schlüssel.',
    messages: {
      'other-origin': {
        short: 'Weiterleitung verlor `Authorization`',
        text: '`Authorization` ging bei der Weiterleitung von `{from}` zu einem anderen Ursprung, `{to}`, verloren.',
      },
      'same-origin': {
        short: 'Weiterleitung verlor `Authorization`',
        text: 'Die erste Anfrage an `{from}` trug `Authorization`, die nach der Weiterleitung nicht mehr.',
      },
      'another-key-kept': {
        short: 'Weiterleitung verlor `Authorization`',
        text: '`Authorization` ging bei der Weiterleitung von `{from}` nach `{to}` verloren; nur der andere Schlüssel-Header ist geblieben.',
      },
    },
    remedy: 'Die Adresse aufrufen, zu der die Weiterleitung führt, damit es keiner Weiterleitung bedarf.',
  },
  'credential-leaked-on-redirect': {
    description:
      'Führt eine Weiterleitung zu einem anderen Ursprung, lassen Browser `Authorization` weg, behalten aber eigene Header, darunter `Infuzu-API-Key` und `X-Infuzu-API-Key`. Wer jenen Ursprung betreibt, erhält den Schlüssel.',
    messages: {
      carried: {
        short: 'Weiterleitung trug den Schlüssel fort',
        text: 'Die Weiterleitung von `{from}` führte zu einem anderen Ursprung, und `{header}` wurde mit dem Schlüssel an `{to}` gesendet.',
      },
      upgraded: {
        short: 'Weiterleitung trug den Schlüssel zu https',
        text: 'Die Weiterleitung von `{from}` zu `{to}` gilt als eine zu einem anderen Ursprung, weil das Schema ein anderes ist, und `{header}` wurde mit dem Schlüssel an beide gesendet, an den ersten ohne Verschlüsselung.',
      },
      'target-unseen': {
        short: 'Weiterleitung führt den Schlüssel fort',
        text: 'Die Antwort von `{from}` leitet den Aufruf zu einem anderen Ursprung weiter, `{to}`, und wer ihr folgt, sendet `{header}` mit dem Schlüssel dorthin.',
      },
    },
    remedy:
      'Die endgültige Adresse direkt aufrufen oder Weiterleitungen nicht folgen. Den Schlüssel sperren, wenn der andere Ursprung nicht der eigene ist.',
  },
  'tls-outdated': {
    description:
      'Infuzu verlangt TLS 1.2 oder neuer. Ältere Versionen haben bekannte Schwächen; meist ist ein Proxy oder eine alte Client-Bibliothek auf dem Weg der Grund.',
    messages: {
      outdated: {
        short: 'Verbindung nutzt `{version}`',
        text: 'Die Verbindung nutzt `{version}`; Infuzu verlangt TLS 1.2 oder neuer.',
      },
    },
    remedy:
      'Den Client aktualisieren und nach einem Proxy oder Virenscanner suchen, der die Verbindung öffnet: Er sollte TLS 1.2 oder neuer anbieten.',
  },
  'preflight-rejected': {
    description:
      'Vor dem Aufruf einer Seite mit Auth-Header oder JSON-Body fragt der Browser den Server mit einer `OPTIONS`-Anfrage um Erlaubnis. Erlaubt die Antwort nicht Ursprung, Methode und jeden Header, wird der Aufruf nie gesendet, und der Code der Seite sieht einen Netzwerkfehler.',
    messages: {
      headers: {
        short: {
          one: 'Preflight abgelehnt: `{first}`',
          other: 'Preflight abgelehnt: `{first}` und {more} weitere',
        },
        text: {
          one: 'Die Antwort auf den Preflight erlaubt den Header {names} nicht, darum hat der Browser den Aufruf nicht gesendet; der Server müsste `{needed}` antworten.',
          other:
            'Die Antwort auf den Preflight erlaubt die Header {names} nicht, darum hat der Browser den Aufruf nicht gesendet; der Server müsste `{needed}` antworten.',
        },
      },
      method: {
        short: 'Preflight abgelehnt: Methode `{method}`',
        text: 'Die Antwort auf den Preflight erlaubt die Methode `{method}` nicht, darum hat der Browser den Aufruf nicht gesendet; der Server müsste `{needed}` antworten.',
      },
      'origin-missing': {
        short: 'Preflight abgelehnt: keine CORS-Erlaubnis',
        text: 'Die Antwort auf den Preflight hat kein `Access-Control-Allow-Origin`, darum hat der Browser den Aufruf nicht gesendet; der Server müsste `{needed}` antworten.',
      },
      'origin-other': {
        short: 'Preflight abgelehnt: anderer Ursprung',
        text: 'Die Antwort auf den Preflight erlaubt `{value}` und nicht den Ursprung der Seite, darum hat der Browser den Aufruf nicht gesendet; der Server müsste `{needed}` antworten.',
      },
      credentials: {
        short: 'Preflight abgelehnt: Cookies',
        text: 'Die Antwort auf den Preflight erlaubt Cookies (`credentials: "include"`, `withCredentials`) nicht, darum hat der Browser den Aufruf nicht gesendet; ohne sie geht es, sonst müsste der Server {needed} antworten.',
      },
      status: {
        short: 'Preflight abgelehnt mit {status}',
        text: 'Der Preflight wurde mit {status} beantwortet, darum hat der Browser den Aufruf nicht gesendet; der Server müsste mit 204, `{origin}`, `{methods}` und `{headers}` antworten.',
      },
      redirect: {
        short: 'Preflight wurde weitergeleitet',
        text: 'Der Preflight wurde mit der Weiterleitung {status} beantwortet, der ein Browser nicht folgt; der Aufruf wurde nicht gesendet.',
      },
      upgraded: {
        short: 'Preflight wurde auf https weitergeleitet',
        text: 'Der Browser selbst hat den Preflight dieses `http:`-Aufrufs weitergeleitet, wie bei jedem Host, den er nur über https aufrufen darf (HSTS); kein Preflight darf weitergeleitet werden, darum wurde der Aufruf nicht gesendet.',
        remedy: 'In der URL des Aufrufs `https:` schreiben.',
      },
      'no-answer': {
        short: 'Preflight blieb ohne Antwort',
        text: 'Der Preflight blieb ohne Antwort, darum hat der Browser den Aufruf nicht gesendet; der Server müsste mit 204, `{origin}`, `{methods}` und `{headers}` antworten.',
      },
    },
    remedy:
      'Nur Header senden, die der Server erlaubt, oder Infuzu vom eigenen Server aus aufrufen: Dort bedarf es keines Preflights, und der Schlüssel bleibt geheim. Wer den Server betreibt, ergänzt den hier genannten Header.',
  },
  'response-hidden-by-cors': {
    description:
      'Der Server hat geantwortet, erlaubt dem Ursprung der Seite aber nicht, die Antwort zu lesen. Der Browser hält sie zurück, und der Code der Seite sieht einen Netzwerkfehler ohne Status und Body.',
    messages: {
      missing: {
        short: 'CORS verbarg diese {status} vor der Seite',
        text: 'Der Server antwortete `{answer}`, aber ohne `Access-Control-Allow-Origin`; der Code der Seite sah darum einen Netzwerkfehler. Der Server müsste `{needed}` antworten.',
      },
      'other-origin': {
        short: 'CORS verbarg diese {status} vor der Seite',
        text: 'Der Server antwortete `{answer}`, erlaubt aber nur `{allowed}`, sie zu lesen; der Code der Seite sah darum einen Netzwerkfehler. Der Server müsste `{needed}` antworten.',
      },
      credentials: {
        short: 'CORS verbarg diese {status} vor der Seite',
        text: 'Der Server antwortete `{answer}`, erlaubt aber Cookies (`credentials: "include"`, `withCredentials`) nicht; der Code der Seite sah darum einen Netzwerkfehler. Ohne sie geht es, sonst müsste der Server {needed} antworten.',
      },
    },
    remedy:
      'Beheben, was der Server antwortete, wenn es ein Fehler ist; oder Infuzu vom eigenen Server aus aufrufen: Dort gilt CORS nicht, und der Schlüssel bleibt geheim.',
  },
} as const satisfies Translation<typeof english>;
