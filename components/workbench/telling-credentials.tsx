import { AUTH_HEADERS } from '../../lib/api/auth-headers';
import { presentValue } from '../../lib/exchange/presence';
import type { Comparison } from '../../lib/report/compare';
import { CredentialDrawing } from '../exchange/anatomy';
import { useTexts } from '../ui/language';
import type { CompareSide } from './compare-view';

interface TellingCredentialsProps {
  readonly comparison: Comparison;
  readonly a: CompareSide;
  readonly b: CompareSide;
}

function Side({ letter, side, header }: { letter: string; side: CompareSide; header: string }) {
  const { texts } = useTexts();
  const anatomies = (presentValue(side.inspected.exchange.request.credentials) ?? []).filter(
    ({ field }) => field === header,
  );
  return (
    <div class="telling-side">
      <span class="side-letter">{letter}</span>
      <span class="credential-drawing">
        {anatomies.map((anatomy) => (
          <CredentialDrawing key={`${anatomy.header}/${anatomy.part}`} anatomy={anatomy} />
        ))}
        {anatomies.length === 0 && <span class="quiet-text">{texts.workbench.compare.absent}</span>}
      </span>
    </div>
  );
}

/** The credentials that explain the failure, drawn one above the other, so that the eye finds what is absent. */
export function TellingCredentials({ comparison, a, b }: TellingCredentialsProps) {
  const { texts } = useTexts();
  const { compare } = texts.workbench;
  const { telling, sameKey } = comparison;
  const headers = AUTH_HEADERS.filter((name) =>
    telling.some(({ isCredential, header }) => isCredential === true && header === name.toLowerCase()),
  );
  if (headers.length === 0) return null;
  return (
    <section class="telling">
      {headers.map((header) => (
        <div key={header}>
          <div class="telling-header">
            <span class="code">{header}</span>
            {sameKey !== undefined && (
              <span class="quiet-text">
                {sameKey === 'similar' ? compare.similarKey : sameKey ? compare.sameKey : compare.otherKey}
              </span>
            )}
          </div>
          <Side letter="A" side={a} header={header} />
          <Side letter="B" side={b} header={header} />
        </div>
      ))}
    </section>
  );
}
