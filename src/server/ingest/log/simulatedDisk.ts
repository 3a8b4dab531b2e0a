import type { Disk } from './disk.ts';

// A disk in memory that keeps what a real one promises and no more. Bytes and names that were not synced may be lost, kept or
// torn by 512-byte sector when the power goes; writes may fail half-way; a failed sync leaves each sector to chance.

export interface SimulatedDisk extends Disk {
  /** Power cut: every later call on this object fails; the result is what the next start finds. */
  powerCut(): SimulatedDisk;
  /** The process dies, the machine does not: everything written stays, synced or not. */
  kill(): SimulatedDisk;
  /** Bytes still free; appends beyond fail half-way with ENOSPC. */
  setFree(bytes: number): void;
  /** Chance of 0 to 1 that an append or a sync fails with EIO. */
  setFaults(chance: number): void;
  /** Flips a byte of what is durable. */
  corrupt(name: string, offset: number): void;
  /** Called before each operation; a test may cut the power in it. */
  onOperation: (name: string) => void;
}

interface File {
  bytes: Buffer;
  /** What a power cut cannot take away; null = not even the name. */
  durable: Buffer | null;
  /** Bytes whose sync failed: the system believes them written, later syncs succeed, the disk never gets them. */
  holes: { from: number; to: number }[];
}

const sector = 512;

export function simulatedDisk(random: () => number, files = new Map<string, File>(), removed = new Map<string, File>()): SimulatedDisk {
  let isGone = false;
  let free = Number.POSITIVE_INFINITY;
  let faults = 0;

  const failure = (code: string) => Object.assign(new Error(code), { code });

  async function step(operation: string): Promise<void> {
    // A real disk answers later, so that appends pile up meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
    disk.onOperation(operation);
    if (isGone) throw failure('EPOWER');
  }

  function fileOf(name: string): File {
    const file = files.get(name);
    if (!file) throw failure('ENOENT');
    return file;
  }

  /** Each sector beyond what is durable is there or is not; the length may be anything between. */
  function torn(file: File): Buffer {
    const durable = file.durable ?? Buffer.alloc(0);
    if (file.bytes.length < durable.length && random() < 0.5) return Buffer.from(file.bytes);
    const kept = Buffer.from(file.bytes.length >= durable.length ? file.bytes : durable);
    durable.copy(kept);
    for (const { from, to } of file.holes) kept.fill(0, Math.max(from, durable.length), Math.max(to, durable.length));
    const length = durable.length + Math.floor(random() * (kept.length - durable.length + 1));
    for (let at = durable.length; at < length; at = (Math.floor(at / sector) + 1) * sector) {
      if (random() < 0.4) kept.fill(0, at, Math.min(length, (Math.floor(at / sector) + 1) * sector));
    }
    return kept.subarray(0, length);
  }

  const disk: SimulatedDisk = {
    onOperation: () => {},
    list: async () => {
      await step('list');
      return [...files.keys()];
    },
    size: async (name) => {
      await step('size');
      return fileOf(name).bytes.length;
    },
    async read(name, offset, length) {
      await step('read');
      return Buffer.from(fileOf(name).bytes.subarray(offset, offset + length));
    },
    async append(name, bytes) {
      await step('append');
      const file = files.get(name) ?? { bytes: Buffer.alloc(0), durable: null, holes: [] };
      files.set(name, file);
      const isFaulty = random() < faults;
      const room = isFaulty ? Math.floor(random() * bytes.length) : Math.min(bytes.length, free);
      file.bytes = Buffer.concat([file.bytes, bytes.subarray(0, room)]);
      free -= room;
      if (room < bytes.length) throw failure(isFaulty ? 'EIO' : 'ENOSPC');
    },
    async sync(name) {
      await step('sync');
      const file = fileOf(name);
      if (random() < faults) {
        file.holes.push({ from: (file.durable ?? synced.get(name))?.length ?? 0, to: file.bytes.length });
        throw failure('EIO');
      }
      const bytes = Buffer.from(file.bytes);
      for (const { from, to } of file.holes) bytes.fill(0, Math.min(from, bytes.length), Math.min(to, bytes.length));
      if (file.durable !== null) file.durable = bytes;
      else synced.set(name, bytes);
    },
    async syncNames() {
      await step('syncNames');
      for (const [name, file] of files) file.durable ??= synced.get(name) ?? Buffer.alloc(0);
      removed.clear();
    },
    async truncate(name, length) {
      await step('truncate');
      const file = fileOf(name);
      if (random() < faults) throw failure('EIO');
      free += file.bytes.length - length;
      file.holes = file.holes.filter((hole) => hole.from < length);
      file.bytes = file.bytes.subarray(0, length);
    },
    async remove(name) {
      await step('remove');
      const file = fileOf(name);
      if (random() < faults) throw failure('EIO');
      free += file.bytes.length;
      files.delete(name);
      removed.set(name, file);
    },
    close: async () => {},
    powerCut() {
      isGone = true;
      const after = new Map<string, File>();
      for (const [name, file] of files) {
        if (file.durable === null && random() < 0.5) continue;
        const bytes = torn(file.durable === null ? { ...file, durable: synced.get(name) ?? null } : file);
        after.set(name, { bytes, durable: Buffer.from(bytes), holes: [] });
      }
      for (const [name, file] of removed) {
        if (file.durable === null || random() < 0.5) continue;
        const bytes = torn(file);
        if (!after.has(name)) after.set(name, { bytes, durable: Buffer.from(bytes), holes: [] });
      }
      return simulatedDisk(random, after);
    },
    kill() {
      isGone = true;
      return simulatedDisk(random, files, removed);
    },
    setFree: (bytes) => void (free = bytes),
    setFaults: (chance) => void (faults = chance),
    corrupt(name, offset) {
      const file = fileOf(name);
      file.bytes = Buffer.from(file.bytes);
      file.bytes[offset] = (file.bytes[offset] ?? 0) ^ 0xff;
      file.durable = Buffer.from(file.bytes);
    },
  };
  /** Content that was synced under a name that was not. */
  const synced = new Map<string, Buffer>();
  return disk;
}
