import type { Correction } from './corrections';

export const answeredCorrections: Readonly<Record<string, Correction>> = {};
