import type { Grant } from '#kernel/access/access.ts';
import type { Post, PostHolder, Seat } from '#kernel/organisation/post.ts';
import type { Transaction } from './database.ts';

interface PostRow {
  id: string;
  organisation_id: string;
  area_code: string;
  name: string;
  code: string | null;
  duties: string;
  grants: Grant[];
  superior_id: string | null;
  version: number;
}

function toPost(row: PostRow): Post {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    areaCode: row.area_code,
    name: row.name,
    code: row.code,
    duties: row.duties,
    grants: row.grants,
    superiorId: row.superior_id,
    version: row.version,
  };
}

export async function allPosts(tx: Transaction): Promise<Post[]> {
  return (await tx.query<PostRow>('select * from post where removed_at is null order by area_code, name')).rows.map(toPost);
}

/** A post, locked until the transaction ends: hand-overs of one post come one after the other. */
export async function lockPost(tx: Transaction, id: string): Promise<Post | null> {
  const found = await tx.query<PostRow>('select * from post where id = $1 and removed_at is null for update', [id]);
  return found.rows[0] ? toPost(found.rows[0]) : null;
}

/** Inserts a post, or changes it if it still has the version that was seen; null when it has not. */
export async function savePost(tx: Transaction, post: Post): Promise<Post | null> {
  const saved = await tx.query<PostRow>(
    `insert into post (id, organisation_id, area_code, name, code, duties, grants, superior_id) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update set organisation_id = excluded.organisation_id, area_code = excluded.area_code, name = excluded.name,
       code = excluded.code, duties = excluded.duties, grants = excluded.grants, superior_id = excluded.superior_id, version = post.version + 1
     where post.version = $9 and post.removed_at is null returning *`,
    [
      post.id,
      post.organisationId,
      post.areaCode,
      post.name,
      post.code,
      post.duties,
      JSON.stringify(post.grants),
      post.superiorId,
      post.version,
    ],
  );
  return saved.rows[0] ? toPost(saved.rows[0]) : null;
}

export async function removePost(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query('update post set removed_at = $2, version = version + 1 where id = $1', [id, at]);
}

interface HolderRow {
  id: string;
  post_id: string;
  person_id: string;
  person_name: string;
  seat: Seat;
  from_at: Date;
  to_at: Date | null;
}

function toHolder(row: HolderRow): PostHolder {
  return {
    id: row.id,
    postId: row.post_id,
    personId: row.person_id,
    personName: row.person_name,
    seat: row.seat,
    from: row.from_at.toISOString(),
    to: row.to_at?.toISOString() ?? null,
  };
}

const selectHolders = `select post_holder.*, coalesce(person.name, '') as person_name from post_holder left join person on person.id = post_holder.person_id`;

/** Holders of all posts, the latest first. */
export async function allHolders(tx: Transaction): Promise<PostHolder[]> {
  return (await tx.query<HolderRow>(`${selectHolders} order by from_at desc`)).rows.map(toHolder);
}

export async function holdersOf(tx: Transaction, postId: string): Promise<PostHolder[]> {
  return (await tx.query<HolderRow>(`${selectHolders} where post_id = $1 order by from_at desc`, [postId])).rows.map(toHolder);
}

/** Whether a person holds, or is to hold, any post. */
export async function holdsAnything(tx: Transaction, personId: string, at: Date): Promise<boolean> {
  const found = await tx.query('select 1 from post_holder where person_id = $1 and (to_at is null or to_at > $2) limit 1', [personId, at]);
  return found.rowCount === 1;
}

export async function addHolder(
  tx: Transaction,
  holder: { id: string; postId: string; personId: string; areaCode: string; seat: Seat; from: Date },
): Promise<void> {
  await tx.query('insert into post_holder (id, post_id, person_id, area_code, seat, from_at) values ($1, $2, $3, $4, $5, $6)', [
    holder.id,
    holder.postId,
    holder.personId,
    holder.areaCode,
    holder.seat,
    holder.from,
  ]);
}

export async function endHolder(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query('update post_holder set to_at = greatest($2, from_at) where id = $1 and (to_at is null or to_at > $2)', [id, at]);
}

/** Accounts whose rights hang on a post: those of everybody who holds it now or is to. */
export async function accountsOfPost(tx: Transaction, postId: string): Promise<string[]> {
  const found = await tx.query<{ account_id: string }>(
    'select account_id from post_holder join person on person.id = person_id where post_id = $1 and account_id is not null',
    [postId],
  );
  return found.rows.map((row) => row.account_id);
}

/** Rights of the posts a person holds, or is to hold. */
export async function grantsOfPerson(tx: Transaction, personId: string, at: Date): Promise<Grant[]> {
  const found = await tx.query<{ grants: Grant[] }>(
    `select post.grants from post_holder join post on post.id = post_holder.post_id
     where person_id = $1 and post.removed_at is null and (to_at is null or to_at > $2)`,
    [personId, at],
  );
  return found.rows.flatMap(({ grants }) => grants);
}

export interface HeldPost {
  accountId: string;
  id: string;
  code: string | null;
  grants: Grant[];
}

/** The posts that accounts hold at an instant through their person. */
export async function postsHeldBy(tx: Transaction, accountIds: readonly string[], at: Date): Promise<HeldPost[]> {
  const found = await tx.query<{ account_id: string; id: string; code: string | null; grants: Grant[] }>(
    `select person.account_id, post.id, post.code, post.grants from person
     join post_holder on post_holder.person_id = person.id join post on post.id = post_holder.post_id
     where person.account_id = any($1::uuid[]) and person.removed_at is null and post.removed_at is null
       and from_at <= $2 and (to_at is null or to_at > $2)`,
    [accountIds, at],
  );
  return found.rows.map((row) => ({ accountId: row.account_id, id: row.id, code: row.code, grants: row.grants }));
}
