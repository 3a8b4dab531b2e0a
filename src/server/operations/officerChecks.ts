import type { CaseDeclaration } from '#kernel/casework/case.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import { localDate } from '#kernel/clock/localDate.ts';
import { refuse, RefusalError, type FieldError } from '#kernel/problem/refusal.ts';
import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { enforcementOfficers } from '#rooms/supervision/officers/enforcementOfficers.register.ts';
import type { Transaction } from '../storage/database.ts';
import { listRecords } from '../storage/recordList.ts';

// Two officers show certificates (Penalty Law, article 42). Once the county keeps its officers on file, a certificate that an
// action names must be one of theirs, in service and valid on the day, and the second officer's must be that officer's.

const register = enforcementOfficers as unknown as RegisterDeclaration;
/** More than a county has. */
const mostOfficers = 1_000;

/** Throws the refusal that names each certificate which is not on file, not valid today, or somebody else's. */
export async function checkOfficers(
  tx: Transaction,
  clock: Clock,
  declaration: CaseDeclaration,
  action: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const gate = declaration.actions[action]?.gates?.find(({ kind }) => kind === 'twoOfficers');
  if (gate?.kind !== 'twoOfficers') return;
  const page = await listRecords(tx, register, { limit: mostOfficers, sort: 'name', filters: { status: 'active' } });
  if (!page.ok) throw new RefusalError(page);
  const officers = page.value.items;
  if (officers.length === 0) return;
  const today = localDate(clock.now());
  const asked: [field: string, name: string | null][] = [
    [gate.certificate, null],
    [gate.secondCertificate, wordOf(input[gate.second])],
  ];
  const fields = asked.flatMap(([field, name]): FieldError[] => {
    const number = wordOf(input[field]);
    const officer = officers.find((each) => each['certificateNo'] === number);
    if (!officer)
      return [fault(field, number, `没有执法证号 ${number} 的在岗执法人员`, `no officer in service holds certificate ${number}`)];
    if (wordOf(officer['certificateUntil']) < today)
      return [fault(field, number, `执法证 ${number} 已过有效期`, `certificate ${number} is no longer valid`)];
    if (name !== null && officer['name'] !== name)
      return [fault(field, number, `执法证 ${number} 不是${name}的`, `certificate ${number} is not ${name}'s`)];
    return [];
  });
  if (fields.length > 0)
    throw new RefusalError(
      refuse('officer-certificate', 422, { zh: '执法人员或执法证不符', en: 'Officer and certificate do not fit' }, { fields }),
    );
}

/** Trimmed text of a value; empty for anything else. */
function wordOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function fault(field: string, value: string, zh: string, en: string): FieldError {
  return { field, value, rule: 'certificate', text: { zh, en } };
}
