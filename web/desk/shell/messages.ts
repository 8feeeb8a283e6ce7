import { messages } from '#ui/index.ts'

export const useText = messages('desk-shell', {
  效能工作台: 'Xiaoneng Desk',
  工作台: 'Desk',
  '收件、受理、办理、决定、送达': 'Receive, accept, handle, decide, deliver',
  我的工作: 'My work',
  窗口收件: 'Counter',
  办件: 'Files',
  首问转办: 'Questions',
  责任: 'Responsibility',
  办理方式: 'Handling',
  证照: 'Licences',
  收费: 'Fees',
  代办: 'Agency',
  项目代办: 'Projects',
  大厅: 'Hall',
  导办: 'Greeter',
  项目手续图: 'Formalities',
  事项草稿: 'Item drafts',
  清理改革: 'Reform',
  本部门效能: 'Our efficiency',
  制度台账: 'Registers',
  按编号找办件: 'Find a file by number',
  '工作台供窗口和承办人员使用，您的角色在这里没有要办的事。':
    'The desk is for clerks and officers; there is nothing to do here in your role.',
  到监察页面: 'To the watch',
})
