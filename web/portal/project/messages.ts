import { messages } from '#ui/index.ts'

export const useText = messages('portal-project', {
  项目审批代办: 'My project',
  '政府代理员替企业跑手续，每周报告一次，不收费。':
    'A named official sees to the permits of your project and reports each week, for nothing.',
  项目编号: 'Project number',
  查询码: 'Code',
  查看: 'Show',
  '代理员 {{name}}': 'Agent: {{name}}',
  '授权至 {{day}}': 'authority until {{day}}',
  还没有代理员: 'No agent has been named yet',
  '周报应在 {{day}} 前发出，现在已晚。可以拨打 12345 反映。':
    'The report was due by {{day}} and is late. You may call 12345.',
})
