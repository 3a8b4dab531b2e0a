import type { Role } from '#kernel/access/access.ts';
import { defineWords, type Text } from '#kernel/language/text.ts';
import type { PageDeclaration } from '#rooms/pages.ts';

// Which pages a person finds in the menu, and where the day begins.

export interface MenuEntry {
  path: string;
  label: Text;
  icon: string;
  /** Fetches the page's code ahead of the click. */
  load?: () => unknown;
}

const words = defineWords({ registers: { zh: '台账', en: 'Registers' }, outbox: { zh: '待上报', en: 'Outbox' } });

export function maySee(page: Pick<PageDeclaration, 'roles'>, roles: readonly Role[]): boolean {
  return page.roles === undefined || roles.some((role) => page.roles?.includes(role));
}

/** The menu of a person: pages in the order of the list, then registers and what waits to be sent, then administration. */
export function menuFor(pages: readonly PageDeclaration[], roles: readonly Role[]): MenuEntry[] {
  const seen = pages.filter((page) => page.icon !== undefined && maySee(page, roles));
  const entry = (page: PageDeclaration): MenuEntry => ({
    path: page.path,
    label: page.label,
    icon: page.icon ?? '',
    ...(page.load && { load: page.load }),
  });
  return [
    ...seen.filter((page) => page.room !== 'administration').map(entry),
    { path: '/registers', label: words.registers, icon: 'register' },
    { path: '/outbox', label: words.outbox, icon: 'outbox' },
    ...seen.filter((page) => page.room === 'administration').map(entry),
  ];
}

/** The page a person starts on: the first that names one of the roles, else the first of the menu. */
export function startFor(pages: readonly PageDeclaration[], roles: readonly Role[]): string {
  const named = pages.find((page) => maySee(page, roles) && page.startOf?.some((role) => roles.includes(role)));
  return named?.path ?? menuFor(pages, roles)[0]?.path ?? '/registers';
}

/** The page an address belongs to: its path with `$parts` filled by anything. */
export function pageAt(pages: readonly PageDeclaration[], address: string): PageDeclaration | undefined {
  const parts = address.split('/');
  return pages.find((page) => {
    const pattern = page.path.split('/');
    return pattern.length === parts.length && pattern.every((part, at) => part.startsWith('$') || part === parts[at]);
  });
}

/** Whether a menu entry is the one being looked at: its own address or one below it. */
export function isCurrent(entry: MenuEntry, address: string): boolean {
  return address === entry.path || address.startsWith(`${entry.path}/`);
}
