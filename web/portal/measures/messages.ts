import { messages } from '#ui/index.ts'

export const useText = messages('public-measures', {
  效能问责公开: 'Measures published',
  '受到处理的单位和人员，以及每年的问题和处理对照。人数太少的不显示，以免认出个人。':
    'Who was dealt with, and each year’s findings beside the measures. Small groups are left out, so that nobody is recognised.',
  还没有公布: 'Nothing was published yet',
  '共 {{count}} 件': '{{count}} in all',
  '更正 {{count}} 次': 'corrected {{count}} times',
  '{{year}} 年公开道歉': 'Public apologies of {{year}}',
  '{{year}} 年问题和处理': 'Findings and measures of {{year}}',
  '这一年没有对个人的问题和处理。': 'There was no finding about a person and no measure in that year.',
  身份或者层次: 'Status or rank',
  问题: 'Findings',
  处理: 'Measures',
  '太少，不显示': 'too few to show',
})
