/**
 * Where one can go, in the order of the navigation, each with the permissions of which one is enough. Places of one
 * group stand together under its name.
 */
export const PLACES = [
  { to: '/work', text: '我的工作', group: '办理', permissions: ['files.read'] },
  { to: '/counter', text: '窗口收件', group: '办理', permissions: ['files.handle'] },
  { to: '/files', text: '办件', group: '办理', permissions: ['files.read'] },
  { to: '/kinds', text: '办理方式', group: '办理', permissions: ['kinds.read'] },
  { to: '/licences', text: '证照', group: '办理', permissions: ['files.read'] },
  { to: '/fees', text: '收费', group: '办理', permissions: ['fees.read'] },
  { to: '/hall', text: '大厅', group: '大厅', permissions: ['hall.read'] },
  { to: '/greeter', text: '导办', group: '大厅', permissions: ['hall.serve'] },
  { to: '/enquiries', text: '首问转办', group: '大厅', permissions: ['enquiries.handle'] },
  { to: '/agency', text: '代办', group: '项目与代办', permissions: ['agency.read'] },
  { to: '/projects', text: '项目代办', group: '项目与代办', permissions: ['projects.read'] },
  { to: '/permits', text: '项目手续图', group: '项目与代办', permissions: ['catalogue.read'] },
  { to: '/catalogue', text: '事项草稿', group: '事项', permissions: ['catalogue.read'] },
  { to: '/reform', text: '清理改革', group: '事项', permissions: ['catalogue.read'] },
  { to: '/responsibility', text: '责任', group: '本部门', permissions: ['responsibility.read'] },
  { to: '/inspections', text: '接受检查', group: '本部门', permissions: ['inspections.read'] },
  { to: '/cards', text: '黄红牌', group: '本部门', permissions: ['cards.answer'] },
  { to: '/findings', text: '问题', group: '本部门', permissions: ['findings.read'] },
  { to: '/accountability', text: '问责', group: '本部门', permissions: ['accountability.state'] },
  { to: '/efficiency', text: '本部门效能', group: '本部门', permissions: ['efficiency.read'] },
  { to: '/rectification', text: '问题整改', group: '本部门', permissions: ['rectification.act'] },
  { to: '/rulings', text: '会议决定', group: '本部门', permissions: ['rulings.report'] },
  { to: '/circulars', text: '通报', group: '本部门', permissions: ['circulars.sign'] },
  { to: '/own-cases', text: '个案与提醒', group: '本部门', permissions: ['investigations.answer'] },
  { to: '/registers', text: '制度台账', group: '本部门', permissions: ['registers.use'] },
  { to: '/observing', text: '监督报告', group: '监督', permissions: ['registers.own'] },
] as const
