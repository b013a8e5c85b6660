import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { CodeText } from '../ui/code-text';

interface SectionProps {
  readonly title: string;
  /** One line that says what it is for. */
  readonly why?: string;
  readonly children: ComponentChildren;
}

export function Section({ title, why, children }: SectionProps) {
  const heading = useId();
  return (
    <section
      class="option-section"
      data-heir=".option-item .icon-only, .option-section input"
      aria-labelledby={heading}
    >
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
