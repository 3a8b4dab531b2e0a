import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '#kernel/access/access.ts';
import type { CaseAction, CaseDeclaration } from '#kernel/casework/case.ts';
import { listed, type Gate } from '#kernel/casework/gate.ts';
import type { ClockRule, Span, Within } from '#kernel/clock/deadline.ts';
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
  const actionsOf = (ids: string | readonly string[]) =>
    listed(ids)
      .map((id) => `“${declaration.actions[id]?.label.zh ?? id}”`)
      .join('或');
  const words = gateWords(gate, actionsOf, (id) => declaration.subcases?.[id]?.label.zh ?? id);
  return `${words}${gate.when ? '（有条件 conditional）' : ''}${gate.clause ? ` ${gate.clause}` : ''}`;
}

/** Known gates in words; one that this page has no words for yet stands with its name. */
function gateWords(gate: Gate, actionsOf: (ids: string | readonly string[]) => string, subcaseOf: (id: string) => string): string {
  switch (gate.kind) {
    case 'differentPersonFrom':
      return `与${actionsOf(gate.action)}不同的人 another person`;
    case 'done':
      return `须先${actionsOf(gate.action)} done before`;
    case 'notDone':
      return `须未${actionsOf(gate.action)} not done before`;
    case 'answered':
      return `${actionsOf(gate.action)}须经${actionsOf(gate.by)}答复 answered`;
    case 'document':
      return `须有文书 \`${gate.document}\` document made`;
    case 'twoOfficers':
      return '两名持证人员 two officers';
    case 'within':
      return `\`${gate.clock}\` 期限内 in time`;
    case 'afterClock':
      return `\`${gate.clock}\` 期满后 after its time`;
    case 'holds':
      return both(gate.text);
    case 'subcasesClosed':
      return `${subcaseOf(gate.subcase)}均已办结 all closed`;
    default:
      return 'action' in gate ? `\`${gate.kind}\` ${actionsOf(gate.action)}` : `\`${gate.kind}\``;
  }
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
  return 'setByCase' in within ? '由案件确定 set by the case' : spanText(within);
}

function spanText(span: Span): string {
  if ('minutes' in span) return `${span.minutes} 分钟 min`;
  if ('hours' in span) return `${span.hours} 小时 h`;
  if ('days' in span) return `${span.days} 日 days`;
  if ('workingDays' in span) return `${span.workingDays} 工作日 working days`;
  return 'months' in span ? `${span.months} 个月 months` : `${span.years} 年 years`;
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
