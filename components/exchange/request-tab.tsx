import type { BodyFacts, MessagesFact } from '../../lib/exchange/body-facts';
import type { Exchange } from '../../lib/exchange/exchange';
import type { Presence } from '../../lib/exchange/presence';
import type { Language } from '../../lib/messages/language';
import { formatMessage } from '../../lib/messages/message';
import { numberText, sizeText } from '../../lib/report/figures';
import { CodeText } from '../ui/code-text';
import { useTexts } from '../ui/language';
import { Fact, FactList, HeaderList } from './fact-list';

const MOST_ROLES = 12;

function messagesText(messages: MessagesFact, language: Language): string {
  const { messagesFact } = language.interface.detail;
  const fill = (template: Parameters<typeof formatMessage>[0], values = {}) =>
    formatMessage(template, values, language.locale);
  if (messages.type === 'missing') return fill(messagesFact.missing);
  if (messages.type === 'not-an-array') return fill(messagesFact.notAnArray, { is: messages.is });
  const roles = messages.items.slice(0, MOST_ROLES).map(({ role }) => {
    if (typeof role === 'object') return role.other;
    return role === 'missing' || role === 'not-a-string' ? fill(messagesFact.noRole) : role;
  });
  if (messages.count > MOST_ROLES) roles.push('…');
  return messages.count === 0
    ? numberText(0, language.locale)
    : fill(messagesFact.list, { count: messages.count, roles: roles.join(', ') });
}

function BodyLines({ body }: { body: Presence<BodyFacts> }) {
  const { texts, fill, language } = useTexts();
  const { facts, bodies, absence } = texts.detail;
  if (body.status === 'absent') {
    return (
      <Fact name={String(facts.body)}>
        <CodeText text={String(absence[body.reason])} />
      </Fact>
    );
  }
  const { kind, size, fields, chat } = body.value;
  const what =
    kind.type === 'json-other'
      ? fill(bodies[kind.is])
      : kind.type === 'not-json'
        ? fill(bodies['not-json'], { line: kind.error.line, column: kind.error.column })
        : fill(bodies[kind.type]);
  return (
    <>
      <Fact name={String(facts.body)}>
        <CodeText text={what} />
        {`, ${sizeText(size, language.locale)}`}
      </Fact>
      <Fact name={String(facts.bodyFields)} code>
        {fields.join(', ')}
      </Fact>
      {chat && (
        <>
          <Fact name={String(facts.messages)}>{messagesText(chat.messages, language)}</Fact>
          <Fact name={String(facts.characters)}>{numberText(chat.inputCharacters, language.locale)}</Fact>
          <Fact name={String(facts.stream)}>{chat.stream ? facts.yes : facts.no}</Fact>
        </>
      )}
    </>
  );
}

/** What was sent. */
export function RequestTab({ exchange }: { exchange: Exchange }) {
  const { texts } = useTexts();
  const { facts, sources } = texts.detail;
  const { request, initiator } = exchange;
  return (
    <>
      <FactList>
        <Fact name={String(facts.method)} code>
          {request.method}
        </Fact>
        <Fact name={String(facts.url)} code>
          {request.url.href}
        </Fact>
        <Fact name={String(facts.protocol)} code>
          {request.httpVersion}
        </Fact>
        <Fact name={String(facts.initiator)} code>
          {initiator.origin}
        </Fact>
        <Fact name={String(facts.type)}>{exchange.resourceType}</Fact>
        <Fact name={String(facts.source)}>{sources[exchange.source]}</Fact>
        <BodyLines body={request.body} />
      </FactList>
      {exchange.partial && <p class="quiet-text">{facts.partial}</p>}
      <HeaderList headers={request.headers} />
    </>
  );
}
