import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../lib/messages/language';
import { formatMessage, type MessageValues, type Template } from '../../lib/messages/message';

const LanguageContext = createContext<Language | undefined>(undefined);

export const LanguageProvider = LanguageContext.Provider;

/** The texts and the locale of the page. Throws outside a `LanguageProvider`. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === undefined) throw new Error('No language was provided.');
  return language;
}

/** The texts of the pages, and how to fill them in. */
export function useTexts() {
  const language = useLanguage();
  return {
    language,
    texts: language.interface,
    fill: (template: Template, values: MessageValues = {}) =>
      formatMessage(template, values, language.locale),
  };
}
