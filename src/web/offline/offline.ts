import type { QueryClient } from '@tanstack/react-query';
import type { Me } from '#web/api/answers.ts';
import { keepAnswersWith, type AnswerKeeper } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { enterAccount, followOtherTabs, offlineState, setOfflineState } from './offlineState.ts';

// Ties the page to what is kept on the device: answers go in as they come, and come out when the server is away.

/** Answers worth having without network. */
const kept = /^\/(areas|cases|deadlines|dictionaries|duty|incidents|registers|views|warnings|map\/layers)(?![^/?])/;

const keeper: AnswerKeeper = {
  keep: (path, body) => {
    setOfflineState({ servedAtMs: null });
    const { accountId } = offlineState();
    if (accountId === null || !kept.test(path)) return;
    void import('./keptAnswers.ts').then(({ keepAnswer }) => keepAnswer(accountId, path, body));
  },
  find: async (path) => (path === '/session' || kept.test(path) ? (await import('./keptAnswers.ts')).findAnswer(path) : null),
};

/** Begins keeping; returns the way to stop. */
export function startOffline(client: QueryClient): () => void {
  if (typeof indexedDB === 'undefined') return () => undefined;
  keepAnswersWith(keeper);
  const unfollow = followOtherTabs();
  const [sessionKey] = keys.session();
  let last: Me | null | undefined;
  const unsubscribe = client.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] !== sessionKey || query.queryKey.length !== 1) return;
    const me = query.state.data as Me | null | undefined;
    if (me === undefined || me === last) return;
    last = me;
    enterAccount(me?.accountId ?? null, me?.name ?? '');
    // While there is a network: over plain http no service worker would have these parts later.
    if (me) void Promise.allSettled([import('./keepDraft.ts'), import('./OutboxNotice.tsx'), import('./OutboxPage.tsx')]);
    void import('./keptAnswers.ts').then(({ keepSession, forgetAnswers }) => (me ? keepSession(me) : forgetAnswers()));
  });
  return () => {
    unsubscribe();
    unfollow();
    keepAnswersWith(null);
  };
}
