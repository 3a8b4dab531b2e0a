import {
  generate,
  type IConnackPacket,
  type IDisconnectPacket,
  type IPubackPacket,
  type ISubackPacket,
  type IUnsubackPacket,
} from 'mqtt-packet';

// What we answer over MQTT, in the two versions devices speak. Source of the codes: OASIS MQTT Version 3.1.1 (2014), 3.2.2.3 and
// 3.9.3; OASIS MQTT Version 5.0 (2019), 2.4 and the packet sections. Version 5 can say why; 3.1.1 mostly can only close.

export type MqttVersion = 4 | 5;

/** Why a client is not let in. */
export type ConnectRefusal = 'identifier' | 'badCredentials' | 'notAuthorised' | 'badMethod';

const connackCodes: Record<ConnectRefusal, Record<MqttVersion, number>> = {
  identifier: { 4: 0x02, 5: 0x85 },
  badCredentials: { 4: 0x04, 5: 0x86 },
  notAuthorised: { 4: 0x05, 5: 0x87 },
  // 3.1.1 has no methods, so it never comes to that.
  badMethod: { 4: 0x05, 5: 0x8c },
};

/** Reason of a DISCONNECT for the reasons under which we count the end of a connection; version 5 only. */
const disconnectCodes: Readonly<Record<string, number>> = {
  connectTwice: 0x82,
  invalidFormat: 0x81,
  notKept: 0x80,
  qos2: 0x9b,
  silent: 0x8d,
  stopping: 0x8b,
  takenOver: 0x8e,
  tooLarge: 0x95,
  topic: 0x90,
  topicAlias: 0x94,
  unexpected: 0x82,
};

/** Why a message was not taken, as the pipeline, the log or the reader of payloads says it. */
const pubackCodes: Readonly<Record<string, number>> = {
  direction: 0x90,
  'log-busy': 0x97,
  'log-full': 0x97,
  notAuthorised: 0x87,
  unusable: 0x99,
};
const unspecified = 0x80;

/** Aliases a client may set for its topics. */
export const mostAliases = 64;

export interface Welcome {
  /** The name we gave a client that had none; null for one that has. */
  assignedId: string | null;
  /** Messages it may have under way at once. */
  receiveMaximum: number;
  /** Longest packet that is read, in bytes. */
  longestPacket: number;
}

/** Lets a client in. No session outlives its connection and nothing is published to clients, and version 5 is told so. */
export function welcome(version: MqttVersion, { assignedId, receiveMaximum, longestPacket }: Welcome): Buffer {
  if (version === 4) return generate({ cmd: 'connack', returnCode: 0, sessionPresent: false });
  const packet: IConnackPacket = {
    cmd: 'connack',
    reasonCode: 0,
    sessionPresent: false,
    properties: {
      sessionExpiryInterval: 0,
      receiveMaximum,
      maximumQoS: 1,
      maximumPacketSize: longestPacket,
      topicAliasMaximum: mostAliases,
      wildcardSubscriptionAvailable: false,
      subscriptionIdentifiersAvailable: false,
      sharedSubscriptionAvailable: false,
      ...(assignedId !== null && { assignedClientIdentifier: assignedId }),
    },
  };
  return generate(packet, { protocolVersion: 5 });
}

export function turnAway(version: MqttVersion, why: ConnectRefusal): Buffer {
  const code = connackCodes[why][version];
  return version === 4
    ? generate({ cmd: 'connack', returnCode: code, sessionPresent: false })
    : generate({ cmd: 'connack', reasonCode: code, sessionPresent: false }, { protocolVersion: 5 });
}

/** The message is on disk. Both versions have the same four bytes for it. */
export function kept(messageId: number): Buffer {
  return Buffer.of(0x40, 2, messageId >> 8, messageId & 0xff);
}

/**
 * The message was not taken (version 5 only).
 * @param text a reason for people at the device, unless the client asked for none
 */
export function notTaken(messageId: number, why: string, text: string | null): Buffer {
  const packet: IPubackPacket = {
    cmd: 'puback',
    messageId,
    reasonCode: pubackCodes[why] ?? unspecified,
    ...(text !== null && { properties: { reasonString: text } }),
  };
  return generate(packet, { protocolVersion: 5 });
}

/** The last packet before we close, or null where there is none to send. */
export function farewell(version: MqttVersion, why: string): Buffer | null {
  const reasonCode = disconnectCodes[why];
  if (version === 4 || reasonCode === undefined) return null;
  const packet: IDisconnectPacket = { cmd: 'disconnect', reasonCode };
  return generate(packet, { protocolVersion: 5 });
}

/** Nothing is published to clients, so no subscription is granted. */
export function noSubscription(version: MqttVersion, messageId: number, count: number): Buffer {
  const packet: ISubackPacket = { cmd: 'suback', messageId, granted: Array<number>(count).fill(version === 5 ? 0x87 : 0x80) };
  return generate(packet, { protocolVersion: version });
}

export function unsubscribed(version: MqttVersion, messageId: number, count: number): Buffer {
  const noneExisted = 0x11;
  const packet: IUnsubackPacket = { cmd: 'unsuback', messageId, granted: version === 5 ? Array<number>(count).fill(noneExisted) : [] };
  return generate(packet, { protocolVersion: version });
}

export const ping = Buffer.of(0xc0, 0);
export const pong = Buffer.of(0xd0, 0);
