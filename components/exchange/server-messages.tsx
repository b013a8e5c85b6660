import { ERROR_CODES, isErrorCode } from '../../lib/api/error-codes';
import { possibleCauses } from '../../lib/diagnosis/possible-causes';
import { retryAdviceOf } from '../../lib/diagnosis/server-answer';
import type { ApiMessage, ResponseBodyFacts } from '../../lib/exchange/response-body';
import type { InspectedExchange } from '../../lib/store/inspect';
import { CodeText, SnakeCase } from '../ui/code-text';
import { useTexts } from '../ui/language';
import { Quoted } from './quoted';

interface ExplanationProps {
  readonly code: string;
  readonly status: number;
  readonly inspected: InspectedExchange;
}

function Explanation({ code, status, inspected: { exchange, diagnosis } }: ExplanationProps) {
  const { texts, fill, language } = useTexts();
  const { errors } = texts.detail;
  if (!isErrorCode(code)) {
    const retry = language.diagnosis.retry[retryAdviceOf(code, status)];
    return (
      <p class="quiet-text">
        {code !== '' && `${errors.undocumented} `}
        {retry}
      </p>
    );
  }
  const known = language.diagnosis.codes[code];
  const { meaning, retry } = known;
  const { causes, remedy } = possibleCauses(exchange, diagnosis, code, known);
  const documented = ERROR_CODES[code].status;
  return (
    <div class="explanation">
      <p>
        <CodeText text={`${meaning.charAt(0).toLocaleUpperCase(language.locale)}${meaning.slice(1)}.`} />
        {documented !== status && ` ${fill(errors.documentedFor, { status: String(documented) })}`}
      </p>
      {causes.length > 0 && (
        <>
          <p>{errors.possible}</p>
          <ul>
            {causes.map((cause) => (
              <li key={cause}>
                <CodeText text={cause} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {remedy !== undefined && <CodeText text={`${remedy} `} />}
        <CodeText text={retry} />
      </p>
    </div>
  );
}

interface MessageListProps {
  readonly title: string;
  readonly messages: readonly ApiMessage[];
  /** With it each code is explained. */
  readonly explained?: Omit<ExplanationProps, 'code'>;
}

function MessageList({ title, messages, explained }: MessageListProps) {
  const { texts } = useTexts();
  if (messages.length === 0) return null;
  return (
    <section class="block server-messages">
      <h3>{title}</h3>
      {messages.map(({ code, message }, i) => (
        <div class="server-message" key={i}>
          <Quoted length={message.length}>
            <span class="code server-code">
              <SnakeCase name={code || String(texts.detail.errors.noCode)} />
            </span>
            {message !== '' && (
              <q>
                <SnakeCase name={message} />
              </q>
            )}
          </Quoted>
          {explained && <Explanation code={code} {...explained} />}
        </div>
      ))}
    </section>
  );
}

interface ServerMessagesProps extends Omit<ExplanationProps, 'code'> {
  readonly body: ResponseBodyFacts;
}

/** Errors and warnings as the server put them, each code explained. They are text, whatever they hold. */
export function ServerMessages({ body, ...explained }: ServerMessagesProps) {
  const { texts, fill } = useTexts();
  const { errors } = texts.detail;
  return (
    <>
      <MessageList title={String(errors.title)} messages={body.errors} explained={explained} />
      <MessageList title={String(errors.warningsTitle)} messages={body.warnings} />
      {body.omitted > 0 && <p class="quiet-text">{fill(errors.omitted, { count: body.omitted })}</p>}
    </>
  );
}
