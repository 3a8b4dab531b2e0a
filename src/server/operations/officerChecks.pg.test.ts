import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseDeclaration } from '#kernel/casework/case.ts';
import { TestClock } from '#kernel/clock/clock.ts';
import { RefusalError } from '#kernel/problem/refusal.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { caseById, registerById } from '#rooms/rooms.ts';
import { insertRecord } from '../storage/records.ts';
import { anActor, testDatabase, type TestDatabase } from '../storage/testDatabase.ts';
import { checkOfficers } from './officerChecks.ts';

const penalty = caseById('penaltyOrdinary') as CaseDeclaration;
const officers = registerById('enforcementOfficers') as RegisterDeclaration;
const clock = new TestClock(Date.parse('2026-07-01T08:00:00+08:00'));
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Fields that are refused of an action of two officers. */
async function refused(input: Record<string, unknown>, action = 'investigate'): Promise<string[]> {
  try {
    await database.transaction(anActor(), (tx) => checkOfficers(tx, clock, penalty, action, input));
    return [];
  } catch (error) {
    if (error instanceof RefusalError) return (error.refusal.fields ?? []).map(({ field, text }) => `${field}: ${text.zh}`);
    throw error;
  }
}

const pair = { officerCertificate: 'A1', secondOfficer: '李四', secondCertificate: 'A2' };

test('while no officer is on file, nothing is compared', async () => {
  expect(await refused(pair)).toEqual([]);
});

test('certificates must be on file, valid today, and the second officer’s own', async () => {
  const file = (name: string, certificateNo: string, certificateUntil: string, status = 'active') =>
    database.transaction(anActor(), (tx) =>
      insertRecord(tx, officers, {
        id: randomUUIDv7(),
        areaCode: '341322',
        demo: false,
        at: clock.now(),
        values: { name, certificateNo, certificateUntil, organisation: '县应急局', status },
      }),
    );
  await file('张三', 'A1', '2026-07-01');
  await file('李四', 'A2', '2028-01-01');
  await file('王五', 'A3', '2026-06-30');
  await file('赵六', 'A4', '2028-01-01', 'left');
  expect(await refused(pair)).toEqual([]);
  expect(await refused({ ...pair, secondOfficer: '王五' })).toEqual(['secondCertificate: 执法证 A2 不是王五的']);
  expect(await refused({ ...pair, secondOfficer: '王五', secondCertificate: 'A3' })).toEqual(['secondCertificate: 执法证 A3 已过有效期']);
  expect(await refused({ ...pair, officerCertificate: 'A4' })).toEqual(['officerCertificate: 没有执法证号 A4 的在岗执法人员']);
  expect(await refused({}, 'proposeCase')).toEqual([]);
});
