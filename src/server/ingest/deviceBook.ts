import { createHash, timingSafeEqual } from 'node:crypto';
import type { EndpointProtocol } from '#kernel/observation/reading.ts';
import type { Seal } from '../access/sealing.ts';
import type { StoredDevice } from '../storage/devices.ts';

// How devices prove who they are: what the register of devices declares, held in memory so that a frame is checked without asking
// the database. A device that declares nothing is known by its address alone, as most in the field are; a protocol can be told to
// take proven devices only (ANLAN_INGEST_PROOF).

const methods = ['address', 'key', 'password', 'certificate'] as const;
export type ProofMethod = (typeof methods)[number];

export interface KnownDevice {
  id: string;
  deviceKey: string;
  name: string;
  areaCode: string;
  demo: boolean;
  proof: ProofMethod;
  /** Account of a device that signs in with a password. */
  user: string | null;
  /** Key or password; null where none was set. */
  secret: string | null;
  /** SHA-256 of its TLS certificate, lower-case hexadecimal. */
  fingerprint: string | null;
}

/** What a device or its connection gave to prove itself. */
export interface GivenProof {
  key?: string | null;
  user?: string | null;
  fingerprint?: string | null;
}

/**
 * Why a device is not believed: `wrongKey` also for a wrong account; `keyMissing` when it gave none; `keyNotSet` when the register
 * asks for one and nobody has set it; `wrongCertificate`; `proofRequired` when it declares none and its protocol asks for some.
 */
export type ProofProblem = 'wrongKey' | 'keyMissing' | 'keyNotSet' | 'wrongCertificate' | 'proofRequired';

export const proofProblems: ReadonlySet<string> = new Set<ProofProblem>([
  'wrongKey',
  'keyMissing',
  'keyNotSet',
  'wrongCertificate',
  'proofRequired',
]);

export interface DeviceBook {
  replace(devices: readonly KnownDevice[]): void;
  device(deviceKey: string): KnownDevice | undefined;
  deviceById(id: string): KnownDevice | undefined;
  /** Null when the device is believed. */
  check(protocol: EndpointProtocol, deviceKey: string, given: GivenProof): ProofProblem | null;
  /** For a connection that carries several devices: whether account and password are those of at least one of them. */
  checkAccount(protocol: EndpointProtocol, given: GivenProof): ProofProblem | null;
}

/** @param mustProve protocols that take proven devices only */
export function createDeviceBook(mustProve: ReadonlySet<EndpointProtocol>, devices: readonly KnownDevice[] = []): DeviceBook {
  let byKey = new Map<string, KnownDevice>();
  let byId = new Map<string, KnownDevice>();
  let byUser = new Map<string, KnownDevice[]>();

  function replace(known: readonly KnownDevice[]): void {
    byKey = new Map(known.map((device) => [device.deviceKey, device]));
    byId = new Map(known.map((device) => [device.id, device]));
    byUser = Map.groupBy(
      known.filter(({ proof, user }) => proof === 'password' && user !== null),
      ({ user }) => user ?? '',
    );
  }

  replace(devices);
  return {
    replace,
    device: (deviceKey) => byKey.get(deviceKey),
    deviceById: (id) => byId.get(id),
    check(protocol, deviceKey, given) {
      const device = byKey.get(deviceKey);
      if (device === undefined || device.proof === 'address') return mustProve.has(protocol) ? 'proofRequired' : null;
      return problemOf(device, given);
    },
    checkAccount(protocol, given) {
      const known = byUser.get(given.user ?? '') ?? [];
      if (known.some((device) => problemOf(device, given) === null)) return null;
      if (known.length > 0) return 'wrongKey';
      // A certificate is looked at with each message, when it is known which device speaks.
      return mustProve.has(protocol) && !given.fingerprint ? 'proofRequired' : null;
    },
  };
}

/** What a device's key is sealed for. */
export function purposeOf(deviceId: string): string {
  return `device:${deviceId}`;
}

/** A device as the register has it, its key opened. A key that no longer opens (another key file) counts as not set. */
export function knownDevice(stored: StoredDevice, seal: Seal, report: (error: Error, where: string) => void): KnownDevice {
  const { id, deviceKey, name, areaCode, demo, account, fingerprint, sealed } = stored;
  let secret: string | null = null;
  try {
    secret = sealed === null ? null : Buffer.from(seal.open(sealed, purposeOf(id))).toString();
  } catch (error) {
    report(new Error(`the key of device ${deviceKey} cannot be opened`, { cause: error }), 'devices');
  }
  const proof = methods.find((method) => method === stored.proof) ?? 'address';
  return { id, deviceKey, name, areaCode, demo, proof, user: account, secret, fingerprint };
}

function problemOf(device: KnownDevice, given: GivenProof): ProofProblem | null {
  if (device.proof === 'certificate')
    return device.fingerprint !== null && given.fingerprint === device.fingerprint ? null : 'wrongCertificate';
  if (device.secret === null) return 'keyNotSet';
  if (given.key === undefined || given.key === null || given.key === '') return 'keyMissing';
  if (device.proof === 'password' && given.user !== device.user) return 'wrongKey';
  return isSame(given.key, device.secret) ? null : 'wrongKey';
}

/** Takes the same time wherever they differ. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
