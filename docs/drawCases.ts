import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '#kernel/access/access.ts';
import type { CaseAction, CaseDeclaration } from '#kernel/casework/case.ts';
import type { Gate } from '#kernel/casework/gate.ts';
import { conditionWords, gateWords, spanText } from '#kernel/casework/gateWords.ts';
import type { ClockRule, Within } from '#kernel/clock/deadline.ts';
import type { Text } from '#kernel/language/text.ts';
import { cases } from '#rooms/rooms.ts';
import { clockRules } from '#statutes/statutes.ts';

// Draws every case type as a page of docs/cases, from its declaration alone: states and actions as a diagram (Mermaid),
// what each action asks for, which clocks it moves. `node docs/drawCases.ts` writes the pages; house/drawings.test.ts fails
// when a page and its declaration differ.

const both = ({ zh, en }: Text) => `${zh} ${en}`;
const none = '—';

/** The page of one case type, Markdown. */
export function drawCase(declaration: CaseDeclaration): string {
  return [
    `# ${both(declaration.label)}`,
    '',
    `\`${declaration.id}\`，声明版本 ${declaration.version}。本页由 \`node docs/drawCases.ts\` 按声明生成，请勿手改。`,
    `Declaration version ${declaration.version}. Written by \`node docs/drawCases.ts\` from the declaration; do not edit.`,
    '',
    '```mermaid',
    ...diagram(declaration),
    '```',
    '',
    '## 操作 Actions',
    '',
    '| 操作 Action | 从 From | 到 To | 谁 By | 必须已填 Must be filled | 说明 Note | 条件 Gates | 时限 Clocks | 事件 Event |',
    '|---|---|---|---|---|---|---|---|---|',
    ...Object.entries(declaration.actions).map(([id, action]) => actionRow(declaration, id, action)),
    '',
    '## 时限 Clocks',
    '',
    ...clockTable(declaration),
  ].join('\n');
}

function diagram({ states, actions }: CaseDeclaration): string[] {
  const names = Object.entries(states).map(([id, { label }]) => `  ${id} : ${label.zh} / ${label.en}`);
  const steps = Object.entries(actions).flatMap(([id, action]) => arrows(id, action, actions));
  const ends = Object.entries(states).flatMap(([id, { final }]) => (final ? [`  ${id} --> [*]`] : []));
  return ['stateDiagram-v2', ...names, ...steps, ...ends];
}

/** What changes the state is an arrow; what leaves it as it is stands in the table only. */
function arrows(id: string, { from, to, label }: CaseAction, actions: CaseDeclaration['actions']): string[] {
  if (to === undefined) return [];
  const words = `${label.zh} ${id}`;
  const targets = typeof to === 'string' ? [to] : statesBefore(to.stateBefore, actions);
  const sources = from.length === 0 ? ['[*]'] : from;
  return sources.flatMap((state) => targets.map((target) => `  ${state} --> ${target} : ${words}`));
}

/** States from which some action leads into a state. */
function statesBefore(state: string, actions: CaseDeclaration['actions']): string[] {
  return [...new Set(Object.values(actions).flatMap(({ from, to }) => (to === state ? from : [])))];
}

function actionRow(declaration: CaseDeclaration, id: string, action: CaseAction): string {
  const stateOf = (state: string) => declaration.states[state]?.label.zh ?? state;
  const fieldOf = (name: string) => declaration.fields[name]?.label.zh ?? name;
  const { from, to, by, posts = [] } = action;
  const who = [...by.map((role) => roles[role].zh), ...posts.map((post) => `岗位 \`${post}\``)];
  const cells = [
    `${both(action.label)} \`${id}\``,
    from.length === 0 ? '（新）new' : from.map(stateOf).join('、'),
    to === undefined ? '不变 same' : typeof to === 'string' ? stateOf(to) : '回到原状态 back',
    who.length === 0 ? '程序 program' : who.join('、'),
    (action.requires ?? []).map(fieldOf).join('、'),
    action.note === undefined ? '' : { optional: '可填 optional', required: '必填 required' }[action.note],
    (action.gates ?? []).map((gate) => gateText(declaration, gate)).join('；'),
    clockMoves(action),
    [
      `\`${action.emits}\``,
      ...(action.makes ?? []).map((document) => `文书 \`${document}\``),
      ...(action.opens ? [`子案 \`${action.opens.subcase}\``] : []),
    ].join(' '),
  ];
  return `| ${cells.map((cell) => (cell === '' ? none : cell)).join(' | ')} |`;
}

const nameOfClock = (one: string | { clock: string }) => (typeof one === 'string' ? one : one.clock);

function clockMoves({ starts = [], stops = [], cancels = [], pauses = [], resumes = [], extends: extended = [] }: CaseAction): string {
  const moves = { 启: starts, 停: stops, 撤: cancels, 暂停: pauses, 继续: resumes, 延长: extended };
  return Object.entries(moves)
    .flatMap(([word, clocks]) => clocks.map((clock) => `${word} \`${nameOfClock(clock)}\``))
    .join(' ');
}

function gateText(declaration: CaseDeclaration, gate: Gate): string {
  const words = gateWords(declaration, gate, { clock: clockLabel, document: (id) => ({ zh: id, en: id }) });
  const when = gate.when && conditionWords(declaration, gate.when);
  return `${when ? `${when.zh}时：` : ''}${words.zh}${gate.clause ? `（${gate.clause}）` : ''} ${words.en}${when ? `, when ${when.en}` : ''}`;
}

function clockLabel(id: string): Text {
  return clockRules.find((rule) => rule.id === id)?.label ?? { zh: id, en: id };
}

function clockTable({ actions }: CaseDeclaration): string[] {
  const used = new Set(Object.values(actions).flatMap(({ starts = [], stops = [] }) => [...starts, ...stops].map(nameOfClock)));
  const rules = clockRules.filter(({ id }) => used.has(id));
  if (rules.length === 0) return ['没有时限。None.', ''];
  return [
    '| 时限 Clock | 办什么 Duty | 自 From | 期限 Within | 依据 Clause | 核实 Verified |',
    '|---|---|---|---|---|---|',
    ...rules.flatMap(clockRows),
    '',
  ];
}

function clockRows({ id, label, duty, versions }: ClockRule): string[] {
  return versions.map(({ from, within, standard, clause, verified }) => {
    const cells = [
      `${both(label)} \`${id}\``,
      both(duty),
      from,
      withinText(within),
      `${standard} ${clause}`,
      verified ? '是 yes' : '否 no',
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

function withinText(within: Within): string {
  if ('monthDay' in within) return `至 ${within.monthDay} by that day`;
  if ('timeOfDay' in within) return `至 ${within.timeOfDay} by that time`;
  return 'setByCase' in within ? '由案件确定 set by the case' : both(spanText(within));
}

/** File name and content of every page, the list of pages included. */
export function casePages(): { file: string; text: string }[] {
  const pages = cases.map((declaration) => ({ file: `${declaration.id}.md`, text: drawCase(declaration) }));
  const list = cases.map(({ id, label }) => `- [${both(label)}](${id}.md)`);
  const head = ['# 业务流程 Case types', '', '每页由 `node docs/drawCases.ts` 按声明生成。Each page is written from its declaration.', ''];
  return [{ file: 'README.md', text: `${[...head, ...list].join('\n')}\n` }, ...pages];
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(import.meta.dirname, 'cases');
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of casePages()) writeFileSync(join(folder, file), text);
  process.stdout.write(`wrote ${casePages().length} pages to docs/cases\n`);
}
