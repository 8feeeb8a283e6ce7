import type { Reach } from '#kernel/sql.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import type { Role } from './contract.ts'

interface Sentence extends Bilingual {
  readonly may: string
  readonly who: readonly (Role | 'resident')[]
}

const served = ['officer', 'unitHead'] as const satisfies readonly Role[]
const watching = ['supervisor', 'leader'] as const satisfies readonly Role[]

/**
 * Who may do what, as sentences. How far it reaches is decided by `reachOf` and held by the database: officers and
 * heads of units see their own unit, supervision and leaders the whole jurisdiction, administrators no case at all.
 */
export const policy = [
  {
    may: 'cases.read',
    who: [...served, ...watching],
    zh: '承办人员看本单位办件，监察人员和领导看全部',
    en: "read cases: staff their own unit's, supervision and leaders all",
  },
  {
    may: 'cards.read',
    who: [...served, ...watching],
    zh: '看黄红牌，范围同办件',
    en: 'read cards, as far as cases',
  },
  { may: 'cards.answer', who: served, zh: '被监察单位说明或申辩', en: 'the supervised unit answers a card' },
  {
    may: 'cards.judge',
    who: ['supervisor'],
    zh: '监察人员认定或撤销黄红牌',
    en: 'supervision judges and withdraws cards',
  },
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
    may: 'conference.read',
    who: watching,
    zh: '看行政监督联席会议',
    en: 'read joint conferences',
  },
  {
    may: 'conference.hold',
    who: ['supervisor'],
    zh: '召集联席会议、记录决定、确认落实',
    en: 'call joint conferences, record their rulings and confirm what was carried out',
  },
  {
    may: 'rulings.read',
    who: [...served, ...watching],
    zh: '看联席会议对本单位的决定；监察和领导看全部',
    en: 'read what joint conferences ruled: units their own, supervision and leaders all',
  },
  {
    may: 'rulings.report',
    who: served,
    zh: '报告本单位承办的会议决定落实情况',
    en: 'report on rulings that their unit carries out',
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
    may: 'rules.read',
    who: [...served, ...watching],
    zh: '看监察规则：被监察者有权知道规则',
    en: 'read the rules: the supervised may know them',
  },
  {
    may: 'risks.read',
    who: ['supervisor'],
    zh: '看异常操作和受益集中度（密）',
    en: 'read unusual acts and who benefits (sealed)',
  },
  {
    may: 'rules.draft',
    who: ['supervisor'],
    zh: '起草、试算、停用监察规则',
    en: 'draft, try and withdraw rules',
  },
  {
    may: 'rules.approve',
    who: watching,
    zh: '批准监察规则（不是起草人）',
    en: 'approve rules, never as their drafter',
  },
  {
    may: 'rules.replay',
    who: ['supervisor'],
    zh: '用其他数值试算规则',
    en: 'replay rules with other numbers',
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
    may: 'files.read',
    who: [...served, 'leader'],
    zh: '看在平台办理的办件：本单位承办、收件或参与的；领导看全部',
    en: "read files handled here: their unit's own, received or shared; leaders all",
  },
  {
    may: 'joint.read',
    who: [...served, ...watching],
    zh: '看联合审批：参加部门看自己的分支，牵头部门看整件，监察人员和领导看全部',
    en: 'read joint handling: a department its own branch, the lead the whole case, supervision and leaders all',
  },
  {
    may: 'joint.rule',
    who: ['unitHead', 'leader'],
    zh: '牵头部门负责人或者分管领导裁定不一致的意见',
    en: 'the head of the lead department, or a leader, rules on opinions that conflict',
  },
  {
    may: 'files.handle',
    who: served,
    zh: '收件、受理、办理、决定、送达，限本岗位',
    en: 'receive, accept, handle, decide and deliver, each at their own post',
  },
  {
    may: 'files.extend',
    who: ['leader'],
    zh: '批准或不批准延期（承办单位以上）',
    en: 'grant or refuse extensions, above the handling unit',
  },
  {
    may: 'responsibility.read',
    who: [...served, ...watching],
    zh: '看移交、领导过问和没有音讯的办件：本单位的，监察和领导看全部',
    en: 'read transfers, involvements of leaders and silent cases: of the own unit, supervision and leaders all',
  },
  {
    may: 'transfers.rule',
    who: ['leader'],
    zh: '协调机构裁定移交争议（承办单位以上）',
    en: 'rule on transfers between units, above them',
  },
  {
    may: 'interventions.record',
    who: [...served, 'leader'],
    zh: '登记领导过问和答复',
    en: 'enter that a leader was involved, and the answer',
  },
  {
    may: 'kinds.read',
    who: [...served, ...watching],
    zh: '看当场办结、急件、告知承诺、裁量和责任台账，范围同办件',
    en: 'read the lists of the kinds of handling and of liability, as far as cases',
  },
  {
    may: 'urgency.audit',
    who: ['supervisor'],
    zh: '监察人员逐件核查急件',
    en: 'supervision looks at every flag of the express lane',
  },
  {
    may: 'readings.review',
    who: watching,
    zh: '法制机构（监察、领导账号）复核解释性不予',
    en: 'the legal office, with an account of supervision or of a leader, looks at refusals by interpretation',
  },
  {
    may: 'liability.inquire',
    who: ['supervisor'],
    zh: '监察人员追究默认、超时的部门内部责任人',
    en: 'supervision looks for the person who answers for a default or a delay',
  },
  {
    may: 'catalogue.read',
    who: [...served, ...watching],
    zh: '看事项草稿、校验结果和各版本在办件数',
    en: 'read drafts of items, what the checks find, and the open cases of each version',
  },
  {
    may: 'catalogue.draft',
    who: ['unitHead'],
    zh: '单位负责人起草本单位的事项',
    en: 'the head of a unit drafts its items',
  },
  {
    may: 'permits.draw',
    who: ['unitHead', 'supervisor'],
    zh: '单位负责人和监察人员绘制项目全流程手续图',
    en: 'heads of units and supervision draw the map of a project’s formalities',
  },
  {
    may: 'catalogue.publish',
    who: ['supervisor'],
    zh: '公布、暂停、恢复、取消事项；不能公布自己起草的',
    en: 'publish, suspend, resume and cancel items; nobody publishes his own draft',
  },
  {
    may: 'catalogue.import',
    who: ['supervisor'],
    zh: '导入事项清单为草稿',
    en: 'import lists of items as drafts',
  },
  {
    may: 'hall.read',
    who: [...served, ...watching, 'systemAdministrator'],
    zh: '看大厅值班表和窗口在岗时间',
    en: 'read the duty calendar of the hall and how long counters were staffed',
  },
  {
    may: 'hall.arrange',
    who: ['systemAdministrator', 'unitHead'],
    zh: '系统管理员登记大厅；大厅管理单位的负责人安排窗口、工作牌和值班',
    en: 'the system administrator registers halls; the head of the unit that runs one arranges counters, badges and duty',
  },
  {
    may: 'hall.serve',
    who: served,
    zh: '凭本人工作牌上岗、离岗，开放或暂停窗口',
    en: 'sign on and off with the own badge, open and pause the counter',
  },
  {
    may: 'fees.read',
    who: [...served, ...watching],
    zh: '看收费目录草稿、票据和收费问题，范围同办件',
    en: 'read drafts of fees, receipts and what is wrong with them, as far as cases',
  },
  {
    may: 'fees.tell',
    who: served,
    zh: '上报本单位的收费票据',
    en: "tell of the unit's receipts",
  },
  {
    may: 'fees.propose',
    who: ['unitHead'],
    zh: '单位负责人起草本单位的收费和减免',
    en: 'the head of a unit drafts its fees and reductions',
  },
  {
    may: 'fees.publish',
    who: ['supervisor'],
    zh: '公布或退回收费草稿；不能公布自己起草的',
    en: 'publish or return what was drafted about fees; nobody publishes his own draft',
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
    may: 'agency.read',
    who: [...served, ...watching],
    zh: '看代办件和代办统计，范围同办件',
    en: 'read agencies and their figures, as far as cases',
  },
  {
    may: 'agency.act',
    who: served,
    zh: '代办员受托代办、交接、送交；镇便民服务中心签收和收件',
    en: 'agents take on matters, hand over and deliver; service centres confirm and file',
  },
  {
    may: 'agency.arrange',
    who: ['unitHead'],
    zh: '大厅、镇便民服务中心负责人确定代办员',
    en: 'heads of halls and service centres name agents',
  },
  {
    may: 'enquiries.read',
    who: [...served, ...watching],
    zh: '看首问登记和转办单：本单位经手的，监察和领导看全部',
    en: 'read enquiries and referral slips: of the own unit, supervision and leaders all',
  },
  {
    may: 'enquiries.handle',
    who: served,
    zh: '首问登记、答复、转办、确认到达',
    en: 'enter what one is asked, answer it, refer it, and confirm who arrived',
  },
  {
    may: 'delegations.write',
    who: ['unitHead'],
    zh: '部门负责人授权到窗口和收回授权',
    en: 'the head of a department delegates to the window, and withdraws',
  },
  {
    may: 'projects.read',
    who: [...served, ...watching],
    zh: '看投资项目的手续和卡点：有手续的单位、代理员单位、监察和领导',
    en: 'read files of projects: the units of their permits, their agents, supervision and leaders',
  },
  {
    may: 'projects.open',
    who: ['leader'],
    zh: '项目立卷、授权代理员',
    en: 'open files of projects and give agents their authority',
  },
  {
    may: 'projects.act',
    who: served,
    zh: '代理员排日期、报卡点、发周报，限本人代理的项目',
    en: 'agents plan, note blockers and report, each for his own project',
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
  {
    may: 'efficiency.read',
    who: ['unitHead', ...watching],
    zh: '看效能指标：单位负责人看本单位，监察人员和领导看全部',
    en: 'read the figures of efficiency: heads of units their own, supervision and leaders all',
  },
  {
    may: 'efficiency.set',
    who: ['supervisor'],
    zh: '设定指标的数值和目标，从今天或以后起算',
    en: 'set the numbers and targets of the figures, from today or later on',
  },
  {
    may: 'findings.read',
    who: [...served, ...watching],
    zh: '看问题发现、指导意见：单位看本单位已公开的，监察和领导看全部',
    en: 'read findings and guidance: units their own once released, supervision and leaders all',
  },
  {
    may: 'findings.answer',
    who: served,
    zh: '被监督单位说明、申请复核、回复指导意见',
    en: 'the supervised unit answers findings, asks for review and replies to guidance',
  },
  {
    may: 'findings.open',
    who: ['supervisor'],
    zh: '登记问题、提出指导意见',
    en: 'open findings and give guidance',
  },
  {
    may: 'findings.dispose',
    who: ['supervisor'],
    zh: '申报后承办、公开、处置、撤销问题，复核他人的处置；不能办本单位和应当回避的',
    en: 'handle, release, dispose of and withdraw findings after declaring, review those of others; never of the own unit',
  },
  {
    may: 'findings.shares',
    who: watching,
    zh: '看各监督人员的处置情况和宽纵迹象',
    en: 'see what each supervisor’s findings led to, and whom he spares',
  },
  {
    may: 'badges.talks',
    who: ['unitHead', ...watching],
    zh: '看态度问题应谈话的工作牌',
    en: 'see badges whose holders are owed a talk',
  },
  {
    may: 'badges.talk',
    who: ['unitHead'],
    zh: '单位负责人登记谈话',
    en: 'the head of the unit enters that the talk was held',
  },
  {
    may: 'reports.read',
    who: ['supervisor'],
    zh: '办理受保护的举报；与被举报单位有关系的、其上下级都看不到',
    en: 'handle protected reports; nobody of the reported unit or its line, or with a relation to it, sees them',
  },
  {
    may: 'recusals.read',
    who: watching,
    zh: '看回避申报：监督人员看本人，领导看全部',
    en: 'read recusals: supervisors their own, leaders all',
  },
  {
    may: 'recusals.declare',
    who: ['supervisor'],
    zh: '申报本人的关系',
    en: 'declare own relations',
  },
  {
    may: 'recusals.record',
    who: ['leader'],
    zh: '登记监督人员的任职经历和查实的关系',
    en: 'record where supervisors served and relations that were found',
  },
  {
    may: 'circulars.read',
    who: [...served, ...watching],
    zh: '看通报：单位看发给本单位的，监察和领导看全部',
    en: 'read circulars: units those addressed to them, supervision and leaders all',
  },
  { may: 'circulars.draft', who: ['supervisor'], zh: '监察人员起草通报', en: 'supervision drafts circulars' },
  {
    may: 'circulars.approve',
    who: ['leader'],
    zh: '领导审批、印发、撤回通报，改变公开层级',
    en: 'leaders approve, issue and withdraw circulars and change how far they are told',
  },
  {
    may: 'circulars.sign',
    who: served,
    zh: '收文单位签收通报',
    en: 'the units addressed sign for a circular',
  },
  {
    may: 'accountability.read',
    who: [...served, ...watching, 'personnel'],
    zh: '看问责案卷：当事人看自己的，监察和组织人事看全部，领导看已决定的',
    en: 'read files on measures: the subject his own, supervision and personnel all, leaders what is decided',
  },
  {
    may: 'accountability.propose',
    who: ['supervisor'],
    zh: '监察人员提出处理、告知、送达、验收、公布',
    en: 'supervision proposes measures, tells, serves, verifies and publishes',
  },
  {
    may: 'accountability.decide',
    who: [...watching, 'personnel'],
    zh: '有权机关的人员决定处理和申诉；不能决定自己提出的',
    en: 'people of the competent body decide measures and appeals, nobody what he proposed himself',
  },
  {
    may: 'accountability.state',
    who: served,
    zh: '当事人（单位）陈述申辩、答复、申诉',
    en: 'the subject states its case, replies and appeals',
  },
  {
    may: 'accountability.personnel',
    who: ['personnel'],
    zh: '组织人事部门签收处理决定、回告结果',
    en: 'the personnel body receives decisions and returns what came of them',
  },
  {
    may: 'ladder.change',
    who: watching,
    zh: '起草和批准问责阶梯；不能批准自己起草的',
    en: 'draft and approve the ladder of measures, nobody his own draft',
  },
  {
    may: 'contactCards.manage',
    who: ['supervisor'],
    zh: '发放、查收和处理效能监督卡',
    en: 'hand out supervision cards, and handle those that come back',
  },
  {
    may: 'inspections.read',
    who: [...served, ...watching, 'inspector'],
    zh: '看检查：组员看本组的，监察和领导看已公开的，单位看对本单位已公开的',
    en: 'read inspections: a team its own, supervision and leaders what is not sealed, units what concerns them and is not sealed',
  },
  {
    may: 'inspections.plan',
    who: ['supervisor', 'inspector'],
    zh: '拟定检查、封存和抽取名单、提交报告，限本组',
    en: 'plan inspections, commit and draw lots, and report, each for the own team',
  },
  {
    may: 'inspections.visit',
    who: ['supervisor', 'inspector'],
    zh: '现场检查、取证、交情况单，限指派给本人的',
    en: 'visit, take evidence and hand in findings, each where he was sent',
  },
  {
    may: 'inspections.evidence',
    who: ['supervisor', 'leader', 'inspector'],
    zh: '看检查证据，说明用途并留痕',
    en: 'open evidence of inspections, saying what for, and it is written down',
  },
  {
    may: 'inspections.arrange',
    who: ['supervisor'],
    zh: '管理检查人员库、抽样框和数值设定',
    en: 'keep the pool of inspectors, the sampling frame and the numbers',
  },
  {
    may: 'inspections.figures',
    who: watching,
    zh: '看检查覆盖面、没有查到的推算和没有下文的问题，上报年度情况',
    en: 'read coverage, the estimated rest and dropped findings, and report on a year',
  },
  {
    may: 'investigations.read',
    who: watching,
    zh: '看个案查办；密封的只有承办人员能看',
    en: 'read single cases; sealed ones only those who are on them',
  },
  {
    may: 'investigations.enter',
    who: watching,
    zh: '登记个案线索',
    en: 'enter leads of single cases',
  },
  {
    may: 'investigations.act',
    who: ['supervisor'],
    zh: '监察人员承办个案，限本人承办的',
    en: 'supervision handles single cases, each those he is on',
  },
  {
    may: 'investigations.decide',
    who: ['leader'],
    zh: '领导决定个案和申诉，不能是承办人',
    en: 'leaders decide on single cases and on appeals, nobody who handled them',
  },
  {
    may: 'investigations.answer',
    who: ['unitHead'],
    zh: '被查单位负责人看告知的个案并答复',
    en: 'the head of the unit in question reads what it was told of, and answers',
  },
  {
    may: 'investigations.offices',
    who: ['leader'],
    zh: '领导确定监察机构的层级',
    en: 'leaders say of which level an office of supervision is',
  },
  {
    may: 'typical.read',
    who: [...served, ...watching],
    zh: '看典型个案通报：单位看发到本单位的',
    en: 'read circulars on typical cases: units those that reach them',
  },
  {
    may: 'typical.change',
    who: ['unitHead'],
    zh: '单位负责人对照典型个案说明本单位改什么',
    en: 'the head of a unit says what it changes after a typical case',
  },
  {
    may: 'talks.read',
    who: ['unitHead', ...watching],
    zh: '看小节累计和提醒谈话：单位负责人看本单位的',
    en: 'read small findings added up and reminder talks: heads of units their own',
  },
  {
    may: 'talks.hold',
    who: ['unitHead', 'supervisor'],
    zh: '单位负责人和监察人员进行提醒谈话，不能对本人',
    en: 'heads of units and supervision hold reminder talks, nobody with himself',
  },
  {
    may: 'rectification.read',
    who: [...served, ...watching],
    zh: '看问题和整改措施：本单位的，监察和领导看全部',
    en: 'read problems and measures: of the own unit, supervision and leaders all',
  },
  {
    may: 'rectification.act',
    who: [...served, 'supervisor'],
    zh: '登记问题（单位限自查）、制定措施、交证明、报请验收、答复反映人',
    en: 'enter problems (a unit those of its self-check), plan measures, prove them, hand them in, reply',
  },
  {
    may: 'rectification.verify',
    who: [...served, 'supervisor'],
    zh: '验收和评定措施：责任人和责任单位以外的人',
    en: 'verify and mark measures: nobody who answers for them, and nobody of the unit',
  },
  {
    may: 'rectification.decide',
    who: watching,
    zh: '诊断、包案、销号、回头看；重症降级由领导签署',
    en: 'say the class, take on, close out, look back; a leader signs when a grave one is lowered',
  },
  {
    may: 'rectification.keep',
    who: ['supervisor'],
    zh: '延期、改表述和分类、结转、抽查、基线、数值、群众意见',
    en: 'extend, reword, carry over, draw checks, take baselines, set numbers, answer readers',
  },
  { may: 'audit.read', who: ['auditAdministrator'], zh: '看审计记录', en: 'read the audit trail' },
] as const satisfies readonly Sentence[]

