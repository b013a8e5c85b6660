/** What two lists have in common: the second begins with so many items of the first, the dropped ones apart. */
export function overlapOf<Item>(before: readonly Item[], now: readonly Item[]) {
  const dropped = now.length === 0 ? -1 : before.indexOf(now[0] as Item);
  let kept = 0;
  if (dropped >= 0) while (kept < now.length && before[dropped + kept] === now[kept]) kept++;
  return { dropped, kept };
}
