// `anlan cap validate|convert`: what is wrong with a warning file, said with place and rule; and CAP 1.2 from or to the
// dialect of the national platform 12379.

import { readFile } from 'node:fs/promises';
import type { Language, Text } from '#kernel/language/text.ts';
import type { CapProblem } from '#protocols/cap/alert.ts';
import type { CapDocument } from '#protocols/cap/cap.ts';
import { readCapFile, type CapFile } from '#protocols/cap/file.ts';
import { capToNational, nationalToCap } from '#protocols/cap/nationalConvert.ts';
import { writeNational } from '#protocols/cap/nationalWrite.ts';
import { writeCap } from '#protocols/cap/write.ts';
import { eventCodes } from '#statutes/eventCodes.table.ts';

export interface CapIo {
  stdin: AsyncIterable<Uint8Array | string>;
  print(line: string): void;
  complain(line: string): void;
  language: Language;
}

const usage = `anlan cap validate <file…> [--json]               检查 / checks; "-" 为标准输入 / is standard input
anlan cap convert <file> [--to cap|national]      转换，XML 到标准输出 / converts, XML to standard output`;

const dialects: Record<'cap' | 'national', Text> = {
  cap: { zh: 'CAP', en: 'CAP' },
  national: { zh: '国家平台格式（12379）', en: 'national dialect (12379)' },
};

/** Words for the rules; the sentence behind them is for programmers and stays English. */
const rules: Readonly<Record<string, Text>> = {
  assumed: { zh: '按推定填写', en: 'assumed' },
  characters: { zh: '含不允许的字符', en: 'characters not allowed' },
  choice: { zh: '不在允许的取值内', en: 'not one of the values allowed' },
  circle: { zh: '圆不成立', en: 'no circle' },
  code: { zh: '编码形式不对', en: 'wrong form of code' },
  dateTime: { zh: '时间形式不对', en: 'wrong form of time' },
  doctype: { zh: '含 DOCTYPE，拒绝', en: 'has a DOCTYPE, refused' },
  encoding: { zh: '字符编码不对', en: 'wrong character encoding' },
  form: { zh: '形式不合惯例', en: 'not in the usual form' },
  language: { zh: '语言重复或不对', en: 'language repeated or wrong' },
  link: { zh: '条目没有链接', en: 'the entry has no link' },
  lost: { zh: '另一格式无处可放，舍去', en: 'no place for it, left out' },
  namespace: { zh: '命名空间不是 CAP', en: 'not the namespace of CAP' },
  noAlert: { zh: '文件里没有预警', en: 'no alert in the file' },
  notWellFormed: { zh: '不是合法的 XML', en: 'not well-formed XML' },
  number: { zh: '不是数', en: 'not a number' },
  order: { zh: '次序不对', en: 'out of order' },
  polygon: { zh: '多边形不成立', en: 'no polygon' },
  position: { zh: '坐标不对', en: 'no position' },
  references: { zh: '引用的报文不明', en: 'unclear reference' },
  required: { zh: '缺少', en: 'missing' },
  root: { zh: '根元素不是 alert', en: 'the root is not alert' },
  single: { zh: '重复', en: 'repeated' },
  timeOrder: { zh: '时间先后颠倒', en: 'times in the wrong order' },
  unfinished: { zh: '文件不完整', en: 'the file is cut off' },
  unknownElement: { zh: '不认识的元素', en: 'unknown element' },
  uri: { zh: '不是网址', en: 'not a URI' },
};

/** @returns 0; 1 when a file is not valid or cannot be converted; 2 when the call is wrong or a file unreadable. */
export async function capCommand(args: readonly string[], io: CapIo): Promise<number> {
  const [verb = '', ...rest] = args;
  if (verb === 'validate') {
    const files = rest.filter((arg) => arg !== '--json');
    if (files.length > 0 && files.every((file) => !file.startsWith('--'))) return validateFiles(files, rest.includes('--json'), io);
  }
  if (verb === 'convert') {
    const [file = '', option, to, ...more] = rest;
    const isSound = (option === undefined || (option === '--to' && (to === 'cap' || to === 'national'))) && more.length === 0;
    if (file !== '' && !file.startsWith('--') && isSound) return convertFile(file, to === 'cap' || to === 'national' ? to : null, io);
  }
  io.complain(usage);
  return 2;
}

