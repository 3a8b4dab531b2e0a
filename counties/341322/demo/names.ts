import type { Text } from '#kernel/language/text.ts';

// Invented names. Each begins with 演示 so that nobody takes it for a real place, firm or person.

const first: [string, string][] = [
  ['桃', 'Tao'],
  ['柳', 'Liu'],
  ['杏', 'Xing'],
  ['槐', 'Huai'],
  ['松', 'Song'],
  ['枣', 'Zao'],
  ['梨', 'Li'],
  ['竹', 'Zhu'],
  ['菱', 'Ling'],
  ['兰', 'Lan'],
  ['云', 'Yun'],
  ['青', 'Qing'],
  ['金', 'Jin'],
  ['银', 'Yin'],
  ['平', 'Ping'],
  ['和', 'He'],
];

const second: [string, string][] = [
  ['园', 'yuan'],
  ['湾', 'wan'],
  ['桥', 'qiao'],
  ['溪', 'xi'],
  ['岗', 'gang'],
  ['塘', 'tang'],
  ['林', 'lin'],
  ['坡', 'po'],
  ['台', 'tai'],
  ['井', 'jing'],
  ['集', 'ji'],
  ['庄', 'zhuang'],
  ['堤', 'di'],
  ['圩', 'wei'],
  ['营', 'ying'],
  ['渡', 'du'],
];

/** A word of two characters, all different for the numbers 0 to 255. */
export function placeWord(number: number): Text {
  const [a, b] = [first[number % 16]!, second[(Math.floor(number / 16) + number) % 16]!];
  return { zh: a[0] + b[0], en: a[1] + b[1] };
}

export function villageName(number: number): Text {
  const word = placeWord(number);
  return { zh: `演示·${word.zh}村`, en: `Demo ${word.en} Village` };
}

/** 甲, 乙, 丙 … for people and units that must not bear a real name. */
export const stems = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;

/** A number that cannot be dialled: 000-0000-0001. */
export function demoPhone(number: number): string {
  return `000-0000-${String(number).padStart(4, '0')}`;
}
