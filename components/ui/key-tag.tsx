import { useTexts } from './language';

const HUES = 8;

/** Which of the hues a key has. */
export const hueOf = (number: number) => ((number - 1) % HUES) + 1;

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
    <span class="key-tag" data-hue={hueOf(number)}>
      {fill(texts.list.keyTag, { number })}
    </span>
  );
}
