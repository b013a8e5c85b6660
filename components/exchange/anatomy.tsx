import { trimmedHeaders } from '../../lib/diagnosis/truth-line';
import { describeCharacter } from '../../lib/exchange/characters';
import type { Credential, CredentialAnatomy, WrittenCredential } from '../../lib/exchange/credential';
import type { Exchange } from '../../lib/exchange/exchange';
import { isBeyondProbe } from '../../lib/exchange/is-beyond-probe';
import { presentValue } from '../../lib/exchange/presence';
import { type CredentialCell, credentialCells } from '../../lib/report/credential-cells';
import { strayKeyTexts } from '../../lib/report/stray-keys';
import { CodeText } from '../ui/code-text';
import { StateIcon } from '../ui/icons';
import { KeyTag } from '../ui/key-tag';
import { useTexts } from '../ui/language';

/** Longer runs of hidden characters are drawn as a few cells and a number. */
const MOST_HIDDEN_CELLS = 40;
const ENDS_OF_LONG_RUN = 8;

function HiddenRun({ count }: { count: number }) {
  const { texts, fill } = useTexts();
  if (count <= MOST_HIDDEN_CELLS) return <>{'•'.repeat(count)}</>;
  const between = fill(texts.detail.credentials.more, { count: count - 2 * ENDS_OF_LONG_RUN });
  return (
    <>
      {'•'.repeat(ENDS_OF_LONG_RUN)}
      <span class="more">{between}</span>
      {'•'.repeat(ENDS_OF_LONG_RUN)}
    </>
  );
}

function Cell({ cell }: { cell: CredentialCell }) {
  const { redacted } = useTexts().texts.detail.credentials.cell;
  switch (cell.type) {
    case 'scheme':
    case 'shown':
    case 'wrong':
      return <span class={`cells ${cell.type}`}>{cell.text}</span>;
    case 'hidden':
      return (
        <span class="cells hidden">
          <HiddenRun count={cell.count} />
        </span>
      );
    case 'absent':
      return <span class="cells absent">{'\u00a0'.repeat(cell.count)}</span>;
    case 'lawful-space':
      return <span class="cells lawful">␣</span>;
    case 'redacted':
      return (
        <span class="cells">
          <span class="more">{redacted}</span>
        </span>
      );
    case 'unexpected':
      return (
        <span class="mark" title={cell.name}>
          {cell.label}
        </span>
      );
    default:
      return cell satisfies never;
  }
}

/** The drawing in words, for those who do not see it. */
function useCellWords(): (cells: readonly CredentialCell[]) => string {
  const { texts, fill } = useTexts();
  const words = texts.detail.credentials.cell;
  return (cells) =>
    cells
      .map((cell) => {
        switch (cell.type) {
          case 'scheme':
          case 'shown':
          case 'wrong':
            return cell.text;
          case 'hidden':
            return fill(words.hidden, { count: cell.count });
          case 'absent':
            return fill(words.absent);
          case 'lawful-space':
            return fill(words.space);
          case 'redacted':
            return String(words.redacted);
          case 'unexpected':
            return fill(words.unexpected, { name: cell.name });
          default:
            return cell satisfies never;
        }
      })
      .join(' ');
}

const named = (codePoints: readonly number[]) =>
  [...new Set(codePoints)].map((codePoint) => describeCharacter(codePoint)).join(', ');

function Notes({ anatomy, trimmed }: { anatomy: CredentialAnatomy; trimmed: boolean }) {
  const { texts, fill } = useTexts();
  const words = texts.detail.credentials;
  const spaces = (side: 'before' | 'inside' | 'after') =>
    named(anatomy.whiteSpace.filter(({ where }) => where === side).map(({ codePoint }) => codePoint));
  const notes: string[] = [];
  if (spaces('before')) notes.push(fill(words.whiteSpaceBefore, { characters: spaces('before') }));
  if (spaces('inside')) notes.push(fill(words.whiteSpaceInside, { characters: spaces('inside') }));
  if (spaces('after')) notes.push(fill(words.whiteSpaceAfter, { characters: spaces('after') }));
  const odd = named(anatomy.oddCharacters.map(({ codePoint }) => codePoint));
  if (odd) notes.push(fill(words.odd, { characters: odd }));
  if (anatomy.field === 'Authorization' && anatomy.form.type === 'key' && !anatomy.redacted)
    notes.push(fill(words.absentPrefix));
  if (notes.length === 0) return null;
  if (trimmed) notes.push(fill(words.trimmed));
  return (
    <p class="anatomy-note">
      <StateIcon state={trimmed ? 'warning' : 'error'} />
      <span>
        <CodeText text={notes.join(' ')} />
      </span>
    </p>
  );
}

