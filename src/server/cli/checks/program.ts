import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, programFolder, unknownVariables } from '#server/config.ts';
import { findFonts } from '#server/documents/fontFiles.ts';
import { type Check, failed, limited, ok } from './check.ts';

// The program itself: runtime, dependencies, web page, county pack, settings that switch something off.

/** First release that runs TypeScript sources as they are and has every API used here. */
const oldestNode = 26;

export function checkProgram(config: Config, environment: NodeJS.ProcessEnv): Check[] {
  return [
    checkRuntime(),
    checkDependencies(),
    checkWebPage(),
    checkCounty(config),
    checkMail(config),
    checkDocumentFonts(config),
    ...checkVariables(environment),
  ];
}

function checkDocumentFonts({ dataFolder }: Config): Check {
  const fonts = findFonts(dataFolder);
  if (fonts)
    return ok('document-fonts', { zh: `文书字体 ${fonts.body[0]?.path ?? ''}。`, en: `Font for documents ${fonts.body[0]?.path ?? ''}.` });
  const folder = join(dataFolder, 'fonts');
  return limited(
    'document-fonts',
    {
      zh: `本机没有中文字体：请安装，或将仿宋、小标宋等字体文件放入 ${folder}。`,
      en: `This machine has no Chinese font: install one, or put font files into ${folder}.`,
    },
    { zh: '文书的 PDF（Word 不受影响）', en: 'PDF of documents (Word files are made all the same)' },
  );
}

function checkRuntime(): Check {
  const version = process.versions.node;
  if (Number.parseInt(version, 10) >= oldestNode) return ok('runtime', { zh: `运行时 Node ${version}。`, en: `Runtime Node ${version}.` });
  return failed('runtime', {
    zh: `运行时 Node ${version} 过旧，请用 npm start 或 npx anlan 启动（自带 Node ${oldestNode}）。`,
    en: `Runtime Node ${version} is too old; use npm start or npx anlan, which bring Node ${oldestNode}.`,
  });
}

function checkDependencies(): Check {
  const stamp = join(programFolder, 'node_modules', '.anlan-lock');
  const hash = createHash('sha256')
    .update(readFileSync(join(programFolder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').startsWith(hash))
    return ok('dependencies', { zh: '依赖与锁定文件一致。', en: 'Dependencies are as locked.' });
  return limited(
    'dependencies',
    {
      zh: '依赖未经 npm start 核对，下次启动时会核对或重新安装。',
      en: 'Dependencies have not been compared with the lock file; the next npm start compares or installs them.',
    },
    { zh: '运行的可能不是锁定的版本', en: 'versions other than the locked ones may run' },
  );
}

function checkWebPage(): Check {
  if (existsSync(join(programFolder, 'dist', 'web', 'index.html')))
    return ok('web-page', { zh: '网页已生成。', en: 'The web page is built.' });
  return limited(
    'web-page',
    { zh: '网页尚未生成，npm start 会生成。', en: 'The web page is not built yet; npm start builds it.' },
    { zh: '网页界面', en: 'the web pages' },
  );
}

function checkCounty(config: Config): Check {
  const folder = join(programFolder, 'counties', config.county);
  if (existsSync(folder)) return ok('county', { zh: `县域数据包 ${config.county}。`, en: `County pack ${config.county}.` });
  return failed('county', {
    zh: `没有县域数据包 ${folder}，请检查 ANLAN_COUNTY。`,
    en: `There is no county pack ${folder}; check ANLAN_COUNTY.`,
  });
}

function checkMail(config: Config): Check {
  if (config.smtpUrl !== null)
    return ok('mail', {
      zh: `邮件经 ${new URL(config.smtpUrl).host} 发出，发件人 ${config.mailFrom}。`,
      en: `E-mail goes out by ${new URL(config.smtpUrl).host} as ${config.mailFrom}.`,
    });
  return limited(
    'mail',
    { zh: '没有设置 ANLAN_SMTP_URL。', en: 'ANLAN_SMTP_URL is not set.' },
    { zh: '以邮件发送预警和通知', en: 'warnings and notices by e-mail' },
  );
}

function checkVariables(environment: NodeJS.ProcessEnv): Check[] {
  return unknownVariables(environment).map((name) =>
    limited(
      `variable-${name}`,
      {
        zh: `环境变量 ${name} 不是安澜的设置，可能写错了名字（anlan config 列出全部）。`,
        en: `The variable ${name} is no setting of Anlan, perhaps misspelt (anlan config lists all).`,
      },
      { zh: '这项设置', en: 'that setting' },
    ),
  );
}
