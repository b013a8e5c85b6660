import type { Translation } from '../../catalogue';
import type { answeredRules as english } from '../../en/rules/answered';

/** Where the answer names no time. */
const WAIT_UNTOLD =
  'Mindestens eine Minute warten, dann neu versuchen und jedes Mal länger warten. Aufrufe über die Zeit verteilen oder die Eingabe kürzen.';

export const answeredRules = {
  'rate-limit-exceeded': {
    description:
      'Infuzu begrenzt Anfragen und Eingabezeichen über 1 Minute, 10 Minuten und 1 Stunde, für das ganze Konto. Auch eine deshalb abgelehnte Anfrage zählt; ein sofortiger neuer Versuch macht es schlimmer. Die Grenzen des Kontos stehen im Dashboard.',
    messages: {
      until: {
        short: 'Ratenbegrenzung: warten bis {until}',
        text: 'Das Konto ist über seiner Ratenbegrenzung; der nächste Versuch lohnt ab {until}, {seconds} s nach der Antwort.',
      },
      seconds: {
        short: 'Ratenbegrenzung: {seconds} s warten',
        text: 'Das Konto ist über seiner Ratenbegrenzung; der nächste Versuch lohnt {seconds} s nach der Antwort.',
      },
      'until-counted': {
        short: 'Ratenbegrenzung: warten bis {until}',
        text: {
          one: 'Das Konto ist über seiner Ratenbegrenzung; der nächste Versuch lohnt ab {until}, {seconds} s nach der Antwort. In den {minutes} min davor wurde ein Aufruf mit {characters} Eingabezeichen mit diesem Schlüssel gesehen.',
          other:
            'Das Konto ist über seiner Ratenbegrenzung; der nächste Versuch lohnt ab {until}, {seconds} s nach der Antwort. In den {minutes} min davor wurden {count} Aufrufe mit {characters} Eingabezeichen mit diesem Schlüssel gesehen.',
        },
      },
      'until-calls': {
        short: 'Ratenbegrenzung: warten bis {until}',
        text: {
          one: 'Das Konto ist über seiner Ratenbegrenzung; der nächste Versuch lohnt ab {until}, {seconds} s nach der Antwort. In den {minutes} min davor wurde ein Aufruf mit diesem Schlüssel gesehen.',
          other:
            'Das Konto ist über seiner Ratenbegrenzung; der nächste Versuch lohnt ab {until}, {seconds} s nach der Antwort. In den {minutes} min davor wurden {count} Aufrufe mit diesem Schlüssel gesehen.',
        },
      },
      'no-time': {
        short: 'Ratenbegrenzung überschritten',
        text: 'Das Konto ist über seiner Ratenbegrenzung, und die Antwort nennt keine Wartezeit; das kürzeste Fenster ist 1 Minute.',
        remedy: WAIT_UNTOLD,
      },
      'no-time-counted': {
        short: 'Ratenbegrenzung überschritten',
        text: {
          one: 'Das Konto ist über seiner Ratenbegrenzung, und die Antwort nennt keine Wartezeit. In den {minutes} min davor wurde ein Aufruf mit {characters} Eingabezeichen mit diesem Schlüssel gesehen.',
          other:
            'Das Konto ist über seiner Ratenbegrenzung, und die Antwort nennt keine Wartezeit. In den {minutes} min davor wurden {count} Aufrufe mit {characters} Eingabezeichen mit diesem Schlüssel gesehen.',
        },
        remedy: WAIT_UNTOLD,
      },
      'no-time-calls': {
        short: 'Ratenbegrenzung überschritten',
        text: {
          one: 'Das Konto ist über seiner Ratenbegrenzung, und die Antwort nennt keine Wartezeit. In den {minutes} min davor wurde ein Aufruf mit diesem Schlüssel gesehen.',
          other:
            'Das Konto ist über seiner Ratenbegrenzung, und die Antwort nennt keine Wartezeit. In den {minutes} min davor wurden {count} Aufrufe mit diesem Schlüssel gesehen.',
        },
        remedy: WAIT_UNTOLD,
      },
    },
    remedy:
      'So lange warten, wie `Retry-After` sagt, dann neu versuchen und jedes Mal länger warten. Aufrufe über die Zeit verteilen oder die Eingabe kürzen.',
  },
  'rate-limit-near': {
    description:
      'Standardmäßig erlaubt Infuzu 100 Anfragen und 10.000 Eingabezeichen in 1 Minute, 500 und 50.000 in 10 Minuten, 1.500 und 150.000 in 1 Stunde, für das ganze Konto. Aufrufe von anderswo zählen mit. Die Grenzen des Kontos stehen im Dashboard.',
    messages: {
      requests: {
        short: 'Ratenbegrenzung: {percent} % der Anfragen verbraucht',
        text: 'Mit diesem Aufruf kam der Schlüssel auf {count} Anfragen in {minutes} min, {percent} % der standardmäßig erlaubten {limit}.',
      },
      'requests-allowed': {
        short: 'Mehr Anfragen als standardmäßig erlaubt',
        text: 'Mit diesem Aufruf hat der Schlüssel {count} Anfragen innerhalb von {minutes} min gestellt, mehr als die {limit}, die standardmäßig erlaubt sind. Der Server hat ihn angenommen; die Grenzen dieses Kontos sind also wohl höher.',
      },
      'characters-allowed': {
        short: 'Mehr Zeichen als standardmäßig erlaubt',
        text: 'Mit diesem Aufruf hat der Schlüssel {count} Eingabezeichen innerhalb von {minutes} min gesendet, mehr als die {limit}, die standardmäßig erlaubt sind. Der Server hat ihn angenommen; die Grenzen dieses Kontos sind also wohl höher.',
      },
      characters: {
        short: 'Ratenbegrenzung: {percent} % der Zeichen verbraucht',
        text: 'Mit diesem Aufruf kam der Schlüssel auf {count} Eingabezeichen in {minutes} min, {percent} % der standardmäßig erlaubten {limit}.',
      },
    },
    remedy:
      'Die Aufrufe über die Zeit verteilen, kürzere Eingaben senden oder die Grenzen des Kontos erhöhen lassen.',
  },
  'retry-too-soon': {
    description:
      'Nach einer 429 sagt der Server mit `Retry-After`, wie lange zu warten ist. Ein früherer Aufruf wird ebenfalls abgelehnt und zählt zur Begrenzung.',
    messages: {
      'too-soon': {
        short: '{count} s zu früh neu versucht',
        text: 'Mit einer 429 sollte dieser Schlüssel bis {until} warten; dieser Aufruf kam {count} s zu früh.',
      },
    },
    remedy:
      '`Retry-After` der 429 lesen und so lange warten, bevor der nächste Aufruf mit demselben Schlüssel folgt.',
  },
  'clock-skew': {
    description:
      'Geht eine Uhr um mehr als eine Minute falsch, gelten Zertifikate und Tokens als abgelaufen oder noch nicht gültig. Die Seite zur Authentifizierung nennt das als Grund für eine 401 trotz gültigem Schlüssel.',
    messages: {
      behind: {
        short: 'Uhr geht {span} nach',
        text: 'Die Uhr der Maschine, die den Aufruf machte, geht gegenüber der des Servers {span} nach.',
      },
      ahead: {
        short: 'Uhr geht {span} vor',
        text: 'Die Uhr der Maschine, die den Aufruf machte, geht gegenüber der des Servers {span} vor.',
      },
    },
    remedy: 'Die Maschine ihre Uhr selbst stellen lassen (NTP).',
  },
  'error-body-undocumented': {
    description:
      'Infuzu beantwortet einen Fehler mit `errors` oder `error`, jeweils mit einem Code. Jeder andere Body kommt meist von einem Proxy oder Gateway dazwischen, von einer anderen Adresse als der der API, oder wurde unterwegs abgeschnitten; Code, der JSON erwartet, scheitert daran.',
    messages: {
      empty: {
        short: '{status} mit leerem Body',
        text: 'Der Server antwortete mit {status} und einem leeren Body statt eines dokumentierten Fehlers.',
      },
      html: {
        short: '{status} mit einer HTML-Seite',
        text: 'Der Server antwortete mit {status} und einer HTML-Seite, nicht mit dem JSON der API; meist kommt sie von einem Proxy oder Gateway dazwischen.',
      },
      'html-titled': {
        short: '{status} mit einer HTML-Seite',
        text: 'Der Server antwortete mit {status} und einer HTML-Seite namens `{title}`, nicht mit dem JSON der API; meist kommt sie von einem Proxy oder Gateway dazwischen.',
      },
      'cut-off': {
        short: '{status} mit abgeschnittenem Body',
        text: 'Der Server antwortete mit {status} und JSON, das mittendrin endet.',
      },
      json: {
        short: '{status} mit anderem JSON',
        text: 'Der Server antwortete mit {status} und JSON, das weder `errors` noch `error` in dokumentierter Form hat.',
      },
      'no-errors': {
        short: '{status} ohne Fehlercode',
        text: 'Der Server antwortete mit {status}, aber seine Liste `errors` ist leer.',
      },
      'event-stream': {
        short: '{status} mit einem Event-Stream',
        text: 'Der Server antwortete mit {status} und einem Event-Stream statt eines dokumentierten Fehlers.',
      },
      text: {
        short: '{status} mit bloßem Text',
        text: 'Der Server antwortete mit {status} und bloßem Text statt eines dokumentierten Fehlers.',
      },
      binary: {
        short: '{status} mit Binärdaten',
        text: 'Der Server antwortete mit {status} und Bytes, die kein Text sind, statt eines dokumentierten Fehlers.',
      },
    },
    remedy:
      'Beheben, was die Antwort nennt. Nennt sie nichts und stimmt die Adresse, den Aufruf etwas später noch einmal senden; bleibt die Antwort dieselbe, diesen Bericht an den Support schicken. Code verträgt eine solche Antwort, wenn er den Status prüft, bevor er den Body als JSON liest.',
  },
  'api-warnings': {
    description:
      'Die Antwort nennt `warnings`: Der Aufruf gelang, aber Infuzu bittet um Aufmerksamkeit. Sie stehen auch in erfolgreichen Antworten, wo Code selten nachsieht.',
    messages: {
      listed: {
        short: { one: 'Infuzu warnt: `{first}`', other: 'Infuzu warnt {count}-mal' },
        text: {
          one: 'Die Antwort enthält eine Warnung: {list}',
          other: 'Die Antwort enthält {count} Warnungen: {list}',
        },
      },
    },
    remedy: '`warnings` der Antwort lesen und protokollieren.',
  },
} as const satisfies Translation<typeof english>;
