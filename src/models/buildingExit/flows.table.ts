// What passes through doors, corridors and stairs. Figures of the hydraulic model of the SFPE Handbook (chapter on emergency
// movement); the chapter itself was not at hand, so they are marked unverified until somebody compares them.

export interface PassageKind {
  readonly id: 'corridor' | 'door' | 'stairs';
  readonly label: { readonly zh: string; readonly en: string };
  /** Persons a second and metre of effective width, at the best density. */
  readonly mostFlow: number;
  /** Width lost on each side, metres. */
  readonly edgeM: number;
  /** Walking freely along it, m/s; null where it has no length worth counting. */
  readonly freeMps: number;
  readonly flowSource: string;
  readonly flowVerified: boolean;
  readonly speedSource: string;
}

const sfpe =
  'SFPE Handbook of Fire Protection Engineering, 5th ed., ch. 59 (Gwynne, Rosenbaum): maximum specific flow, boundary layer; from memory';

export const passageKinds: readonly PassageKind[] = [
  {
    id: 'corridor',
    label: { zh: '走道', en: 'Corridor' },
    mostFlow: 1.32,
    edgeM: 0.2,
    freeMps: 1.33,
    flowSource: sfpe,
    flowVerified: false,
    speedSource: 'RiMEA test 1, PedestrianDynamics/jupedsim Utest/rimea_tests/test_1',
  },
  {
    id: 'door',
    label: { zh: '门', en: 'Door' },
    mostFlow: 1.32,
    edgeM: 0.15,
    freeMps: 1.33,
    flowSource: sfpe,
    flowVerified: false,
    speedSource: 'RiMEA test 1, PedestrianDynamics/jupedsim Utest/rimea_tests/test_1',
  },
  {
    id: 'stairs',
    label: { zh: '楼梯', en: 'Stairs' },
    mostFlow: 1.01,
    edgeM: 0.15,
    freeMps: 0.5,
    flowSource: `${sfpe}; 7-inch riser, 11-inch tread`,
    flowVerified: false,
    speedSource: 'RiMEA test 2 (upwards, 0.5 m/s along the stair), PedestrianDynamics/jupedsim Utest/rimea_tests/test_2',
  },
];
