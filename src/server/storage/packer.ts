import type { Actor } from '#kernel/access/access.ts';

/** Who packs readings of days that are over. */
export const packer: Actor = { kind: 'system', accountId: null, name: '读数打包', roles: [], posts: [], areaCode: '', from: 'internal' };
