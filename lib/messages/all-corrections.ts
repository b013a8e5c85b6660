import type { Correction } from './corrections';
import { answeredCorrections } from './corrections-answered';
import { credentialCorrections } from './corrections-credentials';
import { sentCorrections } from './corrections-sent';
import { transportCorrections } from './corrections-transport';

/** The correction of every rule, by its id. */
export const CORRECTIONS: Readonly<Record<string, Correction>> = {
  ...credentialCorrections,
  ...transportCorrections,
  ...sentCorrections,
  ...answeredCorrections,
};
