// Registers and case types as pages of rooms may look them up. A room's page asks here, not in another room.

export { caseById, cases, registerById, registers } from '#rooms/rooms.ts';
