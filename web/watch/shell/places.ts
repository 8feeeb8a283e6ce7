const THIS_YEAR = new Date().getFullYear()

/** Where one can go, in the order of the navigation, each with the permissions of which one is enough. */
export const PLACES = [
  { to: '/overview', text: '总览', permissions: ['cases.read'] },
  { to: '/cases', text: '办件', permissions: ['cases.read'] },
  { to: '/cards', text: '黄红牌', permissions: ['cards.read'] },
  { to: '/process', text: '流程', permissions: ['logs.read'] },
  { to: '/rules', text: '规则', permissions: ['rules.read'] },
  { to: '/units', text: '单位', permissions: ['cases.read'] },
  { to: '/registers', text: '制度台账', permissions: ['registers.use'] },
  { to: '/efficiency', text: '效能', permissions: ['efficiency.read'] },
  { to: '/logs', text: '日志', permissions: ['logs.read'] },
  {
    to: `/calendar/${THIS_YEAR}`,
    under: '/calendar',
    text: '日历',
    permissions: ['cases.read', 'calendar.write'],
  },
  { to: '/administration', text: '管理', permissions: ['accounts.read', 'audit.read', 'units.read'] },
] as const
