import type { Label } from '../field.ts';

// Heat and overpressure worth a circle on the map.

export interface EffectLevel {
  readonly id: string;
  /** W/m² or Pa */
  readonly value: number;
  readonly label: Label;
  readonly source: string;
}

const heat = 'criteria 37.5 / 12.5 / 4.0 kW/m² as commonly used in GB/T 37243 and AQ/T 3046 studies; text not read';
const blast = 'CCPS table of damage by overpressure (1, 2, 3 psi), as reported in a public worked example';

export const heatLevels: readonly EffectLevel[] = [
  { id: 'heat37', value: 37_500, label: { zh: '37.5 kW/m² 设备破坏', en: '37.5 kW/m² damage to plant' }, source: heat },
  {
    id: 'heat12',
    value: 12_500,
    label: { zh: '12.5 kW/m² 木材引燃，1 分钟致死', en: '12.5 kW/m² wood ignites, deaths within a minute' },
    source: heat,
  },
  { id: 'heat4', value: 4000, label: { zh: '4.0 kW/m² 疼痛', en: '4.0 kW/m² pain' }, source: heat },
];

export const blastLevels: readonly EffectLevel[] = [
  { id: 'blast20', value: 20_700, label: { zh: '20.7 kPa 钢架变形', en: '20.7 kPa steel frames distorted' }, source: blast },
  { id: 'blast13', value: 13_800, label: { zh: '13.8 kPa 砖墙开裂', en: '13.8 kPa unreinforced walls shattered' }, source: blast },
  { id: 'blast6', value: 6900, label: { zh: '6.9 kPa 房屋不能居住', en: '6.9 kPa houses made uninhabitable' }, source: blast },
  { id: 'blast1', value: 1030, label: { zh: '1.03 kPa 玻璃破碎', en: '1.03 kPa glass breaks' }, source: blast },
];

/** From where a neighbouring vessel may fail, when nothing better is known of it. */
export const dominoFrom = { heatWm2: 37_500, overpressurePa: 20_700 } as const;
