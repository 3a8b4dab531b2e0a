import type { CallTarget, PlannedCall } from '#kernel/message/calling.ts';
import type { Channel } from '#kernel/message/message.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { posts } from '#rooms/administration/organisations/posts.register.ts';
import { dutyShifts } from '#rooms/command/duty/dutyShifts.register.ts';
import type { Transaction } from '../storage/database.ts';
import { nextShifts, shiftsAt } from '../storage/duty.ts';
import { findRecord } from '../storage/records.ts';

// Who is called: the roster and the posts as they are when the call is made, not when the alarm was raised.

export interface CalledPerson {
  name: string;
  phone: string;
  email: string;
}

const shiftRegister = dutyShifts as unknown as RegisterDeclaration;
const said = (record: AnyRecord, field: string): string => (typeof record[field] === 'string' ? record[field] : '');

const shiftFields: Partial<Record<CallTarget, 'officer' | 'leader'>> = {
  dutyOfficer: 'officer',
  nextOnDuty: 'officer',
  dutyLeader: 'leader',
};

/**
 * Persons on the post, each once; empty when the roster names nobody.
 * @param demo calls for a demo alarm go to the demo roster only, real ones to the real roster
 */
export async function peopleCalled(
  tx: Transaction,
  call: Pick<PlannedCall, 'whom' | 'postId'>,
  at: Date,
  demo: boolean,
): Promise<CalledPerson[]> {
  const seat = shiftFields[call.whom];
  const found = seat ? await onShift(tx, call.whom, seat, at, demo) : await onPost(tx, call);
  return [...new Map(found.filter(({ name }) => name !== '').map((person) => [`${person.name} ${person.phone}`, person])).values()];
}

async function onShift(tx: Transaction, whom: CallTarget, seat: 'officer' | 'leader', at: Date, demo: boolean): Promise<CalledPerson[]> {
  const shifts =
    whom === 'nextOnDuty'
      ? await nextShifts(tx, shiftRegister, at, demo)
      : (await shiftsAt(tx, shiftRegister, at)).filter((shift) => shift.demo === demo);
  return shifts.map((shift) => ({
    name: said(shift, `${seat}Name`),
    phone: said(shift, `${seat}Phone`),
    email: said(shift, `${seat}Email`),
  }));
}

async function onPost(tx: Transaction, { whom, postId }: Pick<PlannedCall, 'whom' | 'postId'>): Promise<CalledPerson[]> {
  const post = postId === null ? null : await findRecord(tx, posts as unknown as RegisterDeclaration, postId);
  if (!post) return [];
  const letter = whom === 'postB' ? 'B' : 'A';
  return [{ name: said(post, `holder${letter}`), phone: said(post, `phone${letter}`), email: '' }];
}

/** Where a channel reaches somebody; '' when the roster does not say. Desk and page are reached by name. */
export function addressFor(channel: Channel, person: CalledPerson): string {
  if (channel === 'email') return person.email;
  return channel === 'sms' || channel === 'voice' ? person.phone : person.name;
}
