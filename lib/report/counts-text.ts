import type { Language } from '../messages/language';
import { formatMessage } from '../messages/message';
import { listText } from './figures';

/** How many calls there are, by what the chips over the list tell apart. */
export type Counts = Readonly<Partial<Record<keyof Language['interface']['groups'], number>>>;

/** `1 error, 2 notices and 3 clean`: what there is none of is not named. */
export function countsText(counts: Counts, { interface: { groups }, locale }: Language): string {
  const parts = (Object.entries(counts) as [keyof Counts, number][]).flatMap(([group, count]) =>
    count > 0 ? [formatMessage(groups[group], { count }, locale)] : [],
  );
  return listText(parts, locale);
}
