import type { BodyFacts } from '../../lib/exchange/body-facts';
import type { Exchange } from '../../lib/exchange/exchange';
import { type Presence, presentValue } from '../../lib/exchange/presence';
import { isWhole } from '../../lib/report/call-code';
import { bodyKindText, messagesText } from '../../lib/report/fact-words';
import { numberText, sizeText } from '../../lib/report/figures';
import { CodeText } from '../ui/code-text';
import { useTexts } from '../ui/language';
import { CallCode } from './call-code-view';
import { Fact, FactList, HeaderList } from './fact-list';
import { PartialNote } from './partial-note';

function BodyLines({ body }: { body: Presence<BodyFacts> }) {
  const { texts, language } = useTexts();
  const { facts, absence } = texts.detail;
  if (body.status === 'absent') {
    return (
      <Fact name={String(facts.body)}>
        <CodeText text={String(absence[body.reason])} />
      </Fact>
    );
  }
  const { kind, size, fields, chat } = body.value;
  return (
    <>
      <Fact name={String(facts.body)}>
        <CodeText text={bodyKindText(kind, language)} />
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
  const { credentials } = request;
  // None in the record, but perhaps in the call.
  const isUntold = credentials.status === 'absent' && presentValue(request.headers)?.length === 0;
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
      <PartialNote exchange={exchange} />
      <HeaderList headers={isUntold ? credentials : request.headers} />
      {isWhole(exchange) && <CallCode exchange={exchange} />}
    </>
  );
}
