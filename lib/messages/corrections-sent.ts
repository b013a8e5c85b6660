import type { Correction } from './corrections';

export const sentCorrections: Readonly<Record<string, Correction>> = {};
