import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '#kernel/access/access.ts';
import { refuse, RefusalError, type Outcome } from '#kernel/problem/refusal.ts';
import { draftCallList, tickCall, type CallAct, type CallEntry, type CallList } from '#kernel/message/callList.ts';
import { climb, tellOf } from '../calling/listCaller.ts';
import { addCallList, callListById, closeCallList, lockCallEntry, responsiblePeople, saveCallEntry } from '../storage/callLists.ts';
import { withdrawDeliveries } from '../storage/deliveries.ts';
import { writeJournal } from '../storage/journal.ts';
import type { Context } from './context.ts';
import { inTransaction } from './registerOperations.ts';

// What officers do with call lists: make one for divisions, tick what came of each call, close it.

export interface CallListAsk {
  id: string;
  title: string;
  message: string;
  about: { kind: string; id: string };
  divisions: readonly string[];
  minutes: number;
  tries: number;
  channels: string[];
  demo: boolean;
}

/** Makes the list of everybody responsible in the divisions. Refuses `call-list-empty` where nobody is registered there. */
export function makeCallList(context: Context, actor: Actor, ask: CallListAsk): Promise<Outcome<{ list: CallList; entries: CallEntry[] }>> {
  return inTransaction(context, actor, async (tx) => {
    const { clock, county } = context;
    const people = await responsiblePeople(tx, ask.demo);
    const drafts = draftCallList(
      people.map(({ level, ...person }) => ({ ...person, level: level === 'department' ? ('county' as const) : level })),
      ask.divisions,
    );
    if (!drafts.some(({ isFirst }) => isFirst))
      throw new RefusalError(
        refuse('call-list-empty', 422, {
          zh: '所涉行政区没有登记岗位和灾害信息员，请先在“岗位”“灾害信息员”中登记',
          en: 'Nobody is registered in these divisions; enter posts and disaster reporters first',
        }),
      );
    const now = clock.now();
    const dueMs = now.getTime() + (ask.channels.length > 0 ? 0 : ask.minutes * 60_000);
    const { divisions, ...rest } = ask;
    const areaCode = divisions.length === 1 && divisions[0] && divisions[0].startsWith(county) ? divisions[0] : county;
    const list: CallList = { ...rest, areaCode, createdAt: now.toISOString(), createdBy: actor.name, closedAt: null };
    const ids = drafts.map(() => randomUUIDv7());
    const entries = drafts.map(({ superior, isFirst, ...person }, position): CallEntry => ({
      ...person,
      id: ids[position] ?? '',
      position,
      superiorId: superior === null ? null : (ids[superior] ?? null),
      state: 'notYet',
      tries: 0,
      nextAt: isFirst ? new Date(dueMs).toISOString() : null,
      reachedAt: null,
      confirmedAt: null,
      lines: [],
      version: 1,
    }));
    const isNew = await addCallList(tx, list, entries);
    if (isNew) {
      await tellOf(tx, clock, [list]);
      const detail = { about: ask.about, divisions, entries: entries.length, channels: ask.channels };
      await writeJournal(tx, clock, [{ act: 'callListMade', subjectKind: 'callList', subjectId: list.id, areaCode, detail }]);
    }
    const stored = await callListById(tx, list.id);
    if (!stored) throw new Error(`the call list ${list.id} vanished while it was made`);
    return stored;
  });
}

const changed = refuse('call-entry-changed', 409, {
  zh: '此人的叫应情况已被更新，请看最新情况',
  en: 'This entry was changed meanwhile; look at it again',
});

/** Ticks what came of a call to one person. Refuses `call-entry-changed` when the version seen is not the present one. */
export function tickCallEntry(
  context: Context,
  actor: Actor,
  id: string,
  act: CallAct,
  { version, channel, text }: { version: number; channel: string; text: string },
): Promise<Outcome<CallEntry>> {
  return inTransaction(context, actor, async (tx) => {
    const { clock } = context;
    const found = await lockCallEntry(tx, id);
    if (!found)
      throw new RefusalError(
        refuse('call-entry-missing', 404, {
          zh: '名单上没有此人，或不在您的辖区',
          en: 'There is no such entry, or it is outside your area',
        }),
      );
    const { list, entry } = found;
    if (list.closedAt !== null) throw new RefusalError(refuse('call-list-closed', 409, { zh: '名单已结束', en: 'The list is closed' }));
    if (entry.version !== version) throw new RefusalError(changed);
    const { climbs, entry: after } = tickCall(list, entry, act, actor.name, channel, text, clock.now());
    const saved = await saveCallEntry(tx, after);
    if (act !== 'noAnswer') await withdrawDeliveries(tx, { kind: 'callEntry', id });
    if (climbs) await climb(tx, clock, saved, actor.name);
    await tellOf(tx, clock, [list]);
    return saved;
  });
}

/** Ends the calling; who was not reached stays so on paper. */
export function endCallList(context: Context, actor: Actor, id: string): Promise<Outcome<CallList>> {
  return inTransaction(context, actor, async (tx) => {
    const found = await callListById(tx, id);
    if (!found)
      throw new RefusalError(
        refuse('call-list-missing', 404, { zh: '没有这份名单，或不在您的辖区', en: 'There is no such list, or it is outside your area' }),
      );
    if (await closeCallList(tx, id, context.clock.now(), actor.name)) {
      for (const entry of found.entries) await withdrawDeliveries(tx, { kind: 'callEntry', id: entry.id });
      await tellOf(tx, context.clock, [found.list]);
      const detail = { reached: found.entries.filter(({ reachedAt }) => reachedAt !== null).length, total: found.entries.length };
      await writeJournal(tx, context.clock, [
        { act: 'callListClosed', subjectKind: 'callList', subjectId: id, areaCode: found.list.areaCode, detail },
      ]);
    }
    return { ...found.list, closedAt: found.list.closedAt ?? context.clock.now().toISOString() };
  });
}