async function validateFiles(files: readonly string[], asJson: boolean, io: CapIo): Promise<number> {
  let worst = 0;
  for (const path of files) {
    const bytes = await readInput(path, io);
    if (bytes === null) {
      worst = 2;
      continue;
    }
    const file = readCapFile(bytes);
    const isValid = file.problems.length === 0 && file.documents.every(({ ok }) => ok);
    if (!isValid) worst = Math.max(worst, 1);
    if (asJson) io.print(JSON.stringify({ file: path, valid: isValid, ...file }));
    else report(path, file, io);
  }
  return worst;
}

function report(path: string, { kind, documents, links, problems }: CapFile, io: CapIo): void {
  const say = (text: Text) => text[io.language];
  for (const document of documents) {
    if (document.ok) {
      const head = say({ zh: '有效', en: 'valid' });
      io.print(`${path}: ${head} · ${say(dialects[document.dialect])} · ${document.alert.identifier}`);
      for (const note of document.notes) io.print(`    ${say({ zh: '注意', en: 'note' })} ${sentence(note, io.language)}`);
    } else {
      io.print(`${path}: ${say({ zh: '无效', en: 'not valid' })}`);
      for (const problem of document.problems) io.print(`    ${sentence(problem, io.language)}`);
    }
  }
  if (problems.length > 0) io.print(`${path}: ${say({ zh: '无效', en: 'not valid' })}`);
  for (const problem of problems) io.print(`    ${sentence(problem, io.language)}`);
  if (kind === 'index' && problems.length === 0)
    io.print(`${path}: ${say({ zh: `索引，指向 ${links.length} 条预警`, en: `an index that links to ${links.length} alerts` })}`);
}

async function convertFile(path: string, to: 'cap' | 'national' | null, io: CapIo): Promise<number> {
  const bytes = await readInput(path, io);
  if (bytes === null) return 2;
  const { documents, problems } = readCapFile(bytes);
  const [document, ...more] = documents;
  if (document === undefined || !document.ok) {
    const all = document === undefined ? problems : document.problems;
    return refuse(all.length > 0 ? all : [{ path: 'file', rule: 'noAlert', message: 'The file holds no alert itself.' }], io);
  }
  if (more.length > 0)
    io.complain(
      { zh: `文件含 ${documents.length} 条，只转换第一条`, en: `${documents.length} alerts; only the first is converted` }[io.language],
    );
  return convert(document, to ?? (document.dialect === 'cap' ? 'national' : 'cap'), io);
}

function convert(document: Extract<CapDocument, { ok: true }>, to: 'cap' | 'national', io: CapIo): number {
  if (document.dialect === to) {
    io.print((document.dialect === 'cap' ? writeCap(document.alert) : writeNational(document.alert)).trimEnd());
    return 0;
  }
  if (document.dialect === 'national') {
    const names = new Map(eventCodes.map(({ code, name }) => [code, name.zh]));
    const { alert, notes } = nationalToCap(document.alert, (code) => names.get(code) ?? null);
    io.print(writeCap(alert).trimEnd());
    for (const note of notes) io.complain(sentence(note, io.language));
    return 0;
  }
  const result = capToNational(document.alert);
  if (!result.ok) return refuse(result.problems, io);
  io.print(writeNational(result.alert).trimEnd());
  for (const note of result.notes) io.complain(sentence(note, io.language));
  return 0;
}

function refuse(problems: readonly CapProblem[], io: CapIo): number {
  io.complain({ zh: '不能转换：', en: 'It cannot be converted:' }[io.language]);
  for (const problem of problems) io.complain(`    ${sentence(problem, io.language)}`);
  return 1;
}

function sentence({ path, rule, message }: CapProblem, language: Language): string {
  return `${path} ${rules[rule]?.[language] ?? rule} (${rule}): ${message}`;
}

async function readInput(path: string, io: CapIo): Promise<Uint8Array | null> {
  if (path === '-') {
    const pieces: Buffer[] = [];
    for await (const piece of io.stdin) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  }
  try {
    return await readFile(path);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    io.complain({ zh: `读不了 ${path}：${error.message}`, en: `Cannot read ${path}: ${error.message}` }[io.language]);
    return null;
  }
}
