import { isWithin } from '#kernel/area/area.ts';
import type { Text } from '#kernel/language/text.ts';

// Who may do what, where. A role says what (declared beside each register and action), an area says where; row level
// security in PostgreSQL enforces the area a second time.

export const roles = {
  administrator: { zh: '系统管理员', en: 'Administrator' },
  commander: { zh: '指挥员', en: 'Commander' },
  dutyLeader: { zh: '带班领导', en: 'Duty leader' },
  dutyOfficer: { zh: '值班员', en: 'Duty officer' },
  /** Signs for the bureau where a law asks for its head (行政机关负责人). */
  bureauLeader: { zh: '局领导', en: 'Bureau leader' },
  enforcementOfficer: { zh: '执法人员', en: 'Enforcement officer' },
  legalReviewer: { zh: '法制审核人员', en: 'Legal reviewer' },
  viewer: { zh: '查看', en: 'Viewer' },
  townshipOfficer: { zh: '乡镇应急人员', en: 'Township officer' },
} satisfies Record<string, Text>;

export type Role = keyof typeof roles;

/** One role inside one division and everything below it. */
export interface Grant {
  role: Role;
  areaCode: string;
}

/** Whoever acts: a person with a session, or the system itself (ingest, scheduler). */
export interface Actor {
  kind: 'person' | 'system';
  accountId: string | null;
  name: string;
  /** Every role held anywhere: enough to offer a page, not enough to touch a record. */
  roles: readonly Role[];
  /** The actor's home division: where new records go that name no other. */
  areaCode: string;
  /** Which role counts where; absent: every role counts in the home division. */
  grants?: readonly Grant[];
  /** Posts held now, A or B seat: their ids, and the codes under which case types name them. */
  posts: readonly string[];
  /** Set for an API token: what it may be used for, see scope.ts. Absent: whatever the grants allow. */
  scopes?: readonly string[];
  /** Where the request came from (address), for the journal. */
  from: string;
}

/** Everybody with an account. */
export const everyRole = Object.keys(roles) as Role[];

export function grantsOf(actor: Actor): readonly Grant[] {
  return actor.grants ?? actor.roles.map((role) => ({ role, areaCode: actor.areaCode }));
}

/** Whether the actor holds one of the roles somewhere. */
export function hasRole(actor: Actor, allowed: readonly Role[]): boolean {
  return actor.kind === 'system' || actor.roles.some((role) => allowed.includes(role));
}

/** Whether the actor holds one of the roles for a record of that division: the question to ask before every touch. */
export function mayTouch(actor: Actor, allowed: readonly Role[], areaCode: string): boolean {
  return actor.kind === 'system' || grantsOf(actor).some((grant) => allowed.includes(grant.role) && isWithin(areaCode, grant.areaCode));
}

/** Whether a division lies inside anything the actor holds. */
export function isInReach(actor: Actor, areaCode: string): boolean {
  return mayTouch(actor, everyRole, areaCode);
}

/** The same actor with only those grants that carry one of the roles: what a list for these roles may show. */
export function narrowTo(actor: Actor, allowed: readonly Role[]): Actor {
  if (actor.kind === 'system') return actor;
  return withGrants(
    actor,
    grantsOf(actor).filter((grant) => allowed.includes(grant.role)),
  );
}

/** The actor with other grants; roles follow, and the home division moves into them where it lies outside. */
export function withGrants(actor: Actor, grants: readonly Grant[]): Actor {
  const reach = reachOf(grants);
  const isHome = reach.some((code) => isWithin(actor.areaCode, code));
  return { ...actor, grants, roles: [...new Set(grants.map(({ role }) => role))], areaCode: isHome ? actor.areaCode : (reach[0] ?? '-') };
}

/** The divisions that grants cover, none inside another, in order of their codes. */
export function reachOf(grants: readonly { areaCode: string }[]): string[] {
  const codes = [...new Set(grants.map(({ areaCode }) => areaCode))].sort();
  // A code is a prefix of those inside it, so the one that holds others stands before them.
  return codes.filter((code, at) => !codes.slice(0, at).some((outer) => isWithin(code, outer)));
}

/** Whether a grant lies inside another of the same role. */
export function covers(outer: Grant, inner: Grant): boolean {
  return outer.role === inner.role && isWithin(inner.areaCode, outer.areaCode);
}

/** What two grants have in common, or null. */
export function meet(a: Grant, b: Grant): Grant | null {
  return covers(a, b) ? b : covers(b, a) ? a : null;
}

/** Grants without those that another one covers. */
export function withoutCovered(grants: readonly Grant[]): Grant[] {
  return grants.filter(
    (grant, at) => !grants.some((other, place) => place !== at && covers(other, grant) && (!covers(grant, other) || place < at)),
  );
}
