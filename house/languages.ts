import { filesUnder, isTest, lineOf, readSource, withoutComments } from './sources.ts';

// Words a user reads stand in Text objects, so that both languages are there (the type demands it). What is found here are
// Chinese characters elsewhere: in JSX, in attributes, in loose strings.

/** The Chinese side of a Text: a string, a template, or a function that gives one. */
const chineseSide = /\bzh:\s*(?:(?:\([^()]*\)|\w+)\s*=>\s*)?(?:'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)/g;
/** Where languages call themselves by their own names. */
const languageNames = 'src/web/frame/LanguageSwitch.tsx';
const chinese = /[\u3400-\u9fff]+/g;

/** Chinese characters of the pages that stand outside a Text. */
export function looseChinese(root: string): string[] {
  const pages = filesUnder(root, ['src/web', 'src/rooms'], /\.tsx$/).filter((path) => !isTest(path) && path !== languageNames);
  return pages.flatMap((path) => {
    const text = withoutComments(readSource(root, path)).replace(chineseSide, (found) => found.replaceAll(/[^\n]/g, ' '));
    return [...text.matchAll(chinese)].map((match) => `${path}:${lineOf(text, match.index)} ${match[0]}`);
  });
}
