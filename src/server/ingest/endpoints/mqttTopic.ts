// Names messages are published under, and the aliases of MQTT 5.0 (3.3.2.3.4): a client gives a topic a number once and sends the
// number alone afterwards. An alias lives as long as its connection.

/** A name to publish under has no wildcards (MQTT 3.1.1, 3.3.2.1) and no control characters. */
export function isPublishTopic(topic: string): boolean {
  return topic !== '' && !/[#+\p{Cc}]/u.test(topic);
}

export interface TopicAliases {
  /** The topic meant by a PUBLISH; null when its alias is out of range or was never set. */
  resolve(topic: string, alias: number | undefined): string | null;
}

/** @param most the Topic Alias Maximum we announced */
export function createTopicAliases(most: number): TopicAliases {
  const topics = new Map<number, string>();
  return {
    resolve(topic, alias) {
      if (alias === undefined) return topic;
      if (alias < 1 || alias > most) return null;
      if (topic === '') return topics.get(alias) ?? null;
      topics.set(alias, topic);
      return topic;
    },
  };
}
