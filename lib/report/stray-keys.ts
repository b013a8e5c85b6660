import type { Exchange } from '../exchange/exchange';
import { kindOf } from '../exchange/kind';
import { presentValue } from '../exchange/presence';
import { REDACTED } from '../exchange/redact';
import { isSecretField } from '../exchange/secret-shape';
import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';

/** What is masked for its own sake: the value of a field that means no secret, unless it is a URL, and the path. */
export function strayKeyTexts(exchange: Exchange, language: Language): string[] {
  // The names of pictures and scripts are often as long and as odd as keys.
  if (kindOf(exchange) === 'page-furniture') return [];
  const { headers, url } = exchange.request;
  const { strayHeader, strayPath } = language.interface.detail.credentials;
  const texts = (presentValue(headers) ?? []).flatMap(({ name, value }) =>
    value.includes(REDACTED) && !isSecretField(name) && !/^(?:https?:|\/)/.test(value)
      ? [formatMessage(strayHeader, { name }, language.locale)]
      : [],
  );
  return url.path.includes(REDACTED) ? [...texts, String(strayPath)] : texts;
}
