import { useTexts } from './language';

export const HUES = 4;

interface KeyTagProps {
  readonly number: number | undefined;
  /** Without a number: whether it is known that there is no key. Else nothing is said. */
  readonly isKeyless?: boolean;
}

/** A key by its number; the hue is only a second sign of it. */
export function KeyTag({ number, isKeyless = true }: KeyTagProps) {
  const { texts, fill } = useTexts();
  if (number === undefined) {
    if (!isKeyless) return null;
    return (
      <span class="key-tag" data-hue="none">
        {texts.list.noKey}
      </span>
    );
  }
  return (
    <span class="key-tag" data-hue={((number - 1) % HUES) + 1}>
      {fill(texts.list.keyTag, { number })}
    </span>
  );
}
