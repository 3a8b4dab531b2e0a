import type { Role } from '#kernel/access/access.ts';
import type { Me } from './answers.ts';

/** Whether the person has one of the roles; nobody has none. The server decides; this only spares useless buttons. */
export function hasAnyRole(me: Me | null | undefined, allowed: readonly Role[]): boolean {
  return me?.roles.some((role) => allowed.includes(role)) ?? false;
}
