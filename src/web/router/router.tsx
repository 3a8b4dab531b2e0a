import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { lazy } from 'react';
import { pages } from '#rooms/pages.ts';
import { Frame } from '#web/frame/Frame.tsx';
import { NotFound } from '#web/frame/NotFound.tsx';
import { PageSlot } from '#web/frame/PageSlot.tsx';
import { Start } from '#web/frame/Start.tsx';

// The tree of addresses: three pages before somebody is logged in, and everything else inside the frame. Room pages come
// from their list.

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const outside = [
  createRoute({
    getParentRoute: () => root,
    path: '/login',
    component: lazyRouteComponent(() => import('#web/entry/LoginPage.tsx'), 'LoginPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    component: lazyRouteComponent(() => import('#web/entry/SetupPage.tsx'), 'SetupPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invite',
    component: lazyRouteComponent(() => import('#web/entry/InvitationPage.tsx'), 'InvitationPage'),
  }),
];

const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });

const registerPages = [
  createRoute({
    getParentRoute: () => frame,
    path: '/registers',
    component: lazyRouteComponent(() => import('#web/registers/RegistersPage.tsx'), 'RegistersPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/registers/$register',
    component: lazyRouteComponent(() => import('#web/registers/RegisterPage.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/registers/$register/import',
    component: lazyRouteComponent(() => import('#web/sheets/ImportPage.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/registers/$register/$recordId',
    component: lazyRouteComponent(() => import('#web/registers/RecordPage.tsx'), 'RecordPage'),
  }),
];

const casePages = [
  createRoute({
    getParentRoute: () => frame,
    path: '/cases/$type',
    component: lazyRouteComponent(() => import('#web/cases/CasesPage.tsx'), 'CasesPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/cases/$type/$id',
    component: lazyRouteComponent(() => import('#web/cases/CasePage.tsx'), 'CasePage'),
  }),
];

const outboxPage = createRoute({
  getParentRoute: () => frame,
  path: '/outbox',
  component: lazyRouteComponent(() => import('#web/offline/OutboxPage.tsx'), 'OutboxPage'),
});

const roomPages = pages
  .filter(({ load }) => load !== undefined)
  .map((page) => {
    // The code of a page is fetched when the page is first opened.
    const Page = lazy(page.load as NonNullable<typeof page.load>);
    const component = () => (
      <PageSlot page={page}>
        <Page />
      </PageSlot>
    );
    return createRoute({ getParentRoute: () => frame, path: page.path as '/', component });
  });

const start = createRoute({ getParentRoute: () => frame, path: '/', component: Start });
const unknown = createRoute({ getParentRoute: () => frame, path: '$', component: NotFound });

export const router = createRouter({
  routeTree: root.addChildren([...outside, frame.addChildren([start, outboxPage, ...registerPages, ...casePages, ...roomPages, unknown])]),
  // Plain words in the address: no JSON quoting, so people can read, write and share it.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search: Record<string, unknown>) => {
    const words = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(words.map(([name, value]) => [name, String(value)])).toString();
    return text === '' ? '' : `?${text}`;
  },
  defaultPreload: false,
  scrollRestoration: true,
});
