import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

const pages = () => import('./index.ts')

/** 问题 under the root of an app of the staff: what was found and what belongs to it, and one finding. */
export function findingPages<Root extends AnyRoute>(root: Root) {
  const under = { getParentRoute: () => root }
  return [
    createRoute({ ...under, path: '/findings', component: lazyRouteComponent(pages, 'FindingsPage') }),
    createRoute({
      ...under,
      path: '/findings/$finding',
      component: lazyRouteComponent(pages, 'FindingPage'),
    }),
  ] as const
}
