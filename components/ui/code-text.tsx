import { Fragment } from 'preact';

/** Longer code may be torn: it would not fit into a narrow page. */
const LONGEST_WORD = 24;

/** A text of the catalogue: what stands between backticks is code. It is text whatever it holds. */
export function CodeText({ text }: { text: string }) {
  const pieces = text.split('`');
  // A lone backtick opens nothing.
  if (pieces.length % 2 === 0) return <>{text}</>;
  return (
    <>
      {pieces.map((piece, i) =>
        i % 2 === 1 ? (
          <code key={i} class={piece.length <= LONGEST_WORD ? 'word' : undefined}>
            <SnakeCase name={piece} />
          </code>
        ) : (
          <Fragment key={i}>{piece}</Fragment>
        ),
      )}
    </>
  );
}

/** Text with names as `invalid_api_key`, which are torn behind an underscore where they are too long. */
export function SnakeCase({ name }: { name: string }) {
  return (
    <>
      {name.split(/(?<=_)/).map((part, i) => (
        <Fragment key={i}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}

/** The same for places that take only plain text. */
export function plainText(text: string): string {
  return text.replaceAll('`', '');
}
