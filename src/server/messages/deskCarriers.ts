import type { Actor } from '#kernel/access/access.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { LiveHub } from '../live/hub.ts';
import { accountsNamed } from '../storage/accounts.ts';
import type { Database } from '../storage/database.ts';
import { emit } from '../storage/outbox.ts';
import type { Carrier } from './postman.ts';

// Messages to open pages. The receipt says how many pages heard it; with none open the attempt has failed and is repeated.

const teller: Actor = { kind: 'system', accountId: null, name: '页面提醒', roles: [], areaCode: '', posts: [], from: 'internal' };

/** To every desk of the division. */
export function deskCarrier(hub: LiveHub): Carrier {
  // The event of the call itself is what the desks show.
  return async ({ areaCode }) => heard(hub.listening(areaCode));
}

/** To the pages of the person alone; the account is found by the name on the roster. */
export function pushCarrier(database: Database, clock: Clock, hub: LiveHub): Carrier {
  return async (message, id) => {
    const accounts = await database.transaction(teller, (tx) => accountsNamed(tx, message.address));
    if (accounts.length === 0) throw new Error(`no account is named ${message.address}`);
    const receipt = heard(hub.listening(message.areaCode, accounts));
    const { areaCode, about, demo, subject, text } = message;
    await database.transaction(teller, (tx) =>
      emit(tx, clock, [{ type: 'note.sent', areaCode, subject: about, demo, data: { deliveryId: id, accounts, title: subject, text } }]),
    );
    return receipt;
  };
}

function heard(pages: number): string {
  if (pages === 0) throw new Error('no page is open');
  return `shown on ${pages} open ${pages === 1 ? 'page' : 'pages'}`;
}
