import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Grant, Role } from '#kernel/access/access.ts';
import type { Organisation, Person } from '#kernel/organisation/organisation.ts';
import type { Post, PostHolder } from '#kernel/organisation/post.ts';
import { api } from './client.ts';
import { keys } from './keys.ts';

// One's own account, organisations and posts. No event tells of their changes; who changes something asks again.

export interface OwnAccount {
  account: string;
  name: string;
  areaCode: string;
  /** False for people of the single sign-on. */
  hasPassword: boolean;
  grants: Grant[];
  posts: string[];
  factors: {
    totp: { confirmedAt: string } | null;
    recoveryCodes: number;
    passkeys: { id: string; name: string; host: string; createdAt: string; usedAt: string | null }[];
  };
  sessions: OwnSession[];
  tokens: ApiToken[];
  delegations: OwnDelegation[];
}

export interface OwnSession {
  id: string;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
  method: string;
  from: string;
  agent: string;
  current: boolean;
}

export interface ApiToken {
  id: string;
  name: string;
  /** First characters. */
  start: string;
  scopes: string[];
  areaCode: string;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

export interface OwnDelegation {
  id: string;
  fromAccountId: string;
  toAccountId: string;
  fromName: string;
  toName: string;
  grants: Grant[];
  why: string;
  startsAt: string;
  endsAt: string;
}

export function useOwnAccount(): UseQueryResult<OwnAccount> {
  return useQuery({ queryKey: keys.ownAccount(), staleTime: 0, queryFn: ({ signal }) => api.get<OwnAccount>('/me', { signal }) });
}

export interface Colleague {
  id: string;
  account: string;
  name: string;
}

/** Accounts in my area, for handing something to. */
export function useColleagues(): UseQueryResult<Colleague[]> {
  return useQuery({
    queryKey: keys.colleagues(),
    queryFn: async ({ signal }) => (await api.get<{ items: Colleague[] }>('/me/colleagues', { signal })).items,
  });
}

export type PostWithHolders = Post & { holders: PostHolder[] };

export interface Organisations {
  organisations: Organisation[];
  posts: PostWithHolders[];
  persons: Person[];
}

export function useOrganisations(): UseQueryResult<Organisations> {
  return useQuery({ queryKey: keys.organisations(), queryFn: ({ signal }) => api.get<Organisations>('/organisations', { signal }) });
}

export interface AccessPolicy {
  secondFactorRoles: Role[];
}

export function useAccessPolicy(): UseQueryResult<AccessPolicy> {
  return useQuery({ queryKey: keys.accessPolicy(), queryFn: ({ signal }) => api.get<AccessPolicy>('/access-policy', { signal }) });
}
