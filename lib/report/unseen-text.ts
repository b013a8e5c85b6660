import type { Exchange } from '../exchange/exchange';
import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';
import { shown } from '../rules/shown';

/** That parts of the call are in files or variables that a curl line only names; `undefined` for a whole one. */
export function unseenText({ request: { unseen } }: Exchange, language: Language): string | undefined {
  if (unseen === undefined) return undefined;
  const names = [...new Set(unseen)].map((name) => `\`${shown(name, 64)}\``).join(', ');
  return formatMessage(language.interface.detail.facts.unseen, { names }, language.locale);
}
