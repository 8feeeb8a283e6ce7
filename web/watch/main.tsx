import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applySight, markDocument, ProblemError, Toasts } from '#ui/index.ts'
import { makeRouter } from './router.tsx'
import '#ui/styles/index.css'
import './shell/shell.css'

applySight()
markDocument()

/** Only what may pass by itself is tried again: a refusal stays a refusal. */
const mayPass = (failures: number, error: Error) =>
  failures < 2 && error instanceof ProblemError && (error.status === 502 || error.status === 503)

const client = new QueryClient({
  defaultOptions: {
    // Requests are sent even when the browser believes itself offline: it is often wrong in a hall's own network.
    queries: { networkMode: 'always', retry: mayPass, staleTime: 10_000 },
    mutations: { networkMode: 'always' },
  },
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has lost its root element')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Toasts>
        <RouterProvider router={makeRouter()} />
      </Toasts>
    </QueryClientProvider>
  </StrictMode>,
)
