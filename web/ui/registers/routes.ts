import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

const pages = () => import('./index.ts')

/** 制度台账 under the root of an app of the staff: the list, one register, one entry, and the designer. */
export function registerPages<Root extends AnyRoute>(root: Root) {
  const under = { getParentRoute: () => root }
  return [
    createRoute({ ...under, path: '/registers', component: lazyRouteComponent(pages, 'RegistersPage') }),
    createRoute({ ...under, path: '/registers/uses', component: lazyRouteComponent(pages, 'UsesPage') }),
    createRoute({
      ...under,
      path: '/registers/$institution',
      component: lazyRouteComponent(pages, 'RegisterPage'),
    }),
    createRoute({
      ...under,
      path: '/registers/$institution/$entry',
      component: lazyRouteComponent(pages, 'EntryPage'),
    }),
    createRoute({
      ...under,
      path: '/institutions/$institution',
      component: lazyRouteComponent(() => import('./designer/index.ts'), 'DesignerPage'),
    }),
  ] as const
}
