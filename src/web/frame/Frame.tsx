import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import { pages } from '#rooms/pages.ts';
import { useSession, useSetupState } from '#web/api/queries.ts';
import { useSessionEnded } from '#web/api/sessionEnd.ts';
import { useText } from '#web/language/language.tsx';
import { LiveProvider } from '#web/live/live.tsx';
import { ErrorState, PageLoading } from '#web/page/states.tsx';
import { OfflineWatch } from '#web/offline/OfflineWatch.tsx';
import { useDeclaredMood } from '#web/theme/theme.tsx';
import { BottomBar, Rail } from './bars.tsx';
import { Fault } from './Fault.tsx';
import { Header } from './Header.tsx';
import { menuFor, pageAt } from './menu.ts';

const CallNotice = lazy(() => import('#web/calling/CallNotice.tsx'));
const SessionEnded = lazy(() => import('./SessionEnded.tsx'));

const words = defineWords({ skip: { zh: '跳到正文', en: 'Skip to the content' } });

const isOutside = (pathname: string) => ['/login', '/setup'].includes(pathname);

/** What surrounds every page once somebody is logged in; without a session it leads to the login, and back afterwards. */
export function Frame() {
  const session = useSession();
  const setup = useSetupState();
  const { pathname, href } = useLocation();
  const navigate = useNavigate();
  const say = useText();
  useDeclaredMood(pageAt(pages, pathname)?.mood ?? 'office');

  const hasEnded = useSessionEnded();
  const isOut = session.data === null;
  const needsSetup = setup.data?.needed === true;
  useEffect(() => {
    // On the way out the address is already the other one, while this frame still stands.
    if (!isOut || setup.isPending || isOutside(pathname)) return;
    if (needsSetup) void navigate({ to: '/setup' });
    else void navigate({ to: '/login', search: pathname === '/' ? {} : { next: href }, replace: true });
  }, [isOut, needsSetup, setup.isPending, navigate, pathname, href]);

  const me = session.data;
  if (!me) return session.error ? <ErrorState error={session.error} retry={() => void session.refetch()} /> : <PageLoading />;

  const menu = menuFor(pages, me.roles);
  return (
    <LiveProvider>
      <a className="skip" href="#content">
        {say(words.skip)}
      </a>
      <div className="frame">
        <Header me={me} />
        <Rail menu={menu} address={pathname} />
        <main id="content" tabIndex={-1}>
          <OfflineWatch />
          <Fault key={pathname}>
            <Suspense fallback={<PageLoading />}>
              <Outlet />
            </Suspense>
          </Fault>
        </main>
        <BottomBar menu={menu} address={pathname} />
      </div>
      <Suspense fallback={null}>
        <CallNotice />
      </Suspense>
      {hasEnded && (
        <Suspense fallback={null}>
          <SessionEnded before={me} />
        </Suspense>
      )}
    </LiveProvider>
  );
}
