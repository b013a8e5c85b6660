import type { ComponentChildren } from 'preact';
import { Glyph, type GlyphName } from './icons';

interface ButtonProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly glyph?: GlyphName;
  readonly kind?: 'plain' | 'primary' | 'link-like';
  readonly tall?: boolean;
  readonly class?: string;
  /** Where the text alone says too little. */
  readonly title?: string | undefined;
}

export function Button({
  onClick,
  children,
  glyph,
  kind = 'plain',
  tall = false,
  class: name = '',
  title,
}: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${kind}${tall ? ' tall' : ''} ${name}`}
      title={title}
      onClick={onClick}
    >
      {glyph && <Glyph name={glyph} />}
      {children}
    </button>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  /** For a button that stays down. */
  readonly pressed?: boolean;
}

export function IconButton({ label, onClick, children, pressed }: IconButtonProps) {
  return (
    <button
      type="button"
      class="button icon-only"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** A link that leaves the extension. */
export function ExternalLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="external" href={href} target="_blank" rel="noreferrer">
      <span>{children}</span>
      <Glyph name="external" size={12} />
    </a>
  );
}
