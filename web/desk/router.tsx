import { createRouter } from '@tanstack/react-router'
import { basePathOf } from '#ui/index.ts'
import { Broken, NotFound } from '#ui/staff/index.ts'
import { routeTree } from './routes.tsx'
import { readAddress, writeAddress } from '#ui/staff/index.ts'

/** Not registered with the router's types, which know one app only: addresses of the desk are typed by `shell/Go.tsx`. */
export const makeDesk = () =>
  createRouter({
    routeTree,
    basepath: basePathOf('desk'),
    parseSearch: readAddress,
    stringifySearch: writeAddress,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Broken,
  })
