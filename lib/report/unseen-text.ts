import type { Exchange } from '../exchange/exchange';
import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';
import { shown } from '../rules/shown';

/** How many are named. */
const MOST = 8;

/** That parts of the call are in files or variables that a curl line only names; `undefined` for a whole one. */
export function unseenText({ request: { unseen } }: Exchange, language: Language): string | undefined {
  if (unseen === undefined) return undefined;
  const all = [...new Set(unseen)];
  const named = all.slice(0, MOST).map((name) => `\`${shown(name, 64)}\``);
  const names = [...named, ...(all.length > MOST ? ['…'] : [])].join(', ');
  return formatMessage(language.interface.detail.facts.unseen, { names }, language.locale);
}
