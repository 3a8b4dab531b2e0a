import type { Grant } from '#kernel/access/access.ts';
import type { Text } from '#kernel/language/text.ts';
import { accept, refuse, type Outcome } from '#kernel/problem/refusal.ts';

// A post (岗位): a seat with duties that has an A and a B holder (AB 岗), each from a day to a day. Roles can belong to the
// post: whoever holds it has them, and loses them at the hand-over.

export type Seat = 'A' | 'B';

export const seats: Record<Seat, Text> = {
  A: { zh: 'A 岗', en: 'Post A' },
  B: { zh: 'B 岗', en: 'Post B' },
};

export interface Post {
  id: string;
  organisationId: string;
  areaCode: string;
  name: string;
  /** Under which case types name the post, such as `legalReviewer`; null when none does. */
  code: string | null;
  /** One duty a line. */
  duties: string;
  /** What its holders may do. */
  grants: readonly Grant[];
  /** The post above, to which escalation climbs. */
  superiorId: string | null;
  version: number;
}

export interface PostHolder {
  id: string;
  postId: string;
  personId: string;
  personName: string;
  seat: Seat;
  /** ISO instants: from (inclusive) to (exclusive); null = until further notice. */
  from: string;
  to: string | null;
}

/** Who sits in a seat at an instant, or null. */
export function holderAt(holders: readonly PostHolder[], seat: Seat, atMs: number): PostHolder | null {
  return holders.find((holder) => holder.seat === seat && isHeld(holder, atMs)) ?? null;
}

export function isHeld({ from, to }: Pick<PostHolder, 'from' | 'to'>, atMs: number): boolean {
  return Date.parse(from) <= atMs && (to === null || atMs < Date.parse(to));
}

/** A post nobody holds in the A seat: its duty is nobody's, or only the deputy's. */
export function isVacant(holders: readonly PostHolder[], atMs: number): boolean {
  return holderAt(holders, 'A', atMs) === null;
}

export interface HandOver {
  seat: Seat;
  personId: string;
  /** Who is seen to hold the seat by whoever hands it over; null = nobody. */
  seenHolderId: string | null;
  /** When the new holder begins. */
  atMs: number;
}

/**
 * Decides a hand-over: whose holding ends at that instant, or why it cannot be.
 * @param holders everybody who holds, held or is to hold the post
 */
export function decideHandOver(holders: readonly PostHolder[], ask: HandOver): Outcome<{ ends: PostHolder | null }> {
  const { seat, atMs } = ask;
  const present = holderAt(holders, seat, atMs);
  if ((present?.id ?? null) !== ask.seenHolderId)
    return refuse('post-changed', 409, {
      zh: present ? `${seats[seat].zh}现由 ${present.personName} 任职，请重新载入后再办理` : `${seats[seat].zh}已空缺，请重新载入后再办理`,
      en: present
        ? `${seats[seat].en} is held by ${present.personName} by now; reload first`
        : `${seats[seat].en} is vacant by now; reload first`,
    });
  const later = holders.find((holder) => holder.seat === seat && Date.parse(holder.from) > atMs);
  if (later)
    return refuse('post-handed-on', 409, {
      zh: `${later.personName} 已定于 ${later.from} 接任，请先撤销`,
      en: `${later.personName} is to take over at ${later.from}; withdraw that first`,
    });
  if (present?.personId === ask.personId)
    return refuse('post-held-already', 409, { zh: '此人已在该岗位', en: 'This person holds the seat already' });
  const other = holderAt(holders, seat === 'A' ? 'B' : 'A', atMs);
  if (other?.personId === ask.personId)
    return refuse('post-both-seats', 409, {
      zh: `${other.personName} 已任${seats[other.seat].zh}，A、B 岗不能是同一人`,
      en: `${other.personName} holds ${seats[other.seat].en} already: A and B must be two people`,
    });
  return accept({ ends: present });
}
