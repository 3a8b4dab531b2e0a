import { escalationPosts, type EscalationPost } from '#kernel/clock/escalation.ts';
import type { Text } from '#kernel/language/text.ts';
import type { AnyRecord, RegisterDeclaration } from '#kernel/register/register.ts';
import { dutyShifts } from '#rooms/command/duty/dutyShifts.register.ts';
import type { Transaction } from '../storage/database.ts';
import { shiftsAt } from '../storage/duty.ts';

// Who sits on a post when a clock climbs: the roster of now, not of the day the clock started.

export interface Recipient {
  post: EscalationPost;
  label: Text;
  /** Null when the roster names nobody for the post. */
  name: string | null;
}

const nameIn = (shift: AnyRecord, field: string) => (typeof shift[field] === 'string' ? shift[field] : '');

/** @param demo a clock of the demo story is told to the demo roster only, a real one to the real roster */
export async function recipientsOf(tx: Transaction, posts: readonly EscalationPost[], at: Date, demo: boolean): Promise<Recipient[]> {
  if (posts.length === 0) return [];
  const shifts = (await shiftsAt(tx, dutyShifts as unknown as RegisterDeclaration, at)).filter((shift) => shift.demo === demo);
  const names: Partial<Record<EscalationPost, string>> = {
    dutyOfficer: shifts.map((shift) => nameIn(shift, 'officerName')).join('、'),
    dutyLeader: shifts[0] ? nameIn(shifts[0], 'leaderName') : '',
  };
  return posts.map((post) => ({ post, label: escalationPosts[post], name: names[post] || null }));
}
