import type { Correction } from './corrections';

export const transportCorrections: Readonly<Record<string, Correction>> = {};
