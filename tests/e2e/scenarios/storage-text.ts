/** All that a storage holds, to be searched: as JSON, and each text of it once more as it is, since records are JSON themselves. */
export function storageText(stored: Readonly<Record<string, unknown>>): string {
  const texts = Object.values(stored).filter((value) => typeof value === 'string');
  return [JSON.stringify(stored), ...texts].join('\n');
}
