// A fact that happened. Written in the same transaction as the change (outbox), then delivered at least once to rooms,
// browsers and webhooks. Alarm events are written by the alarm engine to the ingest log instead, because they must flow
// while PostgreSQL is down.

export interface DomainEvent {
  /** UUIDv7, the idempotency key of whoever receives it. */
  id: string;
  /** `<concept>.<past participle>`: alarm.raised, incident.opened, warning.published, record.changed. */
  type: string;
  areaCode: string;
  /** What it is about: kind = register, case type or concept id. */
  subject: { kind: string; id: string };
  /** ISO instant. */
  at: string;
  actor: string;
  /** True for records of the demo story or of an exercise; such events never reach the public. */
  demo: boolean;
  data: Record<string, unknown>;
}
