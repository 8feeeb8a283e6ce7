const THIS_YEAR = new Date().getFullYear()

/**
 * Where one can go, in the order of the navigation, each with the permissions of which one is enough. Places of one
 * group stand together under its name.
 */
export const PLACES = [
  { to: '/overview', text: '总览', group: '监察', permissions: ['cases.read'] },
  { to: '/cases', text: '办件', group: '监察', permissions: ['cases.read'] },
  { to: '/cards', text: '黄红牌', group: '监察', permissions: ['cards.read'] },
  { to: '/findings', text: '问题', group: '监察', permissions: ['findings.read'] },
  { to: '/units', text: '单位', group: '监察', permissions: ['cases.read'] },
  { to: '/conferences', text: '联席会议', group: '检查与整改', permissions: ['conference.read'] },
  { to: '/inspections', text: '督查检查', group: '检查与整改', permissions: ['inspections.read'] },
  { to: '/accountability', text: '问责', group: '检查与整改', permissions: ['accountability.decide'] },
  { to: '/casework', text: '个案查办', group: '检查与整改', permissions: ['investigations.read'] },
  {
    to: '/circulars',
    text: '通报',
    group: '检查与整改',
    permissions: ['circulars.draft', 'circulars.approve'],
  },
  { to: '/rectification', text: '问题整改', group: '检查与整改', permissions: ['rectification.read'] },
  { to: '/process', text: '流程', group: '分析', permissions: ['logs.read'] },
  { to: '/efficiency', text: '效能', group: '分析', permissions: ['efficiency.read'] },
  { to: '/risks', text: '风险', group: '分析', permissions: ['cards.read'] },
  { to: '/rules', text: '规则', group: '制度与数据', permissions: ['rules.read'] },
  { to: '/registers', text: '制度台账', group: '制度与数据', permissions: ['registers.use'] },
  { to: '/logs', text: '日志', group: '制度与数据', permissions: ['logs.read'] },
  {
    to: `/calendar/${THIS_YEAR}`,
    under: '/calendar',
    text: '日历',
    group: '制度与数据',
    permissions: ['cases.read', 'calendar.write'],
  },
  {
    to: '/administration',
    text: '管理',
    group: '制度与数据',
    permissions: ['accounts.read', 'audit.read', 'units.read'],
  },
] as const
