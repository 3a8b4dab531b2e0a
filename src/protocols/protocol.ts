// What a wire protocol declares. A protocol is pure: bytes in, messages or reasons out; sockets, acknowledgement to the
// device and storage are the server's. Bad bytes from a device are normal life, so a decoder never throws: for every
// input it gives a message or a reason with the place in the stream.

/** A name in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/**
 * Why bytes are not a message:
 * - `truncated`: the frame ends before its stated length;
 * - `checksum`: the frame is whole but its check value does not fit;
 * - `invalidFormat`: not a frame, or a frame whose fields contradict the standard;
 * - `unknownCommand`: a sound frame with a command the standard reserves or does not know.
 */
export type DamageCode = 'truncated' | 'checksum' | 'invalidFormat' | 'unknownCommand';

export interface Accepted<M> {
  ok: true;
  /** The frame as received: text for text protocols, upper-case hexadecimal for binary ones. */
  frame: string;
  message: M;
  /** Position of the frame's first byte in the whole stream, counted from 0. */
  offset: number;
}

export interface Damaged {
  ok: false;
  code: DamageCode;
  /** One English sentence for logs; programs test `code`. */
  message: string;
  offset: number;
  /** The bytes that were given up, printed like a frame and cut at `printedBytes`. */
  frame: string;
}

export type Decoded<M> = Accepted<M> | Damaged;

/** Reads one stream of one connection. Any split of the bytes gives the same results in the same order. */
export interface Decoder<M> {
  push(bytes: Uint8Array): Decoded<M>[];
  /**
   * Says that nothing more belongs to the bytes so far: the connection closed, or was silent for longer than the standard
   * lets a frame take. Reports what is left over; the decoder can be used again afterwards and goes on counting.
   */
  end(): Decoded<M>[];
  /** Bytes held back for an unfinished frame; never more than the protocol's `maxFrameBytes`. */
  readonly heldBytes: number;
}

export type Transport = 'tcp' | 'udp' | 'mqtt' | 'http' | 'file';

export interface Protocol<M> {
  /** Stable id as in `anlan decode <id>` and in device keys. */
  readonly id: string;
  readonly label: Label;
  /** Number and edition of the standard, or the convention followed. */
  readonly standard: string;
  readonly transport: Transport;
  /** How a frame is printed and given by hand: as text, or as hexadecimal. */
  readonly frameForm: 'text' | 'hex';
  /** The line end that closes every frame of a text protocol; tools restore it in files where it was changed. */
  readonly lineEnd?: Uint8Array;
  /** Longest frame in bytes; a decoder holds back no more than this. */
  readonly maxFrameBytes: number;
  readonly createDecoder: () => Decoder<M>;
  /**
   * The message as plain JSON with names beside codes, for people and for `anlan decode`. A method, not a property, so
   * that the list of protocols may forget what M is.
   */
  describe(message: M): object;
}

/** Longest piece of damaged bytes that is printed in a result, so that garbage cannot fill a log. */
export const printedBytes = 2048;
