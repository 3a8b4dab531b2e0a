import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '#kernel/access/access.ts';
import type { CaseAction, CaseDeclaration } from '#kernel/casework/case.ts';
import type { ClockRule, ClockRuleVersion } from '#kernel/clock/deadline.ts';
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
  const steps = Object.entries(actions).flatMap(([id, action]) => arrows(id, action));
  const ends = Object.entries(states).flatMap(([id, { final }]) => (final ? [`  ${id} --> [*]`] : []));
  return ['stateDiagram-v2', ...names, ...steps, ...ends];
}

/** What changes the state is an arrow; what leaves it as it is stands in the table only. */
function arrows(id: string, { from, to, label }: CaseAction): string[] {
  if (to === undefined) return [];
  const words = `${label.zh} ${id}`;
  return from.length === 0 ? [`  [*] --> ${to} : ${words}`] : from.map((state) => `  ${state} --> ${to} : ${words}`);
}

function actionRow(declaration: CaseDeclaration, id: string, action: CaseAction): string {
  const stateOf = (state: string) => declaration.states[state]?.label.zh ?? state;
  const fieldOf = (name: string) => declaration.fields[name]?.label.zh ?? name;
  const cells = [
    `${both(action.label)} \`${id}\``,
    action.from.length === 0 ? '（新）new' : action.from.map(stateOf).join('、'),
    action.to === undefined ? '不变 same' : stateOf(action.to),
    action.by.length === 0 ? '程序 program' : action.by.map((role) => roles[role].zh).join('、'),
    (action.requires ?? []).map(fieldOf).join('、'),
    action.note === undefined ? '' : { optional: '可填 optional', required: '必填 required' }[action.note],
    (action.gates ?? []).map((gate) => gateText(declaration, gate)).join('；'),
    [...(action.starts ?? []).map((rule) => `启 \`${rule}\``), ...(action.stops ?? []).map((rule) => `停 \`${rule}\``)].join(' '),
    `\`${action.emits}\``,
  ];
  return `| ${cells.map((cell) => (cell === '' ? none : cell)).join(' | ')} |`;
}

function gateText({ actions }: CaseDeclaration, gate: NonNullable<CaseAction['gates']>[number]): string {
  const label = actions[gate.action]?.label ?? { zh: gate.action, en: gate.action };
  return gate.kind === 'done' ? `须先“${label.zh}” after ${gate.action}` : `与“${label.zh}”不同的人 not whoever did ${gate.action}`;
}

function clockTable({ actions }: CaseDeclaration): string[] {
  const used = new Set(Object.values(actions).flatMap(({ starts = [], stops = [] }) => [...starts, ...stops]));
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

function withinText(within: ClockRuleVersion['within']): string {
  if ('minutes' in within) return `${within.minutes} 分钟 min`;
  if ('hours' in within) return `${within.hours} 小时 h`;
  return 'days' in within ? `${within.days} 日 days` : `${within.workingDays} 工作日 working days`;
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
