import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Check, limited, ok } from './check.ts';

// What `npm test` needs besides Node; running the county needs none of it.

const tools: readonly { id: string; programs: readonly string[]; forWhat: { zh: string; en: string } }[] = [
  { id: 'test-chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'], forWhat: { zh: '浏览器测试', en: 'browser tests' } },
  { id: 'test-mosquitto', programs: ['mosquitto_pub'], forWhat: { zh: 'MQTT 接入测试', en: 'MQTT tests' } },
  { id: 'test-libreoffice', programs: ['soffice'], forWhat: { zh: '文书测试', en: 'tests of documents' } },
  { id: 'test-poppler', programs: ['pdftotext'], forWhat: { zh: '文书测试', en: 'tests of documents' } },
  { id: 'test-xmllint', programs: ['xmllint'], forWhat: { zh: 'CAP 报文校验测试', en: 'CAP schema tests' } },
];

export function checkTestTools(environment: NodeJS.ProcessEnv): Check[] {
  return [...tools.map((tool) => checkTool(tool, environment)), checkFonts(environment)];
}

function checkTool({ id, programs, forWhat }: (typeof tools)[number], environment: NodeJS.ProcessEnv): Check {
  const given = id === 'test-chromium' ? environment.ANLAN_CHROMIUM : undefined;
  const path = [...(given === undefined ? [] : [given]), ...programs.map((name) => findOnPath(name, environment))].find(
    (candidate) => candidate !== null && isExecutable(candidate),
  );
  if (typeof path === 'string') return ok(id, { zh: `测试工具 ${path}。`, en: `Test tool ${path}.` });
  return limited(
    id,
    { zh: `没有找到 ${programs.join('、')}（仅测试需要）。`, en: `None of ${programs.join(', ')} was found (tests only).` },
    forWhat,
  );
}

function checkFonts(environment: NodeJS.ProcessEnv): Check {
  const lister = findOnPath('fc-list', environment);
  const fonts = lister === null ? '' : spawnSync(lister, [':lang=zh', 'family'], { encoding: 'utf8' }).stdout;
  if (fonts.trim() !== '') return ok('test-fonts', { zh: '有中文字体。', en: 'Chinese fonts are present.' });
  return limited(
    'test-fonts',
    { zh: '本机没有中文字体。', en: 'This machine has no Chinese fonts.' },
    { zh: '浏览器测试截图中的汉字', en: 'Chinese characters in test screenshots' },
  );
}

function findOnPath(name: string, environment: NodeJS.ProcessEnv): string | null {
  const folders = (environment.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
