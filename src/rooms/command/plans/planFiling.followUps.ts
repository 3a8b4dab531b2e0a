import type { FollowUp } from '#kernel/casework/followUp.ts';
import { localDate } from '#kernel/clock/localDate.ts';

// Publishing dates the plan; a revision that is published takes the place of the version it revises.

export const planPublished: FollowUp = {
  caseType: 'planFiling',
  action: 'publish',
  async effects(found, at, read) {
    const set = { publishedOn: localDate(at) };
    const revised = typeof found['supersedes'] === 'string' ? await read.case('planFiling', found['supersedes']) : null;
    const isReplaced = revised !== null && ['published', 'submitted', 'filed'].includes(revised.state);
    const note = [found['edition'], found['title']].find((each) => typeof each === 'string') ?? '';
    return isReplaced ? { set, actions: [{ type: 'planFiling', id: revised.id, action: 'supersede', note }] } : { set };
  },
};
