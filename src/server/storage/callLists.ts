import type { CallEntry, CallList } from '#kernel/message/callList.ts';
import type { Transaction } from './database.ts';

interface ListRow {
  id: string;
  area_code: string;
  title: string;
  message: string;
  about_kind: string;
  about_id: string;
  minutes: number;
  tries: number;
  channels: string[];
  created_at: Date;
  created_by: string;
  closed_at: Date | null;
  demo: boolean;
}

interface EntryRow {
  id: string;
  list_id: string;
  area_code: string;
  position: number;
  level: CallEntry['level'];
  role: string;
  organisation: string;
  name: string;
  phone: string;
  superior_id: string | null;
  state: CallEntry['state'];
  tries: number;
  next_at: Date | null;
  reached_at: Date | null;
  confirmed_at: Date | null;
  lines: CallEntry['lines'];
  version: number;
}

const iso = (at: Date | null) => at?.toISOString() ?? null;

function toList(row: ListRow): CallList {
  return {
    id: row.id,
    areaCode: row.area_code,
    title: row.title,
    message: row.message,
    about: { kind: row.about_kind, id: row.about_id },
    minutes: row.minutes,
    tries: row.tries,
    channels: row.channels,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    closedAt: iso(row.closed_at),
    demo: row.demo,
  };
}

function toEntry(row: EntryRow): CallEntry {
  return {
    id: row.id,
    areaCode: row.area_code,
    position: row.position,
    level: row.level,
    role: row.role,
    organisation: row.organisation,
    name: row.name,
    phone: row.phone,
    superiorId: row.superior_id,
    state: row.state,
    tries: row.tries,
    nextAt: iso(row.next_at),
    reachedAt: iso(row.reached_at),
    confirmedAt: iso(row.confirmed_at),
    lines: row.lines,
    version: row.version,
  };
}

/** False when the list exists already: the same creation sent twice. */
export async function addCallList(tx: Transaction, list: CallList, entries: readonly CallEntry[]): Promise<boolean> {
  const added = await tx.query(
    `insert into call_list (id, area_code, title, message, about_kind, about_id, minutes, tries, channels, created_at, created_by, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing`,
    [
      list.id,
      list.areaCode,
      list.title,
      list.message,
      list.about.kind,
      list.about.id,
      list.minutes,
      list.tries,
      JSON.stringify(list.channels),
      list.createdAt,
      list.createdBy,
      list.demo,
    ],
  );
  if (added.rowCount !== 1) return false;
  for (const entry of entries)
    await tx.query(
      `insert into call_entry (id, list_id, area_code, position, level, role, organisation, name, phone, superior_id, state, next_at, lines, demo)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '[]', $13)`,
      [
        entry.id,
        list.id,
        entry.areaCode,
        entry.position,
        entry.level,
        entry.role,
        entry.organisation,
        entry.name,
        entry.phone,
        entry.superiorId,
        entry.state,
        entry.nextAt,
        list.demo,
      ],
    );
  return true;
}

export async function callLists(tx: Transaction, limit: number): Promise<(CallList & { total: number; reached: number })[]> {
  const found = await tx.query<ListRow & { total: number; reached: number }>(
    `select call_list.*, counted.total::int, counted.reached::int from call_list left join lateral (
       select count(*) as total, count(*) filter (where state in ('reached', 'confirmed')) as reached from call_entry where list_id = call_list.id
     ) as counted on true order by created_at desc, id limit $1`,
    [limit],
  );
  return found.rows.map((row) => ({ ...toList(row), total: row.total, reached: row.reached }));
}

export async function callListById(tx: Transaction, id: string): Promise<{ list: CallList; entries: CallEntry[] } | null> {
  const lists = await tx.query<ListRow>('select * from call_list where id = $1', [id]);
  if (!lists.rows[0]) return null;
  const entries = await tx.query<EntryRow>('select * from call_entry where list_id = $1 order by position', [id]);
  return { list: toList(lists.rows[0]), entries: entries.rows.map(toEntry) };
}

/** An entry with its list, both locked until the transaction ends; null when there is none in reach. */
export async function lockCallEntry(tx: Transaction, id: string): Promise<{ list: CallList; entry: CallEntry } | null> {
  const entries = await tx.query<EntryRow>('select * from call_entry where id = $1 for update', [id]);
  const row = entries.rows[0];
  if (!row) return null;
  const lists = await tx.query<ListRow>('select * from call_list where id = $1', [row.list_id]);
  return lists.rows[0] ? { list: toList(lists.rows[0]), entry: toEntry(row) } : null;
}

