// `anlan decode <protocol> [file] [--binary|--text]`: shows what a device's bytes mean, one JSON object a frame. Meant for
// the engineer who has a capture and a device that does not talk: broken input is reported and never stops the command.
//
// Input by default is lines of hexadecimal, each a capture of its own, so that a broken line spoils no other. `--binary`
// takes the bytes as one stream, as they came from the socket. `--text` does the same for text protocols and forgives
// line ends without CR. A text protocol whose input does not begin with hexadecimal is taken as text.

import { createReadStream } from 'node:fs';
import type { Decoded, Protocol } from '#protocols/protocol.ts';
import { protocolOf, protocols } from '#protocols/protocols.ts';
import { readLines } from './decodeLines.ts';

export interface CommandIo {
  stdin: AsyncIterable<Uint8Array>;
  write(line: string): void;
  writeError(line: string): void;
}

type Form = 'hex' | 'binary' | 'text';

interface Call {
  protocol: Protocol<unknown>;
  file: string | null;
  form: Form | null;
}

/** @returns the exit code: 0, or 2 when the call itself is wrong (unknown protocol or option, unreadable file). */
export async function decodeCommand(args: string[], io: CommandIo): Promise<number> {
  const call = readCall(args);
  if (typeof call === 'string') {
    io.writeError(call);
    io.writeError('Usage: anlan decode <protocol> [file] [--binary|--text]');
    io.writeError(`Protocols: ${protocols.map((protocol) => protocol.id).join(', ')}`);
    return 2;
  }
  try {
    const input = call.file === null ? io.stdin : createReadStream(call.file);
    await decodeInput(call, input, io);
    return 0;
  } catch (error) {
    if (call.file === null || !isFileError(error)) throw error;
    io.writeError(`Cannot read ${call.file}: ${error.message}`);
    return 2;
  }
}

function readCall(args: readonly string[]): Call | string {
  const [id, file, ...more] = args.filter((arg) => !arg.startsWith('--'));
  const options = args.filter((arg) => arg.startsWith('--'));
  const unknown = options.find((option) => option !== '--binary' && option !== '--text');
  if (unknown !== undefined) return `Unknown option ${unknown}.`;
  if (new Set(options).size > 1) return '--binary and --text exclude each other.';
  if (id === undefined) return 'Which protocol?';
  if (more.length > 0) return `One file at a time, not also ${more[0]}.`;
  const protocol = protocolOf(id);
  if (protocol === null) return `Unknown protocol ${id}.`;
  const form = options.includes('--binary') ? 'binary' : options.includes('--text') ? 'text' : null;
  return { protocol, file: file === undefined || file === '-' ? null : file, form };
}

async function decodeInput({ protocol, form }: Call, input: AsyncIterable<Uint8Array>, io: CommandIo): Promise<void> {
  if (form === 'binary') {
    const decoder = protocol.createDecoder();
    for await (const bytes of input) writeResults(protocol, decoder.push(bytes), {}, io);
    writeResults(protocol, decoder.end(), {}, io);
  } else {
    await decodeLines(protocol, form, input, io);
  }
}

async function decodeLines(protocol: Protocol<unknown>, form: Form | null, input: AsyncIterable<Uint8Array>, io: CommandIo): Promise<void> {
  const text = protocol.createDecoder();
  let isText = form === 'text' ? true : null;
  for await (const { number, bytes, end, isPiece } of readLines(input)) {
    const isBlank = bytes.every((byte) => byte === 0x20 || byte === 0x09);
    const hex = hexOf(bytes);
    if (!isBlank) isText ??= hex === null && protocol.frameForm === 'text';
    if (isText === true) {
      writeResults(protocol, text.push(bytes), {}, io);
      if (!isPiece) writeResults(protocol, text.push(protocol.lineEnd ?? end), {}, io);
    } else if (hex !== null && !isPiece) {
      const decoder = protocol.createDecoder();
      writeResults(protocol, [...decoder.push(hex), ...decoder.end()], { line: number }, io);
    } else if (!isBlank) {
      const error = { code: 'invalidFormat', message: 'The line is not hexadecimal in whole bytes, or too long.', offset: 0 };
      io.write(JSON.stringify({ ok: false, protocol: protocol.id, line: number, error }));
    }
  }
  writeResults(protocol, text.end(), {}, io);
}

function writeResults(protocol: Protocol<unknown>, results: readonly Decoded<unknown>[], place: { line?: number }, io: CommandIo): void {
  for (const result of results) {
    const { offset, frame } = result;
    const head = { protocol: protocol.id, ...place };
    io.write(
      JSON.stringify(
        result.ok
          ? { ok: true, ...head, offset, frame, message: protocol.describe(result.message) }
          : { ok: false, ...head, error: { code: result.code, message: result.message, offset }, frame },
      ),
    );
  }
}

/** Bytes of a hexadecimal line; blanks between bytes and a leading 0x are forgiven. Null for anything else. */
function hexOf(line: Uint8Array): Uint8Array | null {
  const text = new TextDecoder('latin1')
    .decode(line)
    .replace(/^\s*0[xX]/, '')
    .replace(/\s/g, '');
  return /^(?:[0-9a-fA-F]{2})+$/.test(text) ? Uint8Array.fromHex(text) : null;
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
