import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';
import { listText, numberText } from './figures';

/** Where entries go that are not looked at, the most frequent first. */
export interface LeftOutHosts {
  readonly top: readonly (readonly [host: string, entries: number])[];
  /** How many there are beside those. */
  readonly others: number;
}

/** `Hosts: gateway.example.com (12), cdn.example.com (3) and 4 more.`: a customer's own host may be among them. */
export function hostsText({ top, others }: LeftOutHosts, language: Language): string {
  const { nothing } = language.interface.workbench;
  const hosts = [
    ...top.map(([host, entries]) => `${host} (${numberText(entries, language.locale)})`),
    ...(others > 0 ? [formatMessage(nothing.moreHosts, { count: others }, language.locale)] : []),
  ];
  return formatMessage(nothing.hosts, { hosts: listText(hosts, language.locale) }, language.locale);
}
