import type { Credential } from '../exchange/credential';
import type { FindingDraft } from './rule';

/**
 * Asks about each credential, and tells each fault once: the parts of a joined header and the fields of a
 * repeated one mostly have the same.
 * @returns `not-applicable` where there is no credential to ask about
 */
export function perCredential(
  credentials: readonly Credential[],
  draftsOf: (credential: Credential) => readonly FindingDraft[],
): readonly FindingDraft[] | 'not-applicable' {
  const [first] = credentials;
  if (first === undefined) return 'not-applicable';
  if (credentials.length === 1) return draftsOf(first);
  const told = new Map<string, FindingDraft>();
  for (const draft of credentials.flatMap(draftsOf)) {
    const { message, location, values, severity } = draft;
    const header = location.type === 'header' ? location.name.toLowerCase() : '';
    const identity = JSON.stringify([message, header, severity, { ...values, header }]);
    if (!told.has(identity)) told.set(identity, draft);
  }
  return [...told.values()];
}

export function inAuthorization(credentials: readonly Credential[]): readonly Credential[] {
  return credentials.filter(({ field }) => field === 'Authorization');
}

export function inKeyHeaders(credentials: readonly Credential[]): readonly Credential[] {
  return credentials.filter(({ field }) => field !== 'Authorization');
}

/** The place of a finding that speaks of a whole header. */
export function headerPlace({ header }: Credential): { readonly type: 'header'; readonly name: string } {
  return { type: 'header', name: header };
}
