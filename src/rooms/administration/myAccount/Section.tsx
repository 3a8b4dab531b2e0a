import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { Text } from '#kernel/language/text.ts';
import { keys } from '#web/api/keys.ts';
import { useText } from '#web/language/language.tsx';

/** A part of the page with its heading, what it is for, and its buttons. */
export function Section({ title, lead, acts, children }: { title: Text; lead?: Text; acts?: ReactNode; children?: ReactNode }) {
  const say = useText();
  const id = useId();
  return (
    <section className="panel account-part" aria-labelledby={id}>
      <header>
        <h2 id={id}>{say(title)}</h2>
        {acts !== undefined && <div className="account-acts">{acts}</div>}
      </header>
      {lead && <p className="account-lead">{say(lead)}</p>}
      {children}
    </section>
  );
}

/** Asks for the account again, after something of it changed. */
export function useRenewOwn(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keys.ownAccount() });
}
