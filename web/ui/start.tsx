import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ProblemError } from './api/problem.ts'
import { Toasts } from './controls/Toast.tsx'
import { prepareLanguage } from './language/catalogue.ts'
import { applySight } from './theme.ts'
import './styles/index.css'

/** Only what may pass by itself is tried again: a refusal stays a refusal. */
const mayPass = (failures: number, error: Error) =>
  failures < 2 && error instanceof ProblemError && (error.status === 502 || error.status === 503)

const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      // Requests are sent even when the browser believes itself offline: it is often wrong in a hall's own network.
      queries: { networkMode: 'always', retry: mayPass, staleTime: 10_000 },
      mutations: { networkMode: 'always' },
    },
  })

/** What every app does first: the reader's language, light or dark and type size, then its pages into `#root`. */
export function startApp(pages: ReactNode): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has lost its root element')
  applySight()
  void prepareLanguage().finally(() =>
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={makeClient()}>
          <Toasts>{pages}</Toasts>
        </QueryClientProvider>
      </StrictMode>,
    ),
  )
}

/**
 * `/watch` when the pages were opened under their app's own path, else `/`: for the router's `basepath`, so that an app
 * works at both addresses.
 */
export const basePathOf = (app: string, path = window.location.pathname): string =>
  path === `/${app}` || path.startsWith(`/${app}/`) ? `/${app}` : '/'
