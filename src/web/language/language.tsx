import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { type Language, languages, type Text } from '#kernel/language/text.ts';

// The language of the pages: chosen once per browser, switched in place. Words are declared beside the page that shows
// them (`defineWords`), so a missing translation is a type error and no catalogue is needed.

const storageKey = 'anlan.language';

interface LanguageChoice {
  language: Language;
  setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'zh', setLanguage: () => undefined });

/** The language kept from the last visit, else the browser's, else Chinese. */
export function firstLanguage(kept: string | null, browser: string): Language {
  const known = languages.find((language) => language === kept);
  if (known) return known;
  return browser.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** Puts values into a text: `{n}` in the words becomes `values.n`; an unknown name stays as it is. */
export function fillIn(words: string, values?: Record<string, string | number>): string {
  if (!values) return words;
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState<Language>(() => firstLanguage(localStorage.getItem(storageKey), navigator.language));

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);

  const value = useMemo<LanguageChoice>(
    () => ({
      language,
      setLanguage: (next) => {
        localStorage.setItem(storageKey, next);
        choose(next);
      },
    }),
    [language],
  );
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** The function that turns a Text into the words of the chosen language; `values` fill `{name}` in the words. */
export function useText(): (text: Text, values?: Record<string, string | number>) => string {
  const { language } = useContext(LanguageContext);
  return useMemo(() => (text, values) => fillIn(text[language], values), [language]);
}
