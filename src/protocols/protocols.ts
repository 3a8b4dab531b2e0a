// The protocols Anlan speaks, in alphabetical order. A new one is a folder and a line here.

import { cap } from './cap/cap.ts';
import { gb26875 } from './gb26875/gb26875.ts';
import { hj212 } from './hj212/hj212.ts';
import { modbus } from './modbus/modbus.ts';
import { mqttJson } from './mqttJson/mqttJson.ts';
import type { Protocol } from './protocol.ts';

// Messages differ by protocol; whoever walks this list hands a message back only to the protocol that made it.
export const protocols: readonly Protocol<unknown>[] = [cap, gb26875, hj212, modbus, mqttJson];

/** The protocol of an id, or null. */
export function protocolOf(id: string): Protocol<unknown> | null {
  return protocols.find((protocol) => protocol.id === id) ?? null;
}
