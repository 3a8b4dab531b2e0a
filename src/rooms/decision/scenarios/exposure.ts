// What a hazard can meet: the located registers whose records count as exposed, and which of their fields tell how many
// people are there and whom to speak to. Phone numbers stay in the register, where opening one is journaled.

export interface ExposedRegister {
  /** Id of the register; also the kind under which its records are summed. */
  register: string;
  /** Field that counts people there, if any. */
  people?: string;
  /** Field with the name of the person to speak to. */
  contact?: string;
}

export const exposedRegisters: readonly ExposedRegister[] = [
  { register: 'careHomes', people: 'residents', contact: 'contact' },
  { register: 'enterprises', people: 'staff', contact: 'principal' },
  { register: 'fireKeyUnits', people: 'capacity', contact: 'responsible' },
  { register: 'hospitals', people: 'inpatients', contact: 'contact' },
  { register: 'majorHazards', contact: 'principalGuarantor' },
  { register: 'rescueTeams', people: 'members', contact: 'leader' },
  { register: 'scenicSites', people: 'capacityAtOnce', contact: 'contact' },
  { register: 'schools', people: 'pupils', contact: 'contact' },
  { register: 'shelters', contact: 'keeper' },
  { register: 'unsafeBridges', contact: 'responsible' },
  { register: 'unsafeHouses' },
  { register: 'warehouses', contact: 'keeper' },
];
