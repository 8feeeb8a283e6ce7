import { messages } from '#ui/index.ts'

export const useText = messages('drafts', {
  事项草稿: 'Item drafts',
  '起草中的事项。校验没有拦住的，由起草人以外的人公布。':
    'Items being drafted. What no check holds back is published by somebody other than its author.',
  事项: 'Item',
  单位: 'Unit',
  修改: 'Changed',
  修改人: 'By',
  草稿列表: 'List of drafts',
  '没有草稿。': 'There are no drafts.',
  '草稿 {{item}}': 'Draft {{item}}',
  校验结果: 'What the checks found',
  '没有发现问题，可以公布。': 'Nothing was found; it can be published.',
  必须改: 'must be mended',
  请核对: 'please check',
  公布: 'Publish',
  自哪一天起生效: 'In force from',
  '公布后不能修改，只能再公布新版本；在办件按原版本办完。':
    'Once published it is never changed, only followed by a new version; running files keep theirs.',
  '已公布第 {{version}} 版，自 {{from}} 起生效。':
    'Version {{version}} is published, in force from {{from}}.',
  内容: 'Content',
  承诺: 'Promise',
  法定: 'Statutory limit',
  材料: 'Materials',
  环节: 'Steps',
  依据: 'Basis',
  渠道: 'Channels',
  '还有必须改的问题，改好才能公布。': 'What must be mended comes first; then it can be published.',
  影响: 'Impact',
  个工作日: 'working days',
  日: 'calendar days',
  个月: 'months',
  年: 'years',
  个工作小时: 'working hours',
  小时: 'hours',
  '第 {{version}} 版，{{from}} 起：在办 {{open}} 件':
    'version {{version}} from {{from}}: {{open}} open files',
})
