import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// Chinese fonts of this computer. Official documents want 方正小标宋, 仿宋 and 黑体; where they are not installed, the nearest
// that is. Fonts a county puts into <data>/fonts come first. Without any, no PDF is made: the Word file needs none here.

export type FontRole = 'title' | 'body' | 'label';

export interface FontFile {
  path: string;
  /** PostScript name inside a collection (.ttc); null for a single font. */
  member: string | null;
}

type Candidate = [file: RegExp, member: string | null];

const serif: Candidate[] = [
  [/^simfang\.ttf$/i, null],
  [/^fangsong.*\.(ttf|otf)$/i, null],
  [/^FandolFang.*\.otf$/i, null],
  [/^NotoSerifCJK(sc)?-Regular\.ttc$/i, 'NotoSerifCJKsc-Regular'],
  [/^(NotoSerifSC|SourceHanSerifSC|NotoSerifCJKsc)-Regular\.(otf|ttf)$/i, null],
  [/^simsun\.ttc$/i, 'SimSun'],
  [/^Songti\.ttc$/i, 'STSongti-SC-Regular'],
];
const sans: Candidate[] = [
  [/^simhei\.ttf$/i, null],
  [/^NotoSansCJK-Bold\.ttc$/i, 'NotoSansCJKsc-Bold'],
  [/^(NotoSansSC|SourceHanSansSC|NotoSansCJKsc)-(Bold|Medium)\.(otf|ttf)$/i, null],
  [/^NotoSansCJK-Regular\.ttc$/i, 'NotoSansCJKsc-Regular'],
  [/^msyhbd\.ttc$/i, 'MicrosoftYaHei-Bold'],
  [/^wqy-(micro|zen)hei\.ttc$/i, 'WenQuanYiMicroHei'],
];

const candidates: Record<FontRole, Candidate[]> = {
  title: [
    [/^(FZXBSJW|FZXiaoBiaoSong.*)\.ttf$/i, null],
    [/^STZHONGS\.ttf$/i, null],
    [/^NotoSerifCJK(sc)?-Bold\.ttc$/i, 'NotoSerifCJKsc-Bold'],
    [/^(NotoSerifSC|SourceHanSerifSC|NotoSerifCJKsc)-Bold\.(otf|ttf)$/i, null],
    ...serif,
  ],
  body: [...serif, ...sans],
  label: [...sans, ...serif],
};

function systemFolders(): string[] {
  const home = process.env['HOME'] ?? '';
  switch (process.platform) {
    case 'win32':
      return [
        join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
        join(process.env['LOCALAPPDATA'] ?? '', 'Microsoft', 'Windows', 'Fonts'),
      ];
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library/Fonts')];
    default:
      return ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.local/share/fonts')];
  }
}

/** Fonts of each role, the best first, the others behind it for signs it lacks; null when there is no Chinese font. */
export function findFonts(dataFolder: string): Record<FontRole, FontFile[]> | null {
  const folders = [join(dataFolder, 'fonts'), ...systemFolders()].filter((folder) => existsSync(folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ttf|otf|ttc)$/i.test(entry.name))
      .map((entry) => ({ name: entry.name, path: join(entry.parentPath, entry.name) })),
  );
  const find = (role: FontRole) =>
    candidates[role].flatMap(([pattern, member]) => {
      const found = files.find(({ name }) => pattern.test(name));
      return found ? [{ path: found.path, member }] : [];
    });
  const fonts = { title: find('title'), body: find('body'), label: find('label') };
  return fonts.body.length > 0 ? fonts : null;
}
