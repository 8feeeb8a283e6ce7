import { defineRefusals } from '#kernel/refusal.ts'

export const refuse = defineRefusals({
  'mining.no-path': {
    status: 404,
    zh: '该日志还没有公布流程，请先上传 YAML 步骤或 BPMN 2.0 流程图',
    en: 'this log has no published path yet; upload YAML steps or a BPMN 2.0 diagram first',
  },
  'mining.nothing-asked': {
    status: 400,
    zh: '请给出 activity，或 from 与 to，或 deviation',
    en: 'give activity, or from and to, or deviation',
  },
})
