import { CodeText } from '../ui/code-text';
import { useTexts } from '../ui/language';
import { Section } from './section';

/** What a user sees first: what it is for, where to find it, and the permissions in three sentences. */
export function Welcome() {
  const { texts, fill } = useTexts();
  const { what, places, access } = texts.options.welcome;
  return (
    <>
      <Section title={fill(what.title)}>
        <p>{what.text}</p>
        <ul class="option-list">
          {[places.panel, places.popup, places.workbench].map(({ name, text }) => (
            <li key={name} class="option-item place">
              <strong>{name}</strong>
              <span>
                <CodeText text={fill(text)} />
                {name === places.workbench.name && (
                  <>
                    {' '}
                    <a href="/workbench.html">{places.workbench.open}</a>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={fill(access.title)}>
        {[access.own, access.sites, access.panel].map((sentence) => (
          <p key={sentence}>
            <CodeText text={fill(sentence)} />
          </p>
        ))}
      </Section>
    </>
  );
}
