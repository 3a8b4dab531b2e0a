// Modbus as a protocol: frames of TCP and RTU, questions and answers, as they stand in a capture.

import type { Protocol } from '../protocol.ts';
import { exceptionLabel } from './exceptions.table.ts';
import { maxFrameBytes, type ModbusFrame } from './frame.ts';
import { createModbusDecoder } from './stream.ts';

export const modbus: Protocol<ModbusFrame> = {
  id: 'modbus',
  label: { zh: 'Modbus RTU 与 TCP', en: 'Modbus RTU and TCP' },
  standard: 'MODBUS Application Protocol V1.1b3; TCP/IP V1.0b; Serial Line V1.02',
  transport: 'tcp',
  frameForm: 'hex',
  maxFrameBytes,
  createDecoder: () => createModbusDecoder({ transport: null, side: null }),
  describe: ({ pdu, ...frame }) => ({ ...frame, pdu: pdu.kind === 'exception' ? { ...pdu, meaning: exceptionLabel(pdu.code) } : pdu }),
};
