import { isWithin } from '#kernel/area/area.ts';
import type { Text } from '#kernel/language/text.ts';

// Who may do what, where. A role says what (declared beside each register and action), an area says where; row level
// security in PostgreSQL enforces the area a second time.

export const roles = {
  administrator: { zh: '系统管理员', en: 'Administrator' },
  commander: { zh: '指挥员', en: 'Commander' },
  dutyLeader: { zh: '带班领导', en: 'Duty leader' },
  dutyOfficer: { zh: '值班员', en: 'Duty officer' },
  viewer: { zh: '查看', en: 'Viewer' },
  townshipOfficer: { zh: '乡镇应急人员', en: 'Township officer' },
} satisfies Record<string, Text>;

export type Role = keyof typeof roles;

/** Whoever acts: a person with a session, or the system itself (ingest, scheduler). */
export interface Actor {
  kind: 'person' | 'system';
  accountId: string | null;
  name: string;
  roles: readonly Role[];
  /** Division code that bounds everything this actor sees and does. */
  areaCode: string;
  /** Where the request came from (address), for the journal. */
  from: string;
}

export function hasRole(actor: Actor, allowed: readonly Role[]): boolean {
  return actor.kind === 'system' || actor.roles.some((role) => allowed.includes(role));
}

export function mayTouch(actor: Actor, allowed: readonly Role[], areaCode: string): boolean {
  return hasRole(actor, allowed) && isWithin(areaCode, actor.areaCode);
}

/** Everybody with an account. */
export const everyRole = Object.keys(roles) as Role[];
