import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

const pages = () => import('./index.ts')

/** 通报 under the root of an app of the staff: the list, and one circular. */
export function circularPages<Root extends AnyRoute>(root: Root) {
  const under = { getParentRoute: () => root }
  return [
    createRoute({ ...under, path: '/circulars', component: lazyRouteComponent(pages, 'CircularsPage') }),
    createRoute({
      ...under,
      path: '/circulars/$circular',
      component: lazyRouteComponent(pages, 'CircularPage'),
    }),
  ] as const
}
