import { languages, type Language } from '#kernel/language/text.ts';
import { useLanguage } from '#web/language/language.tsx';

const names: Record<Language, { short: string; full: string }> = {
  zh: { short: '中', full: '中文' },
  en: { short: 'EN', full: 'English' },
};

/** Switches the language in place; each language names itself. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  return (
    <span className="language" role="group" aria-label="语言 Language">
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          aria-label={names[each].full}
          onClick={() => setLanguage(each)}
        >
          {names[each].short}
        </button>
      ))}
    </span>
  );
}
