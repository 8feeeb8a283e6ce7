import { everybody, type Sentence, served, watching } from './sentence.ts'

/** The office itself: its records and systems, its people and posts, its registers. */
export const ofOffice = [
  {
    may: 'logs.read',
    who: watching,
    zh: '看日志和流程图（含全部单位）',
    en: 'read logs and process maps, which hold all units',
  },
  {
    may: 'logs.import',
    who: ['supervisor'],
    zh: '导入日志、设定公布流程',
    en: 'import logs and set published paths',
  },
  { may: 'logs.export', who: ['supervisor'], zh: '导出日志', en: 'export logs' },
  {
    may: 'evidence.export',
    who: ['unitHead', ...watching],
    zh: '导出证据包（限本人看得到的卷宗，须说明用途）',
    en: 'export files as evidence bundles, as far as one sees them and with the purpose',
  },
  {
    may: 'events.report',
    who: ['reportingSystem'],
    zh: '部门系统上报办件事件',
    en: "a department's system reports case events",
  },
  {
    may: 'feed.read',
    who: ['supervisor', 'reportingSystem'],
    zh: '读取事件订阅；系统账号须属于整个辖区',
    en: 'read the event feed; a system only when it belongs to no single unit',
  },
  {
    may: 'calendar.write',
    who: ['supervisor', 'systemAdministrator'],
    zh: '录入国务院放假通知',
    en: "load the State Council's holiday notice",
  },
  {
    may: 'units.read',
    who: [...served, ...watching, 'inspector', 'systemAdministrator', 'securityAdministrator'],
    zh: '看单位和岗位',
    en: 'read units and posts',
  },
  {
    may: 'units.write',
    who: ['systemAdministrator'],
    zh: '建立单位和岗位、确定A岗B岗',
    en: 'create units and posts, name holders and backups',
  },
  {
    may: 'posts.away',
    who: served,
    zh: '本人或本单位负责人登记离岗',
    en: 'mark a holder away: himself, or his head of unit',
  },
  {
    may: 'people.read',
    who: everybody,
    zh: '账号显示为姓名和单位',
    en: 'see accounts as names and units',
  },
  {
    may: 'people.find',
    who: [...served, ...watching, 'inspector', 'personnel'],
    zh: '按姓名查找工作人员（单位人员只限本单位）',
    en: 'find staff by name; people of a unit only its own',
  },
  {
    may: 'accounts.read',
    who: ['systemAdministrator', 'securityAdministrator'],
    zh: '看账号列表',
    en: 'read the list of accounts',
  },
  {
    may: 'accounts.create',
    who: ['systemAdministrator'],
    zh: '建立账号（无角色）、停用和恢复',
    en: 'create accounts without roles, suspend and restore them',
  },
  {
    may: 'accounts.grant',
    who: ['securityAdministrator'],
    zh: '授予角色、发放令牌',
    en: 'grant roles and issue tokens',
  },
  {
    may: 'persons.forget',
    who: ['securityAdministrator'],
    zh: '按本人请求删除个人信息（销毁密钥）',
    en: "erase a person's data at his request, by destroying the key",
  },
  {
    may: 'registers.use',
    who: [...served, ...watching],
    zh: '查看和登记制度台账；每一步由谁办由制度规定',
    en: 'read registers and enter into them; who takes which step is what each institution says',
  },
  {
    may: 'registers.draft',
    who: ['unitHead', 'supervisor'],
    zh: '起草制度和试运行',
    en: 'draft an institution and try it on past entries',
  },
  {
    may: 'registers.publish',
    who: ['supervisor', 'leader'],
    zh: '公布制度；不能公布自己起草的',
    en: 'publish an institution; nobody publishes his own draft',
  },
  {
    may: 'own.apply',
    who: ['resident'],
    zh: '申请人办理和查看本人的事',
    en: 'applicants see and do what is their own',
  },
  {
    may: 'registers.watch',
    who: watching,
    zh: '监察人员和领导看各项制度的运行情况',
    en: 'supervision and leaders see how each institution is used',
  },
  {
    may: 'registers.own',
    who: ['resident', 'observer'],
    zh: '申请人、效能监督员和监测点联络人登记并查看本人的记录',
    en: 'applicants, efficiency supervisors and contacts of monitoring points enter and see what is their own',
  },
  { may: 'audit.read', who: ['auditAdministrator'], zh: '看审计记录', en: 'read the audit trail' },
] as const satisfies readonly Sentence[]
