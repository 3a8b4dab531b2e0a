import type { ReactNode } from 'react';
import { PageLink } from '#web/page/links.tsx';
import { caseAddress } from './caseAddress.ts';

/** A link to a case of any type. */
export function CaseLink({ type, id, children }: { type: string; id: string; children: ReactNode }) {
  return <PageLink to={caseAddress(type, id)}>{children}</PageLink>;
}
