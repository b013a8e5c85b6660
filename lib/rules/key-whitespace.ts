import { DOCUMENTATION } from '../api/endpoints';
import { describeCharacter } from '../exchange/characters';
import type { Credential, CredentialAnatomy, WhiteSpaceFact } from '../exchange/credential';
import { perCredential } from './per-credential';
import { defineRule, type FindingDraft } from './rule';

type Where = WhiteSpaceFact['where'];

/** Which message tells where it stands. */
function placeOf(facts: readonly WhiteSpaceFact[]): string {
  const places = new Set<Where>(facts.map(({ where }) => where));
  if (places.size === 3 || (places.has('inside') && places.size === 2)) return 'several';
  if (places.size === 2) return 'around';
  return facts[0]?.where ?? 'inside';
}

const MAX_KINDS = 3;

function kindsOf(facts: readonly WhiteSpaceFact[]): string {
  const kinds = [...new Set(facts.map(({ codePoint }) => describeCharacter(codePoint)))];
  return kinds.length > MAX_KINDS ? `${kinds.slice(0, MAX_KINDS).join(', ')}, …` : kinds.join(', ');
}

function draftOf(header: string, facts: readonly WhiteSpaceFact[], trimmed: boolean): FindingDraft[] {
  const [first] = facts;
  if (first === undefined) return [];
  const place = placeOf(facts);
  const inside = facts.find(({ where }) => where === 'inside');
  return [
    {
      message: trimmed ? `trimmed-${place}` : place,
      values: {
        header,
        count: facts.length,
        characters: kindsOf(facts),
        ...(inside && { position: inside.position + 1 }),
      },
      location: { type: 'header', name: header, position: first.position },
      ...(trimmed && { severity: 'warning' as const, predicts: null }),
    },
  ];
}

/** Space, tab, CR and LF: what browsers take off both ends of a header's value (Fetch, “normalize”). */
const TRIMMED = new Set([9, 10, 13, 32]);

function isTrimmable({ where, codePoint }: WhiteSpaceFact): boolean {
  return where !== 'inside' && TRIMMED.has(codePoint);
}

/** A placeholder is no key: what stands around it does not matter until it is filled in. */
function hasKey({ length, placeholder }: CredentialAnatomy): boolean {
  return length > 0 && placeholder === undefined;
}

/** What the code wrote around its keys and the browser took away before the wire. */
function trimmedFrom(written: readonly CredentialAnatomy[], sent: readonly Credential[]): FindingDraft[] {
  return written.filter(hasKey).flatMap(({ field, header, whiteSpace }) => {
    const onTheWire = sent.filter((credential) => credential.field === field);
    const isThere = (fact: WhiteSpaceFact) =>
      onTheWire.some((credential) =>
        credential.whiteSpace.some(
          ({ where, codePoint }) => where === fact.where && codePoint === fact.codePoint,
        ),
      );
    if (onTheWire.length === 0) return [];
    const trimmed = whiteSpace.filter((fact) => isTrimmable(fact) && !isThere(fact));
    return draftOf(header, trimmed, true);
  });
}

export default defineRule({
  id: 'key-whitespace',
  severity: 'error',
  predicts: { status: 401, code: 'invalid_api_key' },
  documentation: DOCUMENTATION.authentication,
  requires: ['credentials', 'written', 'source'],
  check({ credentials, written, source }) {
    const sent = perCredential(credentials, (credential) => {
      if (!hasKey(credential) || credential.form.type === 'other-scheme') return [];
      const { header, whiteSpace } = credential;
      // Of a call that never became a request only the code's own text is known: its ends would be trimmed.
      if (source === 'probe') {
        const drafts = draftOf(
          header,
          whiteSpace.filter((fact) => !isTrimmable(fact)),
          false,
        );
        return [
          ...drafts.map((draft) => ({ ...draft, predicts: null })),
          ...draftOf(header, whiteSpace.filter(isTrimmable), true),
        ];
      }
      return draftOf(header, whiteSpace, false);
    });
    if (sent === 'not-applicable' || source === 'probe') return sent;
    return [...sent, ...trimmedFrom(written?.credentials ?? [], credentials)];
  },
});
