import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

const pages = () => import('./index.ts')

/** 问责案卷 under the root of an app of the staff: one file. Each app has its own list above it. */
export function measurePages<Root extends AnyRoute>(root: Root) {
  const under = { getParentRoute: () => root }
  return [
    createRoute({
      ...under,
      path: '/accountability/$file',
      component: lazyRouteComponent(pages, 'MeasurePage'),
    }),
  ] as const
}
