import { z } from 'zod';
import { organisationKinds, type OrganisationKind } from '#kernel/organisation/organisation.ts';
import { accept, type Outcome } from '#kernel/problem/refusal.ts';
import {
  dismiss,
  handOver,
  keepOrganisation,
  keepPerson,
  keepPost,
  vacate,
  viewOrganisations,
  type PostChange,
} from '../../access/organisations.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import type { Services } from '../services.ts';
import { areaCode, grant, instant } from './ownAccount.ts';

const keepers = ['administrator'] as const;
const kinds = Object.keys(organisationKinds) as [OrganisationKind, ...OrganisationKind[]];
const id = z.uuid();
const name = z.string().trim().min(1).max(80);
const phone = z.string().trim().max(40).default('');
/** 0 makes a new one under the id the client chose. */
const version = z.int().nonnegative();
const why = z.string().trim().max(500).default('');

/** Organisations, people and posts; handing a post over. */
export function organisationEndpoints({ context, access: { sessions } }: Services): Endpoint[] {
  const renewed = (outcome: Outcome<PostChange>): Outcome<unknown> => {
    if (!outcome.ok) return outcome;
    // A post may have been delegated on, so everybody whose rights could hang on it is looked at anew.
    if (outcome.value.accounts.length > 0) sessions.forget();
    return accept({ holders: outcome.value.holders });
  };
  const forgetAll = <T>(outcome: Outcome<T>): Outcome<T> => {
    if (outcome.ok) sessions.forget();
    return outcome;
  };
  const removal = (kind: 'organisation' | 'person' | 'post', path: string): Endpoint =>
    endpoint({
      method: 'DELETE',
      path: `/api/v1/${path}/{id}`,
      summary: `Take ${kind === 'organisation' ? 'an' : 'a'} ${kind} off the list that nothing hangs on`,
      access: keepers,
      params: z.object({ id }),
      handle: async ({ actor, params }) => forgetAll(await dismiss(context, actor, kind, params.id)),
    });

  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/organisations',
      summary: 'Organisations, posts with their holders, and people of the own area',
      handle: async ({ actor }) => accept(await viewOrganisations(context, actor)),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/organisations',
      summary: 'Add or change an organisation',
      access: keepers,
      body: z.strictObject({ id, parentId: id.nullable(), areaCode, name, kind: z.enum(kinds), phone, version }),
      handle: ({ actor, body }) => keepOrganisation(context, actor, body),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/persons',
      summary: 'Add or change a person; an account ties what the person holds to a sign-in',
      access: keepers,
      body: z.strictObject({ id, organisationId: id, areaCode, name, phone, accountId: id.nullable(), version }),
      handle: async ({ actor, body }) => forgetAll(await keepPerson(context, actor, body)),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/posts',
      summary: 'Add or change a post',
      access: keepers,
      body: z.strictObject({
        id,
        organisationId: id,
        areaCode,
        name,
        code: z
          .string()
          .regex(/^[a-z][a-zA-Z0-9]{1,39}$/)
          .nullable(),
        duties: z.string().max(4000).default(''),
        grants: z.array(grant).max(50),
        superiorId: id.nullable(),
        version,
      }),
      handle: async ({ actor, body }) => forgetAll(await keepPost(context, actor, body)),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/posts/{id}/hand-over',
      summary: 'Hand a seat of a post to another person; the present holding ends at the same instant',
      access: keepers,
      params: z.object({ id }),
      body: z.strictObject({
        seat: z.enum(['A', 'B']),
        personId: id,
        seenHolderId: id.nullable(),
        at: instant.nullable().default(null),
        why,
      }),
      handle: async ({ actor, params, body }) => renewed(await handOver(context, actor, params.id, body)),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/posts/{id}/vacate',
      summary: 'End a holding without a successor, or withdraw one that is to come',
      access: keepers,
      params: z.object({ id }),
      body: z.strictObject({ holderId: id, why }),
      handle: async ({ actor, params, body }) => renewed(await vacate(context, actor, params.id, body.holderId, body.why)),
    }),
    removal('organisation', 'organisations'),
    removal('person', 'persons'),
    removal('post', 'posts'),
  ];
}
