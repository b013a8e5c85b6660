import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { CodeText } from '../ui/code-text';

interface SectionProps {
  /** The target of a link to it. */
  readonly id?: string;
  readonly title: string;
  /** One line that says what it is for. */
  readonly why?: string;
  readonly children: ComponentChildren;
}

export function Section({ id, title, why, children }: SectionProps) {
  const heading = useId();
  return (
    <section id={id} class="option-section" aria-labelledby={heading} tabIndex={id ? -1 : undefined}>
      <h2 id={heading}>{title}</h2>
      {why !== undefined && (
        <p class="option-why">
          <CodeText text={why} />
        </p>
      )}
      {children}
    </section>
  );
}