/** One credential, cell by cell: masked, and what should not be there by name. */
export function CredentialDrawing({ anatomy }: { anatomy: CredentialAnatomy }) {
  const { texts, fill } = useTexts();
  const wordsOf = useCellWords();
  const cells = credentialCells(anatomy);
  const label = fill(texts.detail.credentials.anatomy, { header: anatomy.header, form: wordsOf(cells) });
  return (
    <span class="code anatomy" role="img" aria-label={label}>
      {cells.map((cell, i) => (
        <Cell key={i} cell={cell} />
      ))}
    </span>
  );
}

interface CredentialLineProps {
  readonly anatomy: CredentialAnatomy;
  readonly keyNumber: number | undefined;
  readonly trimmed: boolean;
}

/** One credential with what is to be said of it. */
function CredentialLine({ anatomy, keyNumber, trimmed }: CredentialLineProps) {
  const { texts, fill } = useTexts();
  return (
    <div class="credential">
      <span class="code credential-name">{anatomy.header}</span>
      <div class="credential-drawing">
        <CredentialDrawing anatomy={anatomy} />
        <span class="credential-facts">
          {(keyNumber !== undefined || anatomy.placeholder !== undefined) && <KeyTag number={keyNumber} />}
          {anatomy.length > 0 && fill(texts.detail.credentials.length, { count: anatomy.length })}
        </span>
        <Notes anatomy={anatomy} trimmed={trimmed} />
      </div>
    </div>
  );
}

interface CredentialsProps {
  readonly exchange: Exchange;
  readonly keyNumbers: ReadonlyMap<string, number>;
}

/** Every credential of a call; as the code wrote them where that is known. */
export function Credentials({ exchange, keyNumbers }: CredentialsProps) {
  const { texts, fill, language } = useTexts();
  const words = texts.detail.credentials;
  const sent: readonly Credential[] | undefined = presentValue(exchange.request.credentials);
  const written = presentValue(exchange.written)?.credentials;
  const shown: readonly WrittenCredential[] | undefined = written ?? sent;
  const inUrl = exchange.request.url.secrets;
  const stray = strayKeyTexts(exchange, language);
  const trimmed = written ? trimmedHeaders(written, sent) : [];
  const numberOf = ({ field, part, fingerprint }: WrittenCredential) => {
    const counterpart = sent?.find((other) => other.field === field && other.part === part);
    return keyNumbers.get(counterpart?.fingerprint || fingerprint || '');
  };
  if (shown === undefined && inUrl.length + stray.length === 0) {
    const { request } = exchange;
    return request.credentials.status === 'absent' ? (
      <section class="block">
        <h3>{words.sent}</h3>
        <p class="quiet-text">{texts.detail.absence[request.credentials.reason]}</p>
      </section>
    ) : null;
  }
  return (
    <section class="block">
      <h3>{written ? words.written : words.sent}</h3>
      {isBeyondProbe(exchange) && <p class="quiet-text">{words.noTab}</p>}
      {shown?.length === 0 && inUrl.length === 0 && <p class="quiet-text">{words.none}</p>}
      {shown?.map((anatomy) => (
        <CredentialLine
          key={`${anatomy.header}/${anatomy.part}`}
          anatomy={anatomy}
          keyNumber={numberOf(anatomy)}
          trimmed={trimmed.includes(anatomy.header)}
        />
      ))}
      {inUrl.map(({ where, name, fingerprint }) => (
        <p key={`${where}/${name}`} class="anatomy-note">
          <StateIcon state="error" />
          <span>
            <CodeText text={fill(words.inUrl, { where, name })} />
          </span>
          {fingerprint !== '' && <KeyTag number={keyNumbers.get(fingerprint)} />}
        </p>
      ))}
      {stray.map((text) => (
        <p key={text} class="anatomy-note">
          <StateIcon state="notice" />
          <span>
            <CodeText text={text} />
          </span>
        </p>
      ))}
    </section>
  );
}
