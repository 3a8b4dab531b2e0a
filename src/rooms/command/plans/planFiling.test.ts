import { expect, test } from 'vitest';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { did, faultsOfLife, isWorded } from '#kernel/casework/lawful.ts';
import { randomHistory, type Life } from '#kernel/casework/randomHistory.ts';
import { isOpen } from '#kernel/clock/deadline.ts';
import { lawInForce } from '#statutes/statutes.ts';
import { planFiling } from './planFiling.case.ts';

const declaration = planFiling as unknown as CaseDeclaration;
const after = ['published', 'submitted', 'filed'];

/** States of a plan that its rules forbid. */
function forbidden({ found, lines, deadlines }: Life): string[] {
  const line = lines.at(-1);
  const faults: string[] = [];
  const never = (is: boolean, what: string) => is && faults.push(what);
  const filingClock = found['owner'] === 'unit' ? 'planFiling' : 'governmentPlanFiling';
  never(after.includes(found.state) && !did(lines, 'publish'), 'filed before published');
  never(after.includes(found.state) && !did(lines, 'sign', 'returnDraft'), 'published without signature');
  never(
    ['reviewed', 'signed', ...after].includes(found.state) && !did(lines, 'passReview', ['returnDraft', 'draft']),
    'signed without review',
  );
  never(found.state === 'filed' && !did(lines, 'submitFiling', 'returnFiling'), 'filed without papers');
  if (line?.action === 'passReview')
    never(lines.findLast(({ action }) => action === 'draft')?.actorId === line.actorId, 'reviewed by its author');
  if (line?.action === 'acceptFiling')
    never(lines.findLast(({ action }) => action === 'submitFiling')?.actorId === line.actorId, 'filed by who submitted it');
  const runs = (rule: string) => deadlines.some((each) => each.ruleId === rule && isOpen(each));
  never(found.state === 'published' && !runs(filingClock), 'published and no filing clock runs');
  never(found.state === 'submitted' && !runs('planFilingAnswer'), 'submitted and nobody owes an answer');
  never(after.includes(found.state) && !(runs('planEvaluation') || runs('governmentPlanEvaluation')), 'nobody will evaluate it');
  return faults;
}

test('a thousand random histories of a plan never reach a state its rules forbid', { timeout: 90_000 }, () => {
  const reached = new Map<string, number>();
  const faults: string[] = [];
  for (let seed = 1; seed <= 1000; seed += 1) {
    const life = randomHistory({
      declaration,
      law: lawInForce,
      seed,
      attempts: 60,
      onStep: (moment, line) => {
        for (const fault of [...faultsOfLife(declaration, moment, line), ...forbidden(moment)])
          faults.push(`seed ${seed} ${line.action}: ${fault}`);
      },
      onRefusal: (refused) => {
        if (!isWorded(refused)) faults.push(`no words: ${JSON.stringify(refused)}`);
      },
    });
    for (const state of new Set(life.lines.map((line) => line.state ?? ''))) reached.set(state, (reached.get(state) ?? 0) + 1);
  }
  expect(faults.slice(0, 10)).toEqual([]);
  // Only the program supersedes a plan, when its revision is published.
  const byPeople = Object.keys(planFiling.states).filter((state) => state !== 'superseded');
  expect(byPeople.filter((state) => !reached.has(state))).toEqual([]);
  expect(reached.get('filed')).toBeGreaterThan(50);
});