/** Entries with something due in lists that are open, locked; those another server holds are left to it. */
export async function lockDueEntries(tx: Transaction, now: Date, limit: number): Promise<{ list: CallList; entry: CallEntry }[]> {
  const due = await tx.query<{ id: string }>(
    `select call_entry.id from call_entry join call_list on call_list.id = list_id
     where next_at <= $1 and closed_at is null order by next_at limit $2 for update of call_entry skip locked`,
    [now, limit],
  );
  const found: { list: CallList; entry: CallEntry }[] = [];
  for (const { id } of due.rows) {
    const locked = await lockCallEntry(tx, id);
    if (locked) found.push(locked);
  }
  return found;
}

export async function nextEntryAt(tx: Transaction): Promise<Date | null> {
  const found = await tx.query<{ at: Date | null }>(
    'select min(next_at) as at from call_entry join call_list on call_list.id = list_id where closed_at is null',
  );
  return found.rows[0]?.at ?? null;
}

export async function saveCallEntry(tx: Transaction, entry: CallEntry): Promise<CallEntry> {
  const saved = await tx.query<EntryRow>(
    `update call_entry set state = $2, tries = $3, next_at = $4, reached_at = $5, confirmed_at = $6, lines = $7, version = version + 1
     where id = $1 returning *`,
    [entry.id, entry.state, entry.tries, entry.nextAt, entry.reachedAt, entry.confirmedAt, JSON.stringify(entry.lines)],
  );
  if (!saved.rows[0]) throw new Error(`the entry ${entry.id} vanished while it was locked`);
  return toEntry(saved.rows[0]);
}

export async function closeCallList(tx: Transaction, id: string, at: Date, by: string): Promise<boolean> {
  const closed = await tx.query('update call_list set closed_at = $2, closed_by = $3 where id = $1 and closed_at is null', [id, at, by]);
  return closed.rowCount === 1;
}

export interface ResponsiblePerson {
  areaCode: string;
  /** Which register: posts or disasterReporters. */
  register: 'posts' | 'disasterReporters';
  level: 'county' | 'department' | 'township' | 'village';
  organisation: string;
  post: string;
  seat: 'A' | 'B';
  name: string;
  phone: string;
}

/** Who answers for divisions, those inside them and the townships and county around them: holders A and B, village reporters. */
export async function responsiblePeople(tx: Transaction, demo: boolean): Promise<ResponsiblePerson[]> {
  const posts = await tx.query<{
    area_code: string;
    name: string;
    organisation: string;
    level: ResponsiblePerson['level'];
    holder_a: string | null;
    phone_a: string | null;
    holder_b: string | null;
    phone_b: string | null;
  }>(
    `select area_code, name, organisation, level, holder_a, phone_a, holder_b, phone_b from posts
     where removed_at is null and archived_at is null and level in ('county', 'township', 'village') and demo = $1 order by area_code, name, id`,
    [demo],
  );
  const reporters = await tx.query<{ area_code: string; name: string; post: string; phone: string; position: string | null }>(
    `select area_code, name, post, phone, position from disaster_reporters
     where removed_at is null and archived_at is null and active is not false and demo = $1 order by area_code, post, id`,
    [demo],
  );
  const held = posts.rows.flatMap((row) =>
    (['A', 'B'] as const).flatMap((seat): ResponsiblePerson[] => {
      const name = seat === 'A' ? row.holder_a : row.holder_b;
      const phone = seat === 'A' ? row.phone_a : row.phone_b;
      if (!name) return [];
      return [
        {
          areaCode: row.area_code,
          register: 'posts',
          level: row.level,
          organisation: row.organisation,
          post: row.name,
          seat,
          name,
          phone: phone ?? '',
        },
      ];
    }),
  );
  return [
    ...held,
    ...reporters.rows.map((row): ResponsiblePerson => ({
      areaCode: row.area_code,
      register: 'disasterReporters',
      level: row.area_code.length > 9 ? 'village' : 'township',
      organisation: '',
      post: row.position ?? '',
      seat: row.post === 'postB' ? 'B' : 'A',
      name: row.name,
      phone: row.phone,
    })),
  ];
}
