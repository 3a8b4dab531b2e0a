import type { Organisation, OrganisationKind, Person } from '#kernel/organisation/organisation.ts';
import type { Transaction } from './database.ts';

interface OrganisationRow {
  id: string;
  parent_id: string | null;
  area_code: string;
  name: string;
  kind: OrganisationKind;
  phone: string;
  version: number;
}

function toOrganisation(row: OrganisationRow): Organisation {
  return {
    id: row.id,
    parentId: row.parent_id,
    areaCode: row.area_code,
    name: row.name,
    kind: row.kind,
    phone: row.phone,
    version: row.version,
  };
}

export async function allOrganisations(tx: Transaction): Promise<Organisation[]> {
  const found = await tx.query<OrganisationRow>('select * from organisation where removed_at is null order by area_code, name');
  return found.rows.map(toOrganisation);
}

/** Inserts an organisation, or changes it if it still has the version that was seen; null when it has not. */
export async function saveOrganisation(tx: Transaction, organisation: Organisation): Promise<Organisation | null> {
  const saved = await tx.query<OrganisationRow>(
    `insert into organisation (id, parent_id, area_code, name, kind, phone) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set parent_id = excluded.parent_id, area_code = excluded.area_code, name = excluded.name, kind = excluded.kind,
       phone = excluded.phone, version = organisation.version + 1
     where organisation.version = $7 and organisation.removed_at is null returning *`,
    [
      organisation.id,
      organisation.parentId,
      organisation.areaCode,
      organisation.name,
      organisation.kind,
      organisation.phone,
      organisation.version,
    ],
  );
  return saved.rows[0] ? toOrganisation(saved.rows[0]) : null;
}

/** What still stands in an organisation: organisations below, posts, people. */
export async function countInside(tx: Transaction, id: string): Promise<number> {
  const found = await tx.query<{ n: number }>(
    `select (select count(*) from organisation where parent_id = $1 and removed_at is null)
          + (select count(*) from post where organisation_id = $1 and removed_at is null)
          + (select count(*) from person where organisation_id = $1 and removed_at is null) as n`,
    [id],
  );
  return found.rows[0]?.n ?? 0;
}

export async function removeOrganisation(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query('update organisation set removed_at = $2, version = version + 1 where id = $1', [id, at]);
}

interface PersonRow {
  id: string;
  organisation_id: string;
  area_code: string;
  name: string;
  phone: string;
  account_id: string | null;
  version: number;
}

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    areaCode: row.area_code,
    name: row.name,
    phone: row.phone,
    accountId: row.account_id,
    version: row.version,
  };
}

export async function allPersons(tx: Transaction): Promise<Person[]> {
  return (await tx.query<PersonRow>('select * from person where removed_at is null order by name')).rows.map(toPerson);
}

export async function personById(tx: Transaction, id: string): Promise<Person | null> {
  const found = await tx.query<PersonRow>('select * from person where id = $1 and removed_at is null for update', [id]);
  return found.rows[0] ? toPerson(found.rows[0]) : null;
}

/** Inserts a person, or changes one that still has the version that was seen; null when it has not. */
export async function savePerson(tx: Transaction, person: Person): Promise<Person | null> {
  const saved = await tx.query<PersonRow>(
    `insert into person (id, organisation_id, area_code, name, phone, account_id) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set organisation_id = excluded.organisation_id, area_code = excluded.area_code, name = excluded.name,
       phone = excluded.phone, account_id = excluded.account_id, version = person.version + 1
     where person.version = $7 and person.removed_at is null returning *`,
    [person.id, person.organisationId, person.areaCode, person.name, person.phone, person.accountId, person.version],
  );
  return saved.rows[0] ? toPerson(saved.rows[0]) : null;
}

export async function removePerson(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query('update person set removed_at = $2, account_id = null, version = version + 1 where id = $1', [id, at]);
}
