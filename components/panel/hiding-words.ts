import type { Language } from '../../lib/messages/language';
import { formatMessage } from '../../lib/messages/message';
import { listText } from '../../lib/report/figures';
import type { ViewState } from '../../lib/store/view-state';

/** What may hide calls, in words: `the filter and the chip “Error”`; empty when nothing does. */
export function hidingText(
  { filterText, groups, span }: Pick<ViewState, 'filterText' | 'groups' | 'span'>,
  { interface: { states, status }, locale }: Language,
): string {
  const { filter, chips, span: time } = status.hiding;
  const by: string[] = [];
  if (filterText.trim() !== '') by.push(String(filter));
  if (groups.size > 0) {
    const names = [...groups].map((group) => String(states[group]));
    by.push(formatMessage(chips, { count: groups.size, chips: listText(names, locale) }, locale));
  }
  if (span !== undefined) by.push(String(time));
  return listText(by, locale);
}
