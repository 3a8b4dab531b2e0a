import { grantsOf, reachOf, type Actor } from '#kernel/access/access.ts';
import { areaRange } from '#kernel/area/area.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import type { Bind } from './recordFilters.ts';

// Where an actor may look, said once more in the question itself. Row level security decides (policies.ts); this tells the
// planner what the policy hides from it, the values of the range, so that it reads a village by the index of divisions and
// a county in the order of the list.

const countyDigits = 6;

/**
 * SQL conditions on `area_code` that leave out only rows the policy would leave out as well; none where the actor reaches a
 * county or more (nearly every row), and none on a shared list.
 */
export function reachConditions(actor: Actor, declaration: Pick<RegisterDeclaration, 'shared'>, bind: Bind): string[] {
  if (actor.kind === 'system' || declaration.shared) return [];
  const reach = reachOf(grantsOf(actor));
  if (reach.length === 0 || reach.some((code) => code.length <= countyDigits)) return [];
  const ranges = reach.map(areaRange).map(({ from, to }) => `(area_code >= ${bind(from)} and area_code < ${bind(to)})`);
  return [ranges.length === 1 ? (ranges[0] as string) : `(${ranges.join(' or ')})`];
}
