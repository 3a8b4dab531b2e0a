import { encodeFrame } from '#protocols/gb26875/frame.ts';
import { commandCode, type FireMessage } from '#protocols/gb26875/message.ts';
import type { Content } from '#protocols/gb26875/objects.ts';
import { timeTagAt } from '#protocols/gb26875/timeTag.ts';
import type { DeviceAnswer, Encode, Parameters } from '../commands/commandDesk.ts';

// Commands of GB/T 26875.3-2011: control frames (command 1); the device confirms (3), answers (5) or denies (6) under their serial.

function contentOf(command: string, parameters: Parameters, atMs: number): Content | null {
  if (command === 'setTime') return { kind: 'setDeviceTime', type: 90, objects: [{ time: timeTagAt(atMs) }], trailing: '' };
  if (command === 'dutyCheck') return { kind: 'dutyCheck', type: 91, objects: [{ minutes: Number(parameters['minutes']) }], trailing: '' };
  return null;
}

/** Serials are those of our own frames and go on from connection to connection. */
let serial = 0;

/** How to tell something to the device a message came from. */
export function gb26875Encode(from: FireMessage): Encode {
  return (command, parameters, atMs) => {
    const content = contentOf(command, parameters, atMs);
    if (content === null) return null;
    serial = (serial + 1) % 0x10000;
    const { version, source, destination } = from;
    const bytes = encodeFrame({
      serial,
      version,
      sentAt: timeTagAt(atMs),
      source: destination,
      destination: source,
      commandCode: commandCode('control'),
      content,
    });
    return { bytes, reference: String(serial) };
  };
}

/** What a message answers, if it answers something. */
export function gb26875Answer({ serial: number, command, content }: FireMessage): DeviceAnswer | null {
  const reference = String(number);
  if (command === 'confirm') return { reference, state: 'done', answer: {} };
  if (command === 'deny') return { reference, state: 'refused', answer: {} };
  return command === 'answer' ? { reference, state: 'done', answer: { content } } : null;
}
