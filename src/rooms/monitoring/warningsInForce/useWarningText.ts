import { useLanguage } from '#web/language/language.tsx';
import type { ReceivedWarning } from './receivedWarning.ts';

/** The words of a warning in the reader's language, else in the first one it came in. */
export function useWarningText({ texts }: ReceivedWarning): ReceivedWarning['texts'][number] {
  const { language } = useLanguage();
  const own = texts.find((text) => text.language.toLowerCase().startsWith(language));
  return own ?? texts[0] ?? { language, event: null, headline: null, description: null, instruction: null };
}
