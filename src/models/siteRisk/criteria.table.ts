import type { Label } from '../field.ts';

// GB 36894-2018: individual risk that protected places may bear, per year, for new and for existing sites. Reported figures;
// the standard itself has not been read.

export interface Criterion {
  readonly id: 'sensitive' | 'general2' | 'general3';
  readonly label: Label;
  readonly newSite: number;
  readonly existing: number;
}

export const criteriaSource = 'GB 36894-2018, as reported; text not read';

export const criteria: readonly Criterion[] = [
  {
    id: 'sensitive',
    label: { zh: '高敏感、重要防护目标，一般防护目标一类', en: 'Highly sensitive, important, and general first class' },
    newSite: 3e-7,
    existing: 3e-6,
  },
  { id: 'general2', label: { zh: '一般防护目标二类', en: 'General second class' }, newSite: 3e-6, existing: 1e-5 },
  { id: 'general3', label: { zh: '一般防护目标三类', en: 'General third class' }, newSite: 1e-5, existing: 3e-5 },
];
