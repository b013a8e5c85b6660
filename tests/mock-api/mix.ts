import type { ReceivedRequest } from './types';

/** The longest wait of `mix=1`: enough that answers overtake each other many times over. */
const MAX_MIX_DELAY_MS = 300;

/**
 * What `mix=1` does with one call. It follows from the random id alone, so equal calls are answered differently, and
 * two answers that differ in nothing but their ids can be told apart by who knows the ids.
 */
export function mixOf({ id }: Pick<ReceivedRequest, 'id'>): { refused: boolean; delayMs: number } {
  const random = Number.parseInt(id.slice(-8), 16);
  return { refused: random % 2 === 1, delayMs: (random >>> 1) % (MAX_MIX_DELAY_MS + 1) };
}
