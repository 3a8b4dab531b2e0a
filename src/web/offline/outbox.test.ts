import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { deliver, nothingDelivered, type DeliveryState } from '#kernel/offline/deliver.ts';
import { appliedAs } from '#kernel/offline/offlineWrite.ts';
import { ApiProblem, NetworkFailure } from '#web/api/problem.ts';
import { OfflineDatabase } from './offlineDatabase.ts';
import { Outbox, type NewWrite } from './outbox.ts';
import { sendAll, type Deliver } from './sender.ts';

const account = 'account-1';

function aDevice() {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const counts: [number, number][] = [];
  const open = () => new Outbox(account, new OfflineDatabase(options), (pending, attention) => counts.push([pending, attention]));
  return { open, outbox: open(), counts };
}

const aDraft = (change: Partial<NewWrite> = {}): NewWrite => ({
  kind: 'create',
  type: 'shelters',
  recordId: 's1',
  baseVersion: null,
  base: {},
  body: { name: '一中操场' },
  title: '一中操场',
  ...change,
});

/** A server that follows the rules of delivery, and a network that can break before or after it. */
function aServer() {
  let state: DeliveryState = nothingDelivered;
  const server = {
    deliveries: 0,
    breaks: '' as '' | 'before' | 'after',
    records: () => state.records,
    deliver: (async (deviceId, writes) => {
      if (server.breaks === 'before') throw new NetworkFailure('away');
      server.deliveries += 1;
      const outcomes = new Map<string, Awaited<ReturnType<Deliver>>['outcomes'][number]>();
      let numberTaken: string | null = null;
      for (const write of writes) {
        const delivered = deliver(state, { ...write, deviceId });
        state = delivered.state;
        if (delivered.isNumberTaken) numberTaken = write.id;
        if (numberTaken !== null) break;
        for (const [id, outcome] of delivered.outcomes) outcomes.set(id, { id, sequence: write.sequence, ...outcome });
      }
      if (server.breaks === 'after') throw new NetworkFailure('answer lost');
      return { nextSequence: state.books.get(deviceId)?.next ?? 1, outcomes: [...outcomes.values()], numberTaken };
    }) satisfies Deliver,
  };
  return server;
}

describe('what is kept on the device', () => {
  test('is numbered 1, 2, 3 … also when two tabs write at once, and is still there when the browser is opened again', async () => {
    const { open, outbox } = aDevice();
    const other = open();
    await Promise.all([1, 2, 3, 4].map((n) => (n % 2 ? outbox : other).keep(aDraft({ recordId: `s${n}` }))));
    const found = await open().unsent();
    expect(found.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(new Set(found.map(({ deviceId }) => deviceId)).size).toBe(1);
  });

  test('a second edit of one record stands on the first, not on the version of the server', async () => {
    const { outbox } = aDevice();
    const edit = aDraft({ kind: 'change', baseVersion: 3 });
    expect([(await outbox.keep(edit)).baseVersion, (await outbox.keep(edit)).baseVersion]).toEqual([3, null]);
  });

  test('is sent in order once, and leaves the device', async () => {
    const { outbox, counts } = aDevice();
    const server = aServer();
    await outbox.keep(aDraft());
    await outbox.keep(aDraft({ kind: 'change', base: { name: '一中操场' }, body: { name: '一中体育场' } }));
    expect(await sendAll(outbox, server.deliver)).toHaveLength(2);
    expect(server.records().get('shelters/s1')).toMatchObject({ version: 2, values: { name: '一中体育场' } });
    expect(await outbox.all()).toEqual([]);
    expect(counts.at(-1)).toEqual([0, 0]);
  });

  test('stays when the network is away, and is not applied twice when only the answer was lost', async () => {
    const { outbox } = aDevice();
    const server = aServer();
    await outbox.keep(aDraft());
    for (const breaks of ['before', 'after'] as const) {
      server.breaks = breaks;
      await expect(sendAll(outbox, server.deliver)).rejects.toThrow(NetworkFailure);
      expect(await outbox.unsent()).toHaveLength(1);
    }
    server.breaks = '';
    await sendAll(outbox, server.deliver);
    expect(server.records().get('shelters/s1')?.version).toBe(1);
    expect(await outbox.all()).toEqual([]);
  });

  test('120 writes go in parts', async () => {
    const { outbox } = aDevice();
    const server = aServer();
    for (let n = 0; n < 120; n += 1) await outbox.keep(aDraft({ recordId: `s${n}` }));
    expect(await sendAll(outbox, server.deliver)).toHaveLength(120);
    expect(server.deliveries).toBe(3);
  });

  test('one in conflict stays for its person and holds nothing else up', async () => {
    const { outbox, counts } = aDevice();
    const server = aServer();
    await server.deliver('office', [{ ...aDraft(), id: 'o1', sequence: 1, madeAt: '' }]);
    await outbox.keep(aDraft({ body: { name: '另一个操场' } }));
    await outbox.keep(aDraft({ recordId: 's2' }));
    expect(await sendAll(outbox, server.deliver)).toHaveLength(1);
    expect((await outbox.all()).map(({ outcome }) => outcome?.state)).toEqual(['conflict']);
    expect(counts.at(-1)).toEqual([0, 1]);
    await outbox.note([{ id: (await outbox.all())[0]?.id ?? '', ...appliedAs(2) }]);
    expect(counts.at(-1)).toEqual([0, 0]);
  });

  test('one given up leaves no gap for those after it', async () => {
    const { outbox, counts } = aDevice();
    const server = aServer();
    const first = await outbox.keep(aDraft());
    await outbox.keep(aDraft({ recordId: 's2' }));
    await outbox.withdraw(first.id);
    expect(counts.at(-1)).toEqual([1, 0]);
    await sendAll(outbox, server.deliver);
    expect([...server.records().keys()]).toEqual(['shelters/s2']);
    expect(await outbox.all()).toEqual([]);
  });

  test('from a copied browser profile, it is numbered anew and arrives', async () => {
    const { outbox } = aDevice();
    const server = aServer();
    const first = await outbox.keep(aDraft());
    await server.deliver(first.deviceId, [{ ...aDraft({ recordId: 's9' }), id: 'of-the-copy', sequence: 1, madeAt: '' }]);
    await outbox.keep(aDraft({ recordId: 's2' }));
    await sendAll(outbox, server.deliver);
    expect([...server.records().keys()]).toEqual(['shelters/s9', 'shelters/s1', 'shelters/s2']);
    expect(await outbox.all()).toEqual([]);
  });

  test('whatever the server refuses as a whole is left and told', async () => {
    const { outbox } = aDevice();
    await outbox.keep(aDraft());
    const refusing: Deliver = () => Promise.reject(new ApiProblem(401, 'session-expired', { zh: '请登录', en: 'Log in' }));
    await expect(sendAll(outbox, refusing)).rejects.toThrow('session-expired');
    expect(await outbox.unsent()).toHaveLength(1);
  });
});
