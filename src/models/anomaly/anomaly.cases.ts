import type { Label } from '../field.ts';
import type { ReferenceCase } from '../model.ts';
import { seededNormal } from '../statistics.ts';
import { watch } from './detector.ts';

const say = (zh: string, en: string): Label => ({ zh, en });
const settings = { seasonSteps: 0, trainSteps: 2_000, falseAlarmsPerTraining: 0.5 };

/** Normal noise that moves by `shift` standard deviations at reading 5,000 of 8,000. */
function noise(seed: number, shift: number): number[] {
  const normal = seededNormal(seed);
  return Array.from({ length: 8_000 }, (_, at) => normal() + (at >= 5_000 ? shift : 0));
}

const runs = 20;
const detections = (shift: number) => Array.from({ length: runs }, (_, seed) => watch(noise(seed + 1, shift), settings).detections);

export const cases: readonly ReferenceCase[] = [
  {
    id: 'A1-false-alarms',
    subject: say('正态白噪声：实测误报不超过设定的两倍', 'White normal noise: false alarms stay within twice the rate set'),
    source: 'closed form: seeded noise, 20 runs of 6,000 readings, 0.5 false alarms accepted per 2,000',
    inputs: { runs, readings: 8_000 },
    checks: [
      {
        quantity: say('每 2,000 个读数误报', 'false alarms per 2,000 readings'),
        unit: '1',
        expected: 0.5,
        tolerance: { absolute: 0.5 },
        computed: () => detections(0).flat().length / (runs * 3),
      },
    ],
    cost: 'instant',
  },
  {
    id: 'A2-shift',
    subject: say(
      '水平偏移两个标准差：20 次中全部在 60 个读数内发现',
      'A shift of two deviations is found within 60 readings in 20 of 20 runs',
    ),
    source: 'closed form: seeded noise with a step',
    inputs: { runs, 'shift σ': 2 },
    checks: [
      {
        quantity: say('发现的次数', 'runs in which it was found'),
        unit: '1',
        expected: runs,
        tolerance: { absolute: 0 },
        computed: () => detections(2).filter((each) => each.some(({ at }) => at >= 5_000 && at < 5_060)).length,
      },
    ],
    cost: 'instant',
  },
];
