import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { systemClock, type Clock } from '#kernel/clock/clock.ts';
import type { Alarm } from '#kernel/alarm/alarm.ts';
import type { Channel } from '#kernel/message/message.ts';
import { openAccess } from './access/access.ts';
import { openSeal } from './access/sealing.ts';
import { Setup } from './access/setup.ts';
import { AlarmCaller } from './calling/alarmCaller.ts';
import { ListCaller } from './calling/listCaller.ts';
import { programFolder, type Config } from './config.ts';
import { Timekeeper } from './deadlines/timekeeper.ts';
import { buildApp } from './http/app.ts';
import type { Services } from './http/services.ts';
import { FolderStore } from './files/folderStore.ts';
import { keepSweeping } from './files/sweeper.ts';
import { openIngest } from './ingest/ingest.ts';
import { openAnchorKey } from './journal/anchorKey.ts';
import { AnchorKeeper } from './journal/anchorKeeper.ts';
import { VerificationJob } from './journal/verificationJob.ts';
import { LiveHub } from './live/hub.ts';
import { OutboxReader } from './live/outboxReader.ts';
import { emailCarrier, webhookCarrier } from './messages/carriers.ts';
import { deskCarrier, pushCarrier } from './messages/deskCarriers.ts';
import { gatewayCarrier, readGateways, type Gateways } from './messages/gateway.ts';
import { ModelData } from './models/modelData.ts';
import { ModelDesk } from './models/modelDesk.ts';
import { Postman, type Carrier } from './messages/postman.ts';
import type { Context } from './operations/context.ts';
import { DryRunDesk } from './operations/dryRuns.ts';
import { keepPacking } from './packing/packKeeper.ts';
import { openDatabase } from './storage/database.ts';
import { Listener } from './storage/listener.ts';
import { migrate } from './storage/migrate.ts';
import { outboxEnd } from './storage/outbox.ts';
import { DropFolder } from './warnings/dropFolder.ts';
import { FeedReader } from './warnings/feedReader.ts';
import { WarningBook } from './warnings/warningBook.ts';

// Where clock, database, sockets and log meet. The process around it is main.ts.

export interface RunningServer {
  url: string;
  /** One-time link of the first start, or null. */
  setupLink: string | null;
  endpoints: readonly { protocol: string; host: string; port: number; isTls: boolean }[];
  stop(): Promise<void>;
}

const registryKinds = new Set(['stations', 'devices', 'points', 'alarmRules', 'payloadLayouts', 'payloadMappings']);
/** Events after which some clock's next step may come earlier. */
const clockSteps = new Set(['deadline.started', 'deadline.resumed', 'deadline.extended']);
const heartbeatMs = 15_000;

/**
 * Starts everything on an open database and returns when requests are answered. Whatever fails on the way is undone.
 * @param report hears faults that nobody is waiting for
 */
