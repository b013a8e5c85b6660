import { useTexts } from './language';

const HUES = 4;

/** A key by its number; the hue is only a second sign of it. */
export function KeyTag({ number }: { number: number | undefined }) {
  const { texts, fill } = useTexts();
  if (number === undefined) {
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
