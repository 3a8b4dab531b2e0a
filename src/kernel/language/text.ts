/** A text in every language Anlan speaks. Both are required, so a missing translation is a type error. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** Names the words of one page or declaration; the type makes both languages compulsory. */
export function defineWords<const W extends Record<string, Text>>(words: W): W {
  return words;
}
