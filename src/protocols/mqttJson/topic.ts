// Topics of Anlan's MQTT convention: `xe/{county}/{domain}/{siteId}/{deviceId}/up/{kind}` (down towards the device).

export interface Topic {
  /** Fifth level of the convention; the whole topic for devices that follow another. */
  deviceId: string;
  /** Levels of the convention; null for a foreign topic. */
  levels: { county: string; domain: string; siteId: string; direction: 'up' | 'down'; kind: string } | null;
}

/** Reads a topic; every topic gives a device id. */
export function readTopic(topic: string): Topic {
  const [root, county, domain, siteId, deviceId, direction, kind, ...more] = topic.split('/');
  const isOurs = root === 'xe' && county && domain && siteId && deviceId && kind && more.length === 0;
  if (!isOurs || (direction !== 'up' && direction !== 'down')) return { deviceId: topic, levels: null };
  return { deviceId, levels: { county, domain, siteId, direction, kind } };
}
