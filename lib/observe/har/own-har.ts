import { CREDENTIALS_UNKNOWN, HAR_CREATOR, MASKED } from '../../exchange/own-har';
import type { FileEntry } from '../from-file-entry';
import { isObject, type JsonObject, numberAt, objectAt, textAt } from './json-shape';

/** A letter in the place of each masked character: a key of the same length and the same faults, and no secret. */
const STAND_IN = 'k';

export function isOwnHar(log: JsonObject): boolean {
  return textAt(objectAt(log, 'creator'), 'name') === HAR_CREATOR;
}

/** Reads what this inspector wrote by its own conventions; see lib/report/har-export.ts. */
export function ofOwnHar(entry: FileEntry, request: JsonObject): FileEntry {
  const isLeftOut = request[CREDENTIALS_UNKNOWN] === true;
  const headers = entry.headers?.map(({ name, value }) => ({
    name,
    value: value.replaceAll(MASKED, STAND_IN),
  }));
  const isUnknown = numberAt(request, 'bodySize') === -1;
  return {
    ...entry,
    headers: isLeftOut && headers?.length === 0 ? undefined : headers,
    ...(isLeftOut && { credentialsLeftOut: true }),
    ...(isUnknown && { body: { type: isObject(request['postData']) ? 'not-recorded' : 'unknown' } as const }),
  };
}
