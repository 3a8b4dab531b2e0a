// Where an existing MQTT broker is and what is read there, as given in ANLAN_MQTT_BROKER:
// `mqtt://user:password@broker.example:1883?topic=xe/%23&client=anlan-1`, several separated by blanks.

export interface BrokerAddress {
  /** For people and logs: without password. */
  label: string;
  host: string;
  port: number;
  isTls: boolean;
  user: string | null;
  password: string | null;
  /** Topic filters, subscribed with QoS 1. */
  topics: string[];
  /** Name of the session at the broker; it must stay the same and be nobody else's. */
  clientId: string;
}

const ports: Readonly<Record<string, number>> = { 'mqtt:': 1883, 'mqtts:': 8883 };
/** Everything of Anlan's own convention (protocols/mqttJson/topic.ts) that comes from devices. */
const usualTopic = 'xe/+/+/+/+/up/+';

/** @returns null when a word is no such address */
export function readBrokerAddress(word: string, clientId: string): BrokerAddress | null {
  // A topic filter may hold `#`, which in an address begins something else.
  const escaped = word.replaceAll('#', '%23');
  if (!URL.canParse(escaped)) return null;
  const url = new URL(escaped);
  const port = ports[url.protocol];
  if (port === undefined || url.hostname === '' || (url.pathname !== '' && url.pathname !== '/')) return null;
  // Queries spell a blank as a plus sign, and a filter has plus signs but no blanks.
  const topics = url.searchParams.getAll('topic').map((topic) => topic.replaceAll(' ', '+'));
  const unknown = [...url.searchParams.keys()].filter((key) => key !== 'topic' && key !== 'client');
  if (unknown.length > 0 || !topics.every(isFilter)) return null;
  const number = url.port === '' ? port : Number(url.port);
  return {
    label: `${url.protocol}//${url.hostname}:${number}`,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: number,
    isTls: url.protocol === 'mqtts:',
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
    topics: topics.length > 0 ? topics : [usualTopic],
    clientId: url.searchParams.get('client') ?? clientId,
  };
}

/** OASIS MQTT 3.1.1, 4.7.1: `#` stands alone and last, `+` alone on its level. */
function isFilter(filter: string): boolean {
  return (
    filter !== '' &&
    filter.split('/').every((level, index, all) => !/[#+]/.test(level) || level === '+' || (level === '#' && index === all.length - 1))
  );
}
