/** Where one can go, in the order of the navigation, each with the permissions of which one is enough. */
export const PLACES = [
  { to: '/work', text: '我的工作', permissions: ['files.read'] },
  { to: '/counter', text: '窗口收件', permissions: ['files.handle'] },
  { to: '/enquiries', text: '首问转办', permissions: ['enquiries.handle'] },
  { to: '/files', text: '办件', permissions: ['files.read'] },
  { to: '/responsibility', text: '责任', permissions: ['responsibility.read'] },
  { to: '/kinds', text: '办理方式', permissions: ['kinds.read'] },
  { to: '/licences', text: '证照', permissions: ['files.read'] },
  { to: '/greeter', text: '导办', permissions: ['hall.serve'] },
  { to: '/fees', text: '收费', permissions: ['fees.read'] },
  { to: '/agency', text: '代办', permissions: ['agency.read'] },
  { to: '/projects', text: '项目代办', permissions: ['projects.read'] },
  { to: '/hall', text: '大厅', permissions: ['hall.read'] },
  { to: '/permits', text: '项目手续图', permissions: ['catalogue.read'] },
  { to: '/catalogue', text: '事项草稿', permissions: ['catalogue.read'] },
  { to: '/reform', text: '清理改革', permissions: ['catalogue.read'] },
  { to: '/registers', text: '制度台账', permissions: ['registers.use'] },
] as const
