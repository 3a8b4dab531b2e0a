// What is looked for inside the area of a warning: registers whose records can be hit or must be told, which of their fields
// counts people and which names whom to speak to. Phone numbers stay in the register, where opening one is journaled.

export interface InsideRegister {
  register: string;
  people?: string;
  contact?: string;
}

/** Alphabetical. */
export const insideRegisters: readonly InsideRegister[] = [
  { register: 'careHomes', people: 'residents', contact: 'contact' },
  { register: 'dikes', people: 'protectedPeople', contact: 'responsible' },
  { register: 'enterprises', people: 'staff', contact: 'principal' },
  { register: 'forestLots', contact: 'ranger' },
  { register: 'hospitals', people: 'inpatients', contact: 'contact' },
  { register: 'majorHazards', contact: 'principalGuarantor' },
  { register: 'reservoirs', people: 'downstreamPeople', contact: 'administrativeHead' },
  { register: 'scenicSites', people: 'capacityAtOnce', contact: 'contact' },
  { register: 'schools', people: 'pupils', contact: 'contact' },
  { register: 'shelters', contact: 'keeper' },
  { register: 'unsafeBridges', contact: 'responsible' },
  { register: 'unsafeHouses', people: 'people' },
  { register: 'waterloggingSpots', people: 'affectedPeople', contact: 'responsible' },
];
