import { messages } from '#ui/index.ts'

export const useText = messages('delegations', {
  授权到窗口: 'Powers at the window',
  '部门把受理、审查、决定、用章的权力授给窗口岗位；新收的件按授权走，没有授权的人办不了。授权跟岗位走，A岗离岗时归B岗。':
    'Departments give powers to posts at the window; new cases follow the record, and nobody without the power can act. Powers go with the post: while its holder is away they are the backup’s.',
  '收回授权应提前 {{days}} 个工作日书面告知大厅。':
    'The hall is told in writing {{days}} working days before a power is withdrawn.',
  登记授权: 'Delegate',
  '还没有授权记录。只挂号不看病，从没有授权开始。': 'Nothing has been delegated yet.',
  授权记录: 'Delegations',
  事项: 'Item',
  声明: 'Declared',
  充分授权: 'full',
  部分授权: 'in part',
  首席代表: 'Window head',
  权力: 'Powers',
  状态: 'State',
  生效中: 'In force',
  未生效: 'Not in force',
  '{{day}} 起收回：{{reason}}': 'Withdrawn from {{day}}: {{reason}}',
  无人在岗: 'nobody',
  收回: 'Withdraw',
  收回授权: 'Withdraw the delegation',
  从哪天起收回: 'From which day',
  理由: 'Reason',
  '告知大厅的文书（没有告知就留空，会标出来）': 'Paper by which the hall was told (left empty, it is marked)',
  事项编码: 'Code of the item',
  '宣称充分授权（窗口什么都能办）': 'Declared full: the window may do everything',
  首席代表的岗位: 'Post of the window head',
  授权文书: 'Document',
  生效日: 'In force from',
  保存: 'Save',
  '收回前收的件按原授权办完；收回后新收的件回到原岗位。':
    'What was received before is finished under it; what comes afterwards goes to the desks that the item names.',
})
