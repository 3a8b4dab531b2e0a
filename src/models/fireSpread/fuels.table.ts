import type { Label } from '../field.ts';

// Fuel models: Anderson 1982 (1–13) and Scott & Burgan 2005 (grass GR, grass-shrub GS, shrub SH, timber-understory TU, timber
// litter TL, slash SB). Loads and sizes are in the library; here stand the codes a county needs and what they look like on its
// ground. Which fuel stands for a Chinese stubble field or plantation is judgement, and marked so.

export interface Fuel {
  /** Key in the library's catalogue; null burns nothing. */
  readonly key: string | null;
  readonly code: string;
  readonly label: Label;
}

const fuel = (key: string | null, code: string, zh: string, en: string): Fuel => ({ key, code, label: { zh, en } });

export const fuels = [
  fuel(null, 'NB', '不可燃（水面、道路、建成区）', 'Not burnable (water, road, built-up)'),
  fuel('1', 'FM1', '矮草（1 号）', 'Short grass (1)'),
  fuel('3', 'FM3', '高草（3 号）', 'Tall grass (3)'),
  fuel('4', 'FM4', '高灌丛（4 号）', 'Chaparral (4)'),
  fuel('8', 'FM8', '密实针叶凋落物（8 号）', 'Compact timber litter (8)'),
  fuel('9', 'FM9', '阔叶凋落物（9 号）', 'Hardwood litter (9)'),
  fuel('10', 'FM10', '林下可燃物较多的林地（10 号）', 'Timber with understory (10)'),
  fuel('gr1', 'GR1', '稀矮草', 'Short, sparse grass'),
  fuel('gr2', 'GR2', '低载量草（收割后的麦茬，类比）', 'Low load grass (cut stubble, by analogy)'),
  fuel('gr4', 'GR4', '中载量草（未收割的干枯作物，类比）', 'Moderate load grass (standing dry crop, by analogy)'),
  fuel('gr6', 'GR6', '湿润区中载量草', 'Moderate load, humid climate grass'),
  fuel('gs1', 'GS1', '低载量草灌', 'Low load grass-shrub'),
  fuel('gs2', 'GS2', '中载量草灌', 'Moderate load grass-shrub'),
  fuel('gs4', 'GS4', '湿润区高载量草灌', 'High load, humid climate grass-shrub'),
  fuel('sh5', 'SH5', '高载量灌木', 'High load shrub'),
  fuel('tu1', 'TU1', '低载量林下草灌', 'Light timber-grass-shrub'),
  fuel('tu5', 'TU5', '高载量林下灌木', 'Very high load timber-shrub'),
  fuel('tl3', 'TL3', '中载量针叶凋落物', 'Moderate load conifer litter'),
  fuel('tl6', 'TL6', '高载量阔叶凋落物', 'High load broadleaf litter'),
  fuel('tl8', 'TL8', '长针叶凋落物', 'Long-needle litter'),
  fuel('sb1', 'SB1', '低载量采伐剩余物', 'Low load slash'),
] as const;
