import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiProblem, NetworkFailure, onSessionLost } from './api/client.ts';
import { endSession } from './api/sessionEnd.ts';
import { Fault } from './frame/Fault.tsx';
import { LanguageProvider } from './language/language.tsx';
import { startOffline } from './offline/offline.ts';
import { router } from './router/router.tsx';
import { MoodProvider } from './theme/theme.tsx';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // The live stream says what grew old, so answers stay good; coming back to a tab asks nothing.
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // An intranet without internet counts as offline for the browser.
      networkMode: 'always',
      retry: (failures, error) =>
        failures < 2 && (error instanceof NetworkFailure || (error instanceof ApiProblem && error.status === 503)),
    },
    // A write is never repeated without the person knowing.
    mutations: { networkMode: 'always', retry: false },
  },
});

export function App() {
  useEffect(() => onSessionLost(() => endSession(client)), []);
  useState(() => startOffline(client));
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <MoodProvider>
          <Fault>
            <RouterProvider router={router} />
          </Fault>
        </MoodProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
