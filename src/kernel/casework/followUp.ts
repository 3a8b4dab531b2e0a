import type { Area } from '#kernel/area/area.ts';
import type { OutgoingMessage } from '#kernel/message/message.ts';
import type { Refusal } from '#kernel/problem/refusal.ts';
import type { AnyRecord } from '#kernel/register/register.ts';
import type { Deadline } from '#kernel/clock/deadline.ts';
import type { AnyCase, CaseLine } from './case.ts';

// What a case's action brings about beyond the case itself: fields the program fills, messages that go out, actions on
// other cases. A room declares it; the server carries it out in the transaction of the action.

/** What a follow-up may look at. */
export interface Reader {
  case(type: string, id: string): Promise<AnyCase | null>;
  cases(type: string, filter: Record<string, string>): Promise<AnyCase[]>;
  records(register: string, filter: Record<string, string>): Promise<AnyRecord[]>;
  /** Timeline and clocks of a case, oldest first. */
  lines(type: string, id: string): Promise<CaseLine[]>;
  deadlines(type: string, id: string): Promise<Deadline[]>;
  areas(): Promise<Area[]>;
  county: string;
  /** Base of links in messages and feeds, without a slash at the end. */
  publicUrl: string;
}

export interface Effects {
  /** The action must not happen after all; nothing of it is kept. */
  refusal?: Refusal;
  /** Computed fields of the case itself. */
  set?: Record<string, unknown>;
  messages?: OutgoingMessage[];
  actions?: { type: string; id: string; action: string; note: string }[];
}

export interface FollowUp {
  caseType: string;
  action: string;
  effects(found: AnyCase, at: Date, read: Reader): Promise<Effects>;
}

/** A document the public may read without signing in. */
export interface PublicFeed {
  /** Fastify route below the root, e.g. `/feeds/cap/:file`. */
  path: string;
  contentType: string;
  /** Null when there is no such document. */
  read(params: Record<string, string>, read: Reader): Promise<string | null>;
}
