import type { ComponentType } from 'react';
import type { Role } from '#kernel/access/access.ts';
import type { Text } from '#kernel/language/text.ts';

// Every page of the rooms, in the order of the menu: a new page is its file and its entry here. Pages are loaded when they
// are opened. The registers (台账) have one page for all of them, in the web shell.

export interface PageDeclaration {
  /** Address; `$id` is a part the page reads with `useParam('id')`. */
  path: string;
  label: Text;
  room: 'supervision' | 'monitoring' | 'command' | 'decision' | 'administration';
  /** office = light, desk = dark. */
  mood: 'office' | 'desk';
  /** Roles that may see it; absent = everybody with an account. */
  roles?: readonly Role[];
  /** Name of a sign in web/frame/icons.tsx; absent = the page is not in the menu (a detail page). */
  icon?: string;
  /** Roles that start here after logging in. */
  startOf?: readonly Role[];
  load: () => Promise<{ default: ComponentType }>;
}

export const pages: readonly PageDeclaration[] = [
  {
    path: '/accounts',
    label: { zh: '账号', en: 'Accounts' },
    room: 'administration',
    mood: 'office',
    roles: ['administrator'],
    icon: 'people',
    load: () => import('./administration/organisations/AccountsPage.tsx'),
  },
];
