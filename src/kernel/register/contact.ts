import type { Role } from '#kernel/access/access.ts';
import { text } from './field.ts';

// Fields that reach a person or identify one. Personal data names the roles that may open it (PIPL art. 6: no wider than
// the purpose needs); a number that rings on a desk is nobody's personal data and names none.

type TextOptions = Omit<Parameters<typeof text>[0], 'check' | 'pattern' | 'sensitive'>;

/** Everybody who has to call somebody; who only looks on does not. */
const mayCall: readonly Role[] = ['administrator', 'commander', 'dutyLeader', 'dutyOfficer', 'townshipOfficer'];
/** Everybody who pays or certifies by the number. */
const mayIdentify: readonly Role[] = ['administrator', 'dutyLeader', 'townshipOfficer'];

/** Phone of a person. */
export const personalPhone = (options: TextOptions) => text({ maxLength: 40, ...options, check: 'phone', sensitive: mayCall });

/** Phone of a post, a control room or an office. */
export const officePhone = (options: TextOptions) => text({ maxLength: 40, ...options, check: 'phone' });

/** Number of a resident's identity card. */
export const idNumber = (options: TextOptions) => text({ maxLength: 18, ...options, check: 'idNumber', sensitive: mayIdentify });

/** Where a person lives, or who lives there. */
export const household = (options: TextOptions) => text({ ...options, sensitive: mayCall });
