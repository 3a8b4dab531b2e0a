import { expect, test } from 'vitest';
import type { CaseDeclaration, CaseLine } from '#kernel/casework/case.ts';
import { did, faultsOfLife, isWorded } from '#kernel/casework/lawful.ts';
import { randomHistory, type Life } from '#kernel/casework/randomHistory.ts';
import { addWorkingDays, localDate } from '#kernel/clock/dueAt.ts';
import { addDays, addMonths } from '#kernel/clock/localDate.ts';
import { largeFine } from '#statutes/largeFine.table.ts';
import { lawInForce } from '#statutes/statutes.ts';
import { penaltyOrdinary } from './penaltyOrdinary.case.ts';

const declaration = penaltyOrdinary as unknown as CaseDeclaration;
const { calendar } = lawInForce;
const officerActs = new Set(['investigate', 'conclude', 'notify', 'recordStatement', 'disposePreserved', 'serve']);
const heavy = ['confiscation', 'revokeLicence', 'stopProduction', 'close', 'bar'];
const decidedStates = ['decided', 'served', 'enforcing', 'closed'];

const last = (lines: readonly CaseLine[], action: string) => lines.findLast((line) => line.action === action);
const dayOf = (line: CaseLine | undefined) => (line ? localDate(new Date(line.at)) : '');

/** What the Administrative Penalty and Coercion Laws forbid, computed anew from timeline and fields. */
function forbidden({ found, lines, at }: Life): string[] {
  const line = lines.at(-1);
  const faults: string[] = [];
  const never = (is: boolean, what: string) => is && faults.push(what);
  const today = localDate(at);

  if (line && officerActs.has(line.action)) {
    never(line.data['secondOfficer'] === line.actor, 'one officer stood for two (42)');
    never(line.data['officerCertificate'] === line.data['secondCertificate'], 'one certificate for two officers (42)');
  }
  if (found.state !== 'proposed' && found.state !== 'notOpened' && found.state !== 'transferred')
    never(!did(lines, 'open'), 'handled without opening (54)');
  if (line?.action === 'open') {
    never(
      String(found['violationEndedOn']) < addMonths(today, found['harmsLife'] === true ? -60 : -24),
      'opened after the limitation (36)',
    );
    never(last(lines, 'propose')?.actorId === line.actorId, 'opened by who proposed it');
  }
  if (line?.action === 'applyHearing')
    never(today > addWorkingDays(dayOf(last(lines, 'notify')), 5, calendar), 'hearing asked for too late (64)');
  if (line?.action === 'holdHearing') {
    never(today <= addWorkingDays(dayOf(last(lines, 'notifyHearing')), 7, calendar), 'hearing held without its notice (64)');
    never(last(lines, 'investigate')?.actorId === line.actorId, 'an investigator chaired the hearing (64)');
  }
  if (line?.action === 'decidePenalty') {
    const notice = last(lines, 'notify');
    const kinds = (found['penaltyKinds'] ?? []) as string[];
    const limit = found['partyKind'] === 'person' ? largeFine.personYuan : largeFine.organisationYuan;
    const mayHear = kinds.some((kind) => heavy.includes(kind)) || Number(found['fineYuan'] ?? 0) >= limit;
    never(!notice || !did(lines, 'notify', 'conclude'), 'decided without notice (44, 62)');
    never(!did(lines, ['recordStatement', 'waiveStatement'], 'notify'), 'decided unheard (45, 62)');
    never(mayHear && found['hearingDue'] !== true, 'the right to a hearing was not told (63)');
    const asked = did(lines, 'applyHearing', 'notify');
    never(asked && !did(lines, ['holdHearing', 'withdrawHearing'], 'applyHearing'), 'decided before the hearing (63)');
    const waived = did(lines, 'waiveHearing', 'notify');
    never(mayHear && !asked && !waived && today <= addWorkingDays(dayOf(notice), 5, calendar), 'hearing right cut short (64)');
    const mustReview = found['isPublicInterest'] === true || found['isComplex'] === true || did(lines, 'holdHearing');
    never(mustReview && !did(lines, 'passReview', 'notify'), 'decided without legal review (58)');
    never(found['isComplex'] === true && !did(lines, 'discuss', 'notify'), 'decided without discussion (57)');
    never(Number(found['decidedFineYuan'] ?? 0) > Number(found['fineYuan'] ?? 0), 'heavier than notified (45)');
    never(last(lines, 'conclude')?.actorId === line.actorId, 'decided by who investigated');
  }
  never(decidedStates.includes(found.state) && !did(lines, 'decidePenalty'), 'executed without decision');
  never(
    did(lines, 'preserve', 'disposePreserved') && ['concluded', ...decidedStates].includes(found.state),
    'preserved evidence forgotten (56)',
  );
  if (line?.action === 'applyExecution') {
    const served = dayOf(last(lines, 'serve'));
    never(!did(lines, 'fileRemedy') && today <= addMonths(served, 6), 'executed within the time to sue (Coercion 53)');
    never(today <= addWorkingDays(dayOf(last(lines, 'demandExecution')), 10, calendar), 'executed without demand (Coercion 54)');
    never(did(lines, 'fileRemedy') && !did(lines, 'upholdRemedy'), 'executed while a remedy was pending (Coercion 53)');
    never(
      !did(lines, ['fileRemedy', 'approveInstalments']) && today > addDays(addMonths(addMonths(served, 6), 3), 1),
      'asked the court too late (Coercion 53)',
    );
  }
  if (found.state === 'closed') {
    const isPaid = Number(found['paidYuan'] ?? 0) >= Number(found['decidedFineYuan'] ?? 0);
    never(!isPaid && line?.action === 'close', 'closed with an unpaid fine');
    never(!did(lines, 'serve'), 'closed without service (61)');
  }
  return faults;
}

test('a thousand random histories of a penalty case never reach a state the law forbids', { timeout: 90_000 }, () => {
  const reached = new Map<string, number>();
  const faults: string[] = [];
  const codes = new Map<string, number>();
  for (let seed = 1; seed <= 1000; seed += 1) {
    const life = randomHistory({
      declaration,
      law: lawInForce,
      seed,
      attempts: 260,
      values: (name, random, at, found) => {
        if (name === 'violationEndedOn') return addDays(localDate(at), -random.below(random.chance(0.8) ? 600 : 2500));
        if (name === 'fineYuan') return random.below(random.chance(0.5) ? 15_000 : 120_000);
        if (name === 'decidedFineYuan') return random.chance(0.85) ? Number(found?.['fineYuan'] ?? 0) : 200_000;
        if (name === 'paidYuan') return random.chance(0.6) ? Number(found?.['decidedFineYuan'] ?? 0) : random.below(20_000);
        if (name === 'penaltyKinds') return random.chance(0.7) ? ['fine'] : random.chance(0.5) ? ['warning'] : ['fine', random.pick(heavy)];
        return undefined;
      },
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
    for (const { action } of life.lines) reached.set(`did ${action}`, (reached.get(`did ${action}`) ?? 0) + 1);
  }
  expect(faults.slice(0, 10)).toEqual([]);
  // The histories are worth something only if they go everywhere.
  const unreached = Object.keys(penaltyOrdinary.states).filter((state) => !reached.has(state));
  expect(unreached).toEqual([]);
  expect(Object.keys(penaltyOrdinary.actions).filter((action) => !reached.has(`did ${action}`))).toEqual([]);
  expect(reached.get('closed')).toBeGreaterThan(10);
  expect(['two-officers', 'four-eyes', 'case-too-early', 'case-too-late', 'clock-not-extended'].filter((code) => !codes.has(code))).toEqual(
    [],
  );
});
