import type { ComponentChildren } from 'preact';
import type { HeaderFact } from '../../lib/exchange/header-facts';
import type { Presence } from '../../lib/exchange/presence';
import { CodeText } from '../ui/code-text';
import { useTexts } from '../ui/language';

/** Names with their values; an entry without a value is left out. */
export function FactList({ children }: { children: ComponentChildren }) {
  return <dl class="facts">{children}</dl>;
}

interface FactProps {
  readonly name: string;
  readonly children: ComponentChildren;
  /** True for protocol text. */
  readonly code?: boolean;
}

export function Fact({ name, children, code = false }: FactProps) {
  if (children === undefined || children === '' || children === false) return null;
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd class={code ? 'code' : undefined}>{children}</dd>
    </div>
  );
}

/** Header fields, or in words why they are not there. */
export function HeaderList({ headers }: { headers: Presence<readonly HeaderFact[]> }) {
  const { texts } = useTexts();
  const { facts, absence } = texts.detail;
  return (
    <section class="block">
      <h3>{facts.headers}</h3>
      {headers.status === 'absent' ? (
        <p class="quiet-text">
          <CodeText text={String(absence[headers.reason])} />
        </p>
      ) : headers.value.length === 0 ? (
        <p class="quiet-text">{facts.noHeaders}</p>
      ) : (
        <dl class="facts headers">
          {headers.value.map(({ name, value }, i) => (
            <div class="fact" key={i}>
              <dt class="code">{name}</dt>
              <dd class="code">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