export type Permission = (typeof policy)[number]['may']

export const administrators = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const

/**
 * Who must say why before an answer is given: whenever a whole log leaves the house by a person's hand. Systems are
 * told why when they get their token.
 */
export const purposes = [
  {
    of: 'exported',
    who: [...served, ...watching],
    zh: '导出整份日志、证据包须说明用途',
    en: 'a whole log or an evidence bundle is exported only with its purpose',
  },
] as const satisfies readonly (Bilingual & { of: string; who: readonly Role[] })[]

export const mustSayWhy = (kind: string, roles: readonly string[]): boolean =>
  purposes.some(({ of, who }) => of === kind && who.some((role) => roles.includes(role)))

interface Holder {
  readonly roles: readonly (Role | 'resident')[]
  readonly unit: string | null
}

/** Everything somebody may do. */
export function permissionsOf({ roles, unit }: Holder): ReadonlySet<string> {
  const sentences: readonly Sentence[] = policy
  const held = sentences.filter(({ who }) => who.some((role) => roles.includes(role))).map(({ may }) => may)
  // The feed is the whole jurisdiction's, so the system of a single unit does not get it.
  const all =
    roles.includes('reportingSystem') && unit !== null ? held.filter((may) => may !== 'feed.read') : held
  return new Set(all)
}

/** How far somebody sees: the one predicate that row-level security holds for every list, search, count and export. */
export function reachOf({ roles, unit }: Holder): Reach {
  if (roles.some((role) => role === 'supervisor' || role === 'leader')) return 'jurisdiction'
  if (roles.includes('reportingSystem')) return unit === null ? 'jurisdiction' : 'unit'
  return unit !== null && roles.some((role) => role === 'officer' || role === 'unitHead') ? 'unit' : 'none'
}
