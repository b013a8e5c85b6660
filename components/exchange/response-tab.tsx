import type { ResponseFacts } from '../../lib/exchange/exchange';
import { type Presence, present } from '../../lib/exchange/presence';
import { sizeText } from '../../lib/report/figures';
import type { InspectedExchange } from '../../lib/store/inspect';
import { CodeText } from '../ui/code-text';
import { useTexts } from '../ui/language';
import { BodyView } from './body-view';
import { Fact, FactList, HeaderList } from './fact-list';
import { ServerMessages } from './server-messages';
import { StreamView } from './stream-view';

function BodyLines({ response }: { response: ResponseFacts }) {
  const { texts, language } = useTexts();
  const { facts, absence, shapes, joins } = texts.detail;
  const { body, bodyJoin } = response;
  if (body.status === 'absent') {
    return (
      <Fact name={String(facts.body)}>
        <CodeText text={String(absence[body.reason])} />
      </Fact>
    );
  }
  const { shape, size, title } = body.value;
  return (
    <>
      <Fact name={String(facts.body)}>
        <CodeText text={String(shapes[shape])} />
        {`, ${sizeText(size, language.locale)}`}
      </Fact>
      <Fact name={String(facts.title)}>{title}</Fact>
      <Fact name={String(facts.joined)}>{bodyJoin && joins[bodyJoin]}</Fact>
    </>
  );
}

/** Where a call has no body, or the browser keeps it from everybody, nothing is asked for. */
const canBeRead = (body: Presence<unknown>) =>
  body.status === 'present' || !['none', 'opaque', 'cors', 'failed'].includes(body.reason);

/** What came back, or in words why there is nothing. */
export function ResponseTab({ inspected }: { inspected: InspectedExchange }) {
  const { texts } = useTexts();
  const { facts, absence } = texts.detail;
  const { exchange } = inspected;
  const { response, error, redirect } = exchange;
  const outside = (
    <>
      <Fact name={String(facts.redirect)} code>
        {redirect?.url.href}
      </Fact>
      <Fact name={String(facts.error)} code>
        {error?.text}
      </Fact>
    </>
  );
  if (response.status === 'absent') {
    return (
      <>
        <p class="quiet-text">
          <CodeText text={String(absence[response.reason])} />
        </p>
        <FactList>{outside}</FactList>
      </>
    );
  }
  const { status, statusText, tlsVersion, fromCache, headers, body } = response.value;
  return (
    <>
      <FactList>
        <Fact name={String(facts.status)} code>
          {`${status} ${statusText}`.trim()}
        </Fact>
        <Fact name={String(facts.tls)} code>
          {tlsVersion}
        </Fact>
        <Fact name={String(facts.cache)}>{fromCache && facts.yes}</Fact>
        {outside}
        <BodyLines response={response.value} />
      </FactList>
      <StreamView exchange={exchange} />
      {canBeRead(body) && <BodyView exchange={exchange} />}
      {body.status === 'present' && (
        <ServerMessages body={body.value} status={status} inspected={inspected} />
      )}
      <HeaderList headers={present(headers)} />
    </>
  );
}