export async function startServer(
  config: Config,
  databaseUrl: string,
  report: (error: Error, where: string) => void,
  clock: Clock = systemClock,
): Promise<RunningServer> {
  const cleanups: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    return await start(config, databaseUrl, report, clock, cleanups, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  config: Config,
  databaseUrl: string,
  report: (error: Error, where: string) => void,
  clock: Clock,
  cleanups: (() => Promise<void> | void)[],
  stop: () => Promise<void>,
): Promise<RunningServer> {
  const database = openDatabase(databaseUrl, (error) => report(error, 'database connection'));
  cleanups.push(() => database.close());
  await migrate(database.pool);

  const context: Context = { clock, database, county: config.county, publicUrl: config.publicUrl ?? '' };
  const setup = await Setup.open(context);
  if (setup.needed && config.adminPassword) {
    const done = await setup.runUnattended(config.adminPassword, config.county, config.demo);
    if (!done.ok) throw new Error(done.text.en);
  }

  await mkdir(join(config.dataFolder, 'log'), { recursive: true });
  const seal = openSeal(config.dataFolder);
  const ingest = await openIngest({ config, database, clock, seal, report });
  cleanups.push(() => ingest.close());

  const hub = new LiveHub(clock, { outbox: await outboxEnd(database), logPosition: ingest.position() });
  cleanups.push(() => hub.close());
  ingest.onEvents((position, events) => hub.publishAlarms(position, events));

  const carriers: Partial<Record<Channel, Carrier>> = {
    ...carriersOf(config, config.gateways ? await readGateways(config.gateways) : {}),
    desk: deskCarrier(hub),
    push: pushCarrier(database, clock, hub),
  };
  const postman = new Postman(database, clock, carriers, (error) => report(error, 'messages'));
  cleanups.push(() => postman.stop());
  const alarmCaller = new AlarmCaller(database, clock, ingest, config.lang, (error) => report(error, 'alarm calls'));
  cleanups.push(() => alarmCaller.stop());
  ingest.onEvents((_, events) => {
    for (const { type, data } of events) alarmCaller.hear(data['alarm'] as Alarm, type === 'alarm.removed');
  });
  const listCaller = new ListCaller(database, clock, (error) => report(error, 'call lists'));
  cleanups.push(() => listCaller.stop());
  const warningBook = new WarningBook(context);
  const feedReader = new FeedReader(database, clock, warningBook, (error) => report(error, 'warning feeds'));
  cleanups.push(() => feedReader.stop());
  const dropFolder = new DropFolder(join(config.dataFolder, 'warnings-in'), clock, warningBook, (error) => report(error, 'warning folder'));
  cleanups.push(() => dropFolder.stop());
  const files = await FolderStore.open(config.dataFolder, clock);
  cleanups.push(keepSweeping(database, files, clock, (error) => report(error, 'file sweep')));
  cleanups.push(keepPacking(database, clock, (error) => report(error, 'packing of readings')));
  const anchors = new AnchorKeeper(
    database,
    clock,
    openAnchorKey(config.dataFolder),
    () => context.county,
    (error) => report(error, 'journal anchor'),
  );
  cleanups.push(() => anchors.stop());
  const verification = new VerificationJob(database, clock, config.dataFolder, (error) => report(error, 'journal verification'));
  cleanups.push(() => verification.stop());
  const timekeeper = new Timekeeper(database, clock, (error) => report(error, 'deadlines'));
  cleanups.push(() => timekeeper.stop());

  const dryRuns = new DryRunDesk(context, (error) => report(error, 'dry run'));
  cleanups.push(() => dryRuns.stop());
  const modelData = new ModelData(database);
  const modelDesk = new ModelDesk(
    database,
    clock,
    (name, actor) => modelData.find(name, actor),
    (error) => report(error, 'models'),
  );
  cleanups.push(() => modelDesk.stop());
  await modelDesk.open();

  const reader = new OutboxReader(
    database,
    clock,
    await outboxEnd(database),
    (events) => {
      hub.publishOutbox(events.map(({ seq, ...event }) => ({ seq, event })));
      if (events.some(({ subject }) => registryKinds.has(subject.kind)))
        ingest.reloadRegistry().catch((error: Error) => report(error, 'registry'));
      if (events.some(({ type }) => clockSteps.has(type))) timekeeper.wake();
      if (events.some(({ subject }) => subject.kind === 'warningFeeds')) feedReader.wake();
      if (events.some(({ subject }) => subject.kind === 'departmentFeeds')) ingest.feeds.reload();
      modelData.hear(events.map(({ subject }) => subject.kind));
    },
    (error) => report(error, 'outbox'),
  );
  cleanups.push(() => reader.stop());
  const listener = new Listener(databaseUrl, clock, { anlan_event: () => reader.wake(), anlan_delivery: () => postman.wake() }, (error) =>
    report(error, 'listener'),
  );
  cleanups.push(() => listener.stop());
  await listener.start();
  timekeeper.wake();
  alarmCaller.wake();
  listCaller.wake();
  feedReader.wake();
  dropFolder.wake();
  anchors.wake();
  cleanups.push(beat(clock, () => hub.heartbeat()));

  const webFolder = join(programFolder, 'dist', 'web');
  await mkdir(webFolder, { recursive: true });
  const services: Services = {
    version: versionOf(programFolder),
    context,
    access: openAccess(context, seal, config.oidc),
    setup,
    hub,
    ingest,
    postman,
    anchors,
    modelDesk,
    dryRuns,
    files,
    documents: { store: files, dataFolder: config.dataFolder },
    verification,
    warningBook,
    listCaller,
    endpoints: ingest.endpoints(),
    seal,
    web: { folder: webFolder, sendIndex: (reply) => reply.sendFile('index.html') },
    report,
  };
  const app = await buildApp(services);
  cleanups.push(() => app.close());
  await app.listen({ host: config.host, port: config.port });
  const { port } = app.server.address() as AddressInfo;
  const url = config.publicUrl ?? `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`;
  context.publicUrl = url;
  return { url, setupLink: setup.needed ? `${url}${setup.link}` : null, endpoints: services.endpoints, stop };
}

function carriersOf(config: Config, { sms, voice }: Gateways): Partial<Record<Channel, Carrier>> {
  return {
    webhook: webhookCarrier,
    ...(config.smtpUrl && { email: emailCarrier(config.smtpUrl, config.mailFrom) }),
    ...(sms && { sms: gatewayCarrier(sms) }),
    ...(voice && { voice: gatewayCarrier(voice) }),
  };
}

function beat(clock: Clock, act: () => void): () => void {
  let timer = clock.after(heartbeatMs, tick);
  function tick() {
    act();
    timer = clock.after(heartbeatMs, tick);
  }
  return () => timer.cancel();
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}
