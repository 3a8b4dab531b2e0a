import type { CountyEntry } from './county.ts';

/** Every county pack, by code. */
export const counties: readonly CountyEntry[] = [
  {
    code: '341322',
    name: { zh: '萧县', en: 'Xiao County' },
    load: async () => (await import('./341322/pack.ts')).loadPack(),
  },
];
