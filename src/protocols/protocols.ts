// The protocols Anlan speaks, in alphabetical order. A new one is a folder and a line here.

import { cap } from './cap/cap.ts';
import { cma } from './cma/cma.ts';
import { gb26875 } from './gb26875/gb26875.ts';
import { hj212 } from './hj212/hj212.ts';
import { jt808 } from './jt808/jt808.ts';
import { lorawan } from './lorawan/lorawan.ts';
import { modbus } from './modbus/modbus.ts';
import { mqttJson } from './mqttJson/mqttJson.ts';
import type { Protocol } from './protocol.ts';
import { sensorThings } from './sensorThings/sensorThings.ts';
import { sl651 } from './sl651/sl651.ts';
import { video } from './video/video.ts';

// Messages differ by protocol; whoever walks this list hands a message back only to the protocol that made it.
export const protocols: readonly Protocol<unknown>[] = [
  cap,
  cma,
  gb26875,
  hj212,
  jt808,
  lorawan,
  modbus,
  mqttJson,
  sensorThings,
  sl651,
  video,
];

/** The protocol of an id, or null. */
export function protocolOf(id: string): Protocol<unknown> | null {
  return protocols.find((protocol) => protocol.id === id) ?? null;
}
