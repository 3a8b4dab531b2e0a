import type { FollowUp, PublicFeed } from '#kernel/casework/followUp.ts';
import { planPublished } from './command/plans/planFiling.followUps.ts';
import { warningCancelled, warningPublished, warningSubmitted } from './monitoring/warnings/warning.followUps.ts';
import { exerciseFeed, warningFeed, warningFile } from './monitoring/warnings/warnings.feed.ts';
import {
  penaltyExecutionAsked,
  penaltyExecutionDemanded,
  penaltyPaid,
  penaltyPaymentDemanded,
  penaltySettled,
} from './supervision/penaltyCases/penaltyOrdinary.followUps.ts';

// What rooms bring that only the server runs; kept apart from rooms.ts, so the browser need not load it.

/** What actions bring about beyond their own case, alphabetical. */
export const followUps: readonly FollowUp[] = [
  penaltyExecutionAsked,
  penaltyExecutionDemanded,
  penaltyPaid,
  penaltyPaymentDemanded,
  penaltySettled,
  planPublished,
  warningCancelled,
  warningPublished,
  warningSubmitted,
];

/** Documents the public may read. */
export const feeds: readonly PublicFeed[] = [exerciseFeed, warningFeed, warningFile];
