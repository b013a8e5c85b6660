import { CodeText } from '../ui/code-text';
import { useTexts } from '../ui/language';
import { Section } from './section';

/** The sentences with the names by which the browser knows what they speak of. */
const ACCESS = [
  { sentence: 'own', permissions: 'webRequest, scripting' },
  { sentence: 'sites', permissions: 'activeTab' },
  { sentence: 'panel', permissions: 'storage' },
] as const;

/** What a user sees first: what it is for, what to do next, where else to find it, and the permissions. */
export function Welcome() {
  const { texts, fill } = useTexts();
  const { what, places, access } = texts.options.welcome;
  const { panel, popup, workbench } = places;
  return (
    <>
      <Section title={fill(what.title)}>
        <p>{what.text}</p>
        <p class="next-step">
          <strong>{panel.name}</strong>
          <span>
            <CodeText text={fill(panel.text)} />
          </span>
        </p>
        <ul class="option-list">
          <li class="option-item place">
            <strong>{popup.name}</strong>
            <span>{popup.text}</span>
          </li>
          <li class="option-item place">
            <strong>{workbench.name}</strong>
            <span>
              <CodeText text={fill(workbench.text)} />
            </span>
            <a class="button" href="/workbench.html">
              {workbench.open}
            </a>
          </li>
        </ul>
      </Section>
      <Section title={fill(access.title)}>
        {ACCESS.map(({ sentence, permissions }) => (
          <p key={sentence}>
            <CodeText text={fill(access[sentence])} />
            <span class="code permission">{permissions}</span>
          </p>
        ))}
      </Section>
    </>
  );
}
