import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUIDv7 } from 'node:crypto';
import type { Alarm, AlarmPriority, AlarmRule, Point } from '#kernel/alarm/alarm.ts';
import type { AlarmChange, AlarmCommand } from '#kernel/alarm/entry.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { DomainEvent } from '#kernel/event/event.ts';
import type { Outcome } from '#kernel/problem/refusal.ts';
import type { Actor } from '#kernel/access/access.ts';
import type { Seal } from '../access/sealing.ts';
import type { Config } from '../config.ts';
import { createEdgeDesk, type EdgeDesk } from './edge/edgeDesk.ts';
import { EdgeLink, type LinkState } from './edge/edgeLink.ts';
import { httpParent } from './edge/httpParent.ts';
import type { Database } from '../storage/database.ts';
import { storedPayloads } from '../storage/payloads.ts';
import { createIngestStore, type CounterRow } from '../storage/ingestStore.ts';
import type { KeptFrame } from './counters.ts';
import type { Source } from './endpoints/endpoint.ts';
import { openEndpoints, type EndpointsConfig, type ListeningAddress } from './endpoints/endpoints.ts';
import { createCommandDesk, type CommandDesk } from './commands/commandDesk.ts';
import { createPayloadBook } from './payloadBook.ts';
import { createReceipts } from './commands/receipts.ts';
import { createContacts, type Contact } from './contacts.ts';
import { createDeviceBook, knownDevice } from './deviceBook.ts';
import { FeedPuller } from './pulling/feedPuller.ts';
import { folderDisk } from './log/disk.ts';
import { startPipeline, type Pipeline } from './pipeline.ts';

// Ingest as the rest of the server sees it: the pipeline with its device endpoints, its alarms, and its registry.

export type StationState = { state: 'normal' | 'alarm' | 'noData' | 'unknown'; priority: AlarmPriority | null };

export interface Ingest {
  pipeline: Pipeline;
  endpoints(): readonly ListeningAddress[];
  /** Where a device was last heard from since this start; null when it was not. */
  contactOf(deviceKey: string): Contact | null;
  /** What is to be sent to devices. */
  commands: Pick<CommandDesk, 'take' | 'isOnline'>;
  /** Where we go for readings ourselves. */
  sources(): readonly Source[];
  /** Platforms of departments that are asked on a schedule. */
  feeds: Pick<FeedPuller, 'reload' | 'settled'>;
  /** Nodes that hand their log up to us. */
  edges: EdgeDesk;
  /** Our own way up when we are such a node; null otherwise. */
  linkState(): (LinkState & { parent: string; id: string }) | null;
  /** Hears alarm changes as events, after they are durable and before anybody is answered. */
  onEvents(listener: (position: number, events: DomainEvent[]) => void): void;
  openAlarms(): Alarm[];
  alarm(id: string): Alarm | undefined;
  command(command: Omit<AlarmCommand, 'atMs'>): Promise<Outcome<Alarm>>;
  point(id: string): Point | undefined;
  rulesOf(pointId: string): AlarmRule[];
  stationStates(): Map<string, StationState>;
  position(): number;
  /** Log entries that PostgreSQL does not have yet. */
  lag(): number;
  counters(): CounterRow[];
  frames(): KeptFrame[];
  /** Takes points and rules as the registers have them now. */
  reloadRegistry(): Promise<void>;
  /** Drops demo points from the engine and waits until PostgreSQL knows. */
  forgetDemo(): Promise<void>;
  close(): Promise<void>;
}

const reader: Actor = { kind: 'system', accountId: null, name: '数据接收', roles: [], areaCode: '', posts: [], from: 'internal' };

