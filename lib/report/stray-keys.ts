import type { Exchange } from '../exchange/exchange';
import { presentValue } from '../exchange/presence';
import { REDACTED } from '../exchange/redact';
import { isSecretField } from '../exchange/secret-shape';
import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';

/** What is masked for its own sake: the value of a field that means no secret, unless it is a URL, and the path. */
export function strayKeyTexts({ request: { headers, url } }: Exchange, language: Language): string[] {
  const { strayHeader, strayPath } = language.interface.detail.credentials;
  const texts = (presentValue(headers) ?? []).flatMap(({ name, value }) =>
    value.includes(REDACTED) && !isSecretField(name) && !/^(?:https?:|\/)/.test(value)
      ? [formatMessage(strayHeader, { name }, language.locale)]
      : [],
  );
  return url.path.includes(REDACTED) ? [...texts, String(strayPath)] : texts;
}
