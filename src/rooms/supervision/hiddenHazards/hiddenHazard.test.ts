import { expect, test } from 'vitest';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { did, faultsOfLife, isWorded } from '#kernel/casework/lawful.ts';
import { randomHistory, type Life } from '#kernel/casework/randomHistory.ts';
import { lawInForce } from '#statutes/statutes.ts';
import { hiddenHazard } from './hiddenHazard.case.ts';

const declaration = hiddenHazard as unknown as CaseDeclaration;
const officerActs = new Set(['order', 'accept', 'rejectAcceptance', 'stopWork', 'approveResumption', 'refuseResumption']);

/** States of a hidden hazard that the law or the loop forbids. */
function forbidden({ found, lines }: Life): string[] {
  const line = lines.at(-1);
  const faults: string[] = [];
  const never = (is: boolean, what: string) => is && faults.push(what);
  const worked = ['rectifying', 'extending', 'awaitingAcceptance', 'accepted', 'closed'].includes(found.state);
  never(worked && !did(lines, ['order', 'selfRectify']), 'rectified without order');
  never(worked && !did(lines, 'register'), 'worked on without grade');
  never(
    ['accepted', 'closed'].includes(found.state) && !did(lines, 'accept', ['rejectAcceptance', 'return', 'order']),
    'unaccepted hazard struck off',
  );
  never(found.state === 'closed' && did(lines, 'list', 'delist') && !did(lines, 'delist', 'list'), 'listed hazard struck off');
  never(found.state === 'closed' && did(lines, 'stopWork') && !did(lines, 'approveResumption', 'stopWork'), 'stopped work forgotten');
  const isMajorByFact = [found['criterion'], found['mustStop'], found['outsideCause']].includes(true);
  never(found.state !== 'found' && isMajorByFact && found['grade'] !== 'major' && did(lines, 'register'), 'graded too low');
  if (line && officerActs.has(line.action)) {
    never(line.data['secondOfficer'] === line.actor, 'one officer stood for two');
    never(line.data['officerCertificate'] === line.data['secondCertificate'], 'one certificate for two officers');
  }
  if (line?.action === 'applyAcceptance')
    never(found['grade'] === 'major' && !(did(lines, 'plan') && did(lines, 'order')), 'major hazard without order or treatment plan');
  if (line?.action === 'approveExtension')
    never(lines.findLast(({ action }) => action === 'applyExtension')?.actorId === line.actorId, 'extension approved by who asked');
  return faults;
}

test('a thousand random histories of a hidden hazard never reach a state the law forbids', { timeout: 90_000 }, () => {
  const reached = new Map<string, number>();
  const faults: string[] = [];
  const codes = new Map<string, number>();
  for (let seed = 1; seed <= 1000; seed += 1) {
    const life = randomHistory({
      declaration,
      law: lawInForce,
      seed,
      attempts: 120,
      values: (name, random) => (['criterion', 'mustStop', 'outsideCause'].includes(name) ? random.chance(0.15) : undefined),
      onStep: (moment, line) => {
        for (const fault of [...faultsOfLife(declaration, moment, line), ...forbidden(moment)])
          faults.push(`seed ${seed} ${line.action}: ${fault}`);
      },
      onRefusal: (refused) => {
        codes.set(refused.code, (codes.get(refused.code) ?? 0) + 1);
        if (!isWorded(refused)) faults.push(`no words: ${JSON.stringify(refused)}`);
      },
    });
    for (const state of new Set(life.lines.map((line) => line.state ?? ''))) reached.set(state, (reached.get(state) ?? 0) + 1);
  }
  expect(faults.slice(0, 10)).toEqual([]);
  // The histories are worth something only if they go everywhere.
  expect([...reached.keys()].sort()).toEqual(Object.keys(hiddenHazard.states).sort());
  expect(reached.get('closed')).toBeGreaterThan(20);
  expect(
    ['two-officers', 'four-eyes', 'case-gate-closed', 'case-role-missing', 'case-fields-missing'].filter((code) => !codes.has(code)),
  ).toEqual([]);
});
