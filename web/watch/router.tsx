import { createRouter } from '@tanstack/react-router'
import { basePathOf } from '#ui/index.ts'
import { Broken, NotFound } from '#ui/staff/index.ts'
import { readAddress, writeAddress } from '#ui/staff/index.ts'
import { routeTree } from './routes.tsx'

export const makeRouter = () =>
  createRouter({
    routeTree,
    basepath: basePathOf('watch'),
    parseSearch: readAddress,
    stringifySearch: writeAddress,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Broken,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