export async function openIngest({
  config,
  database,
  clock,
  seal,
  report,
}: {
  config: Config;
  database: Database;
  clock: Clock;
  seal: Seal;
  report: (error: Error, where: string) => void;
}): Promise<Ingest> {
  const store = createIngestStore(database, clock, config.county, Boolean(config.edge));
  let link: EdgeLink | null = null;
  const pipeline = await startPipeline({
    store,
    disk: await folderDisk(join(config.dataFolder, 'log')),
    clock,
    report,
    ...(config.edge && { keepAfter: () => link?.position() ?? 0 }),
  });
  const { points, rules } = await store.registry();
  await pipeline.setRegistry(points, rules);
  const book = createDeviceBook(new Set(config.ingestProof));
  const takeDevices = async () => book.replace((await store.devices()).map((device) => knownDevice(device, seal, report)));
  await takeDevices();
  const payloads = createPayloadBook(report);
  const takePayloads = async () => payloads.replace(await database.transaction(reader, storedPayloads));
  await takePayloads();
  const contacts = createContacts(clock, pipeline.counters);
  const receipts = createReceipts({ clock, write: (step) => store.writeCommandStep(step), report });
  const commands = createCommandDesk({ clock, onStep: (step) => receipts.add(step) });
  for (const command of await store.openCommands()) commands.take(command);
  const endpoints = await openEndpoints({
    pipeline,
    config: await readFiles(config),
    book,
    contacts,
    commands,
    payloads,
    clock,
    report,
  }).catch(async (error: unknown) => {
    await pipeline.stop();
    throw error;
  });

  const feeds = new FeedPuller({ database, seal, endpoint: { pipeline, clock, report, book, contacts } });
  feeds.reload();

  const { edge } = config;
  if (edge) link = new EdgeLink({ pipeline, store, parent: httpParent(edge), clock, report: (error) => report(error, 'edge link') });

  // One reload at a time, in the order asked for: an older picture must never overwrite a newer one.
  let reloading: Promise<void> = Promise.resolve();
  const reload = (keep: (point: Point) => boolean) => {
    const next = reloading.then(async () => {
      await takeDevices();
      await takePayloads();
      const fresh = await store.registry();
      const kept = fresh.points.filter(keep);
      const ids = new Set(kept.map(({ id }) => id));
      await pipeline.setRegistry(
        kept,
        fresh.rules.filter(({ pointId }) => ids.has(pointId)),
      );
    });
    reloading = next.catch(() => undefined);
    return next;
  };

  return {
    pipeline,
    endpoints: () => endpoints.addresses,
    contactOf: (deviceKey) => contacts.of(deviceKey),
    sources: () => [...endpoints.sources, ...feeds.sources()],
    feeds,
    onEvents: (listener) =>
      void pipeline.onChanges((changes, position) =>
        listener(
          position,
          changes.map((change) => toEvent(change)),
        ),
      ),
    openAlarms: () => pipeline.openAlarms(),
    alarm: (id) => pipeline.alarm(id),
    command: (command) => pipeline.command({ ...command, atMs: clock.nowMs() }),
    point: (id) => pipeline.registry().points.find((point) => point.id === id),
    rulesOf: (pointId) => pipeline.registry().rules.filter((rule) => rule.pointId === pointId),
    stationStates: () => stationStates(pipeline),
    position: () => pipeline.position(),
    lag: () => pipeline.position() - pipeline.storedPosition(),
    counters: () => pipeline.counters.list(),
    frames: () => pipeline.counters.frames(),
    reloadRegistry: () => reload(() => true),
    async forgetDemo() {
      await reload((point) => !point.demo);
      await pipeline.stored(pipeline.position());
    },
    commands,
    edges: createEdgeDesk(pipeline, clock),
    linkState: () => (link && edge ? { ...link.state(), parent: edge.parent, id: edge.id } : null),
    async close() {
      await link?.stop();
      await feeds.stop();
      await endpoints.close();
      commands.stop();
      await receipts.stop();
      await pipeline.stop();
    },
  };
}

/** Reads certificates and keys. Rejects when a file cannot be read. */
async function readFiles({ host, ingest, brokers, modbusPolls, ingestTls, brokerAuthorities }: Config): Promise<EndpointsConfig> {
  const read = (path: string | null) => (path === null ? null : readFile(path, 'utf8'));
  const tls = ingestTls && {
    cert: await readFile(ingestTls.cert, 'utf8'),
    key: await readFile(ingestTls.key, 'utf8'),
    ca: await read(ingestTls.ca),
  };
  return { host, ingest, brokers, modbusPolls, brokerAuthorities: await read(brokerAuthorities), tls };
}

const eventTypes: Partial<Record<AlarmChange['kind'], string>> = {
  raised: 'alarm.raised',
  raisedAgain: 'alarm.raised',
  returned: 'alarm.returned',
  removed: 'alarm.removed',
};

function toEvent({ kind, alarm, atMs, command }: AlarmChange): DomainEvent {
  return {
    id: randomUUIDv7(),
    type: eventTypes[kind] ?? 'alarm.changed',
    areaCode: alarm.areaCode,
    subject: { kind: 'alarm', id: alarm.id },
    at: new Date(atMs).toISOString(),
    actor: command?.actor.name ?? alarm.stationName,
    demo: alarm.demo,
    data: { alarm },
  };
}

const rank: Record<AlarmPriority, number> = { critical: 4, high: 3, medium: 2, low: 1 };

/** The worst that is true of each station with points. */
function stationStates(pipeline: Pipeline): Map<string, StationState> {
  const { points, rules } = pipeline.registry();
  const states = new Map<string, StationState>();
  for (const point of points) {
    if (states.get(point.stationId)?.state === 'normal') continue;
    states.set(point.stationId, { state: pipeline.latest(point.id) ? 'normal' : 'unknown', priority: null });
  }
  const silences = new Set(rules.filter(({ condition }) => condition.kind === 'noData').map(({ id }) => id));
  for (const alarm of pipeline.openAlarms()) {
    if (alarm.state === 'returnedUnacknowledged') continue;
    const known = states.get(alarm.stationId);
    const isSilence = silences.has(alarm.ruleId);
    if (known?.state === 'alarm' && (isSilence || rank[alarm.priority] <= rank[known.priority ?? 'low'])) continue;
    states.set(alarm.stationId, { state: isSilence ? 'noData' : 'alarm', priority: alarm.priority });
  }
  return states;
}
