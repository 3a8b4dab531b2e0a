import type { Context } from '../operations/context.ts';
import { OwnAccounts } from './ownAccount.ts';
import { Passkeys } from './passkeys.ts';
import type { Seal } from './sealing.ts';
import { SecondFactors } from './secondFactors.ts';
import { Sessions } from './sessions.ts';
import { SignIn } from './signIn.ts';
import { SingleSignOn, type SsoConfig } from './singleSignOn.ts';

/** Everything that has to do with who somebody is. */
export interface Access {
  sessions: Sessions;
  signIn: SignIn;
  factors: SecondFactors;
  own: OwnAccounts;
  /** Null when no provider is configured. */
  sso: SingleSignOn | null;
}

export function openAccess(context: Context, seal: Seal, sso: SsoConfig | null): Access {
  const sessions = new Sessions(context);
  const factors = new SecondFactors(context, seal);
  const passkeys = new Passkeys(context);
  const signIn = new SignIn(context, sessions, factors, passkeys);
  return {
    sessions,
    signIn,
    factors,
    own: new OwnAccounts(context, factors, passkeys),
    sso: sso && new SingleSignOn(context, sso, signIn),
  };
}
