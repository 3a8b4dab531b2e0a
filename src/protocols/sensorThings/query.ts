// The query part of an address as a typed tree: $filter, $orderby, $top, $skip, $select, $expand (with options of its own),
// $count, $resultFormat (OGC 18-088, clause 9.3).

import type { Label } from '../protocol.ts';
import { parseFilter, type Expression, type QueryError } from './filter.ts';

export interface ExpandedLink {
  /** `Datastreams/Observations` has two steps. */
  steps: string[];
  query: Query;
}

export interface Query {
  filter: Expression | null;
  orderBy: { steps: string[]; isDescending: boolean }[];
  top: number | null;
  skip: number;
  select: string[];
  expand: ExpandedLink[];
  isCounted: boolean;
  resultFormat: string | null;
}

export type QueryResult = { ok: true; query: Query } | { ok: false; error: QueryError };

const options = ['$filter', '$orderby', '$top', '$skip', '$select', '$expand', '$count', '$resultFormat'];
const maxExpandDepth = 5;

class Wrong extends Error {
  readonly error: QueryError;
  constructor(error: QueryError) {
    super(error.message.en);
    this.error = error;
  }
}

/** Reads the part behind `?`, percent-encoded as it came. Never throws; an error names option and place. */
export function parseQuery(search: string): QueryResult {
  const parts = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '');
  try {
    return { ok: true, query: readOptions(parts.map(decode), 0) };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, error: error.error };
    throw error;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return fail(part.split('=')[0] ?? '', 0, 'character', { zh: '百分号编码有误', en: 'the percent-encoding is wrong' });
  }
}

function readOptions(parts: readonly string[], depth: number): Query {
  const query: Query = { filter: null, orderBy: [], top: null, skip: 0, select: [], expand: [], isCounted: false, resultFormat: null };
  const seen = new Set<string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const name = (at === -1 ? part : part.slice(0, at)).trim();
    const text = at === -1 ? '' : part.slice(at + 1);
    const option = options.find((each) => each === name);
    if (option === undefined) fail(name, 0, 'option', { zh: `没有查询选项 ${name}`, en: `there is no query option ${name}` });
    if (seen.has(name)) fail(name, 0, 'double', { zh: `${name} 出现两次`, en: `${name} stands twice` });
    seen.add(name);
    readOption(query, name, text, depth);
  }
  return query;
}

function readOption(query: Query, name: string, text: string, depth: number): void {
  if (name === '$filter') {
    const read = parseFilter(text);
    if (!read.ok) throw new Wrong(read.error);
    query.filter = read.filter;
  } else if (name === '$top' || name === '$skip') {
    if (!/^\d{1,9}$/.test(text.trim()))
      fail(name, 0, 'number', { zh: `${name} 应为非负整数`, en: `${name} is to be a whole number from 0` });
    query[name === '$top' ? 'top' : 'skip'] = Number(text);
  } else if (name === '$count') {
    if (text !== 'true' && text !== 'false')
      fail(name, 0, 'unexpected', { zh: '$count 应为 true 或 false', en: '$count is true or false' });
    query.isCounted = text === 'true';
  } else if (name === '$resultFormat') query.resultFormat = text;
  else if (name === '$select') query.select = splitOutside(text, ',', name).map(({ text: each, position }) => nameOf(each, name, position));
  else if (name === '$orderby') query.orderBy = splitOutside(text, ',', name).map(({ text: each, position }) => readOrder(each, position));
  else query.expand = splitOutside(text, ',', name).map(({ text: each, position }) => readExpand(each, position, depth));
}

function readOrder(text: string, position: number): Query['orderBy'][number] {
  const [path = '', direction = 'asc', ...more] = text.trim().split(/\s+/);
  if (more.length > 0 || (direction !== 'asc' && direction !== 'desc'))
    fail('$orderby', position + text.indexOf(direction), 'unexpected', { zh: '应为 asc 或 desc', en: 'asc or desc is due here' });
  return { steps: path.split('/').map((step) => nameOf(step, '$orderby', position)), isDescending: direction === 'desc' };
}

function readExpand(text: string, position: number, depth: number): ExpandedLink {
  const open = text.indexOf('(');
  const path = open === -1 ? text : text.slice(0, open);
  const steps = path
    .trim()
    .split('/')
    .map((step) => nameOf(step, '$expand', position));
  if (open === -1) return { steps, query: readOptions([], depth) };
  if (depth >= maxExpandDepth)
    fail('$expand', position, 'depth', { zh: `展开超过 ${maxExpandDepth} 层`, en: `expanded deeper than ${maxExpandDepth}` });
  if (!text.trimEnd().endsWith(')')) fail('$expand', position + text.length, 'unexpected', { zh: '缺少 )', en: ') is due here' });
  const inner = text.trimEnd().slice(open + 1, -1);
  return {
    steps,
    query: readOptions(
      splitOutside(inner, ';', '$expand').map((part) => part.text),
      depth + 1,
    ),
  };
}

function nameOf(text: string, option: string, position: number): string {
  const name = text.trim();
  if (/^@?[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff-]*$/.test(name)) return name;
  return fail(option, position, 'name', { zh: `“${name}”不是属性名`, en: `"${name}" is not the name of a property` });
}

/** Splits at a mark that stands in neither brackets nor quotes. */
function splitOutside(text: string, mark: string, option: string): { text: string; position: number }[] {
  const parts: { text: string; position: number }[] = [];
  let [depth, begin, isQuoted] = [0, 0, false];
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at];
    if (character === "'") isQuoted = !isQuoted;
    else if (isQuoted && character !== undefined) continue;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0) fail(option, at, 'unexpected', { zh: '多余的 )', en: 'there is one ) too many' });
    if (character === undefined || (character === mark && depth === 0)) {
      parts.push({ text: text.slice(begin, at), position: begin });
      begin = at + 1;
    }
  }
  if (depth > 0 || isQuoted) fail(option, text.length, 'unexpected', { zh: '括号或引号没有闭合', en: 'a bracket or quote is not closed' });
  return parts;
}

function fail(option: string, position: number, code: QueryError['code'], message: Label): never {
  throw new Wrong({ option, position, code, message });
}
