import { isOpen } from '#kernel/clock/deadline.ts';
import type { CaseDeclaration, CaseLine } from './case.ts';
import type { Life, Refused } from './randomHistory.ts';

// For tests only: what holds for a case of any type at any moment.

/** Faults of a moment, none when all is well. */
export function faultsOfLife(declaration: CaseDeclaration, { found, lines, deadlines, at }: Life, line: CaseLine): string[] {
  const action = declaration.actions[line.action];
  const before = lines.at(-2)?.state ?? null;
  const isFinal = declaration.states[found.state]?.final ?? false;
  const open = deadlines.filter(isOpen);
  const doubled = open.filter((each, index) => open.findIndex(({ ruleId }) => ruleId === each.ruleId) !== index);
  return [
    ...(action ? [] : [`${line.action} is not declared`]),
    ...(found.state in declaration.states ? [] : [`state ${found.state} is not declared`]),
    ...(line.state === found.state ? [] : ['the timeline does not tell the state']),
    ...(before === null || action?.from.includes(before) ? [] : [`${line.action} from ${before}`]),
    ...(isFinal && open.length > 0 ? [`closed with running clocks: ${open.map(({ ruleId }) => ruleId).join(', ')}`] : []),
    ...(isFinal === (found.closedAt !== null) ? [] : ['the closing time does not fit the state']),
    ...doubled.map(({ ruleId }) => `two clocks of ${ruleId} run`),
    ...deadlines.flatMap((each) => [
      ...(each.pausedAt !== null && each.state !== 'paused' ? [`${each.ruleId} stands still but is ${each.state}`] : []),
      ...(each.state === 'met' && each.doneAt !== null && !each.waits && each.doneAt > each.dueAt && each.pausedMs === 0
        ? [`${each.ruleId} met late`]
        : []),
      ...(each.doneAt !== null && Date.parse(each.doneAt) > at.getTime() ? [`${each.ruleId} done in the future`] : []),
    ]),
  ];
}

/** A refusal says why in both languages; Chinese words hold Chinese characters. */
export function isWorded({ zh, en }: Refused): boolean {
  return /[\u4e00-\u9fff]{2,}/.test(zh) && /[a-z]{2,}/i.test(en) && !/undefined|\[object/.test(zh + en);
}

/** Whether some action was done, after the last of others where given. */
export function did(lines: readonly CaseLine[], action: string | readonly string[], since: string | readonly string[] = []): boolean {
  const wanted = [action].flat();
  const from = lines.findLastIndex((line) => [since].flat().includes(line.action));
  return lines.findLastIndex((line) => wanted.includes(line.action)) > from;
}
