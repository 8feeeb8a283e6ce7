import { PLAN_CHANGE } from './grounds.ts'
import { extension, named, rule, say, within } from './rule.ts'

/** 政府督查、重点任务和政府投资项目. */
export const GOVERNMENT_RULES = [
  rule({
    id: 'DC-01',
    trigger: say('收到督查结论', 'finding received'),
    duty: say('督查对象申请复核', 'the inspected body asks for review'),
    limit: within('30D'),
    effect: 'rightLapses',
    citation: '政府督查工作条例 17',
    confidence: 'certain',
  }),
  rule({
    id: 'DC-02',
    trigger: say('收到复核申请', 'review asked for'),
    duty: say('作出复核决定，原督查人员回避', 'decide; those of the first finding stand aside'),
    limit: within('30D'),
    citation: '政府督查工作条例 17',
    confidence: 'certain',
  }),
  rule({
    id: 'DC-03',
    trigger: say('责令整改', 'rectification ordered'),
    duty: say('整改到位', 'it is done'),
    limit: named,
    extension: extension(
      null,
      say('按督查要求', 'as the order says'),
      say('督查机构', 'the inspecting body'),
    ),
    citation: '政府督查工作条例 18、21',
    confidence: 'certain',
    note: say(
      '核查；追责建议须经政府负责人批准',
      'verified; a call for accountability needs the head of government',
    ),
  }),
  rule({
    id: 'DC-04',
    trigger: say('重点任务、项目节点', 'a milestone of a key task or project'),
    duty: say('按计划完成', 'reached as planned'),
    limit: named,
    suspendedBy: PLAN_CHANGE,
    scope: 'local',
    citation: '地方做法',
    confidence: 'likely',
  }),
  rule({
    id: 'XM-01',
    trigger: say(
      '初步设计概算超过可研估算百分之十',
      'the design budget exceeds the estimate by over ten per cent',
    ),
    duty: say('核定前报告，可要求重新报批可研', 'report before approval; a new study may be asked for'),
    limit: named,
    citation: '政府投资条例 12',
    confidence: 'certain',
  }),
  rule({
    id: 'XM-01b',
    trigger: say('建设中确需增加概算', 'the budget must be raised during building'),
    duty: say(
      '支出前提出调整方案和资金来源，报原核定部门',
      'plan and source of money to the approving body before spending',
    ),
    limit: named,
    citation: '政府投资条例 23',
    confidence: 'certain',
  }),
  rule({
    id: 'XM-02',
    trigger: say('政府投资项目开工、建设、竣工', 'start, progress and completion of a project'),
    duty: say('通过在线平台如实报送', 'report on the national platform'),
    limit: named,
    citation: '政府投资条例 27',
    confidence: 'likely',
    note: say('义务确定，按月报送为惯例', 'the duty is certain, the monthly rhythm is practice'),
  }),
  rule({
    id: 'XM-03',
    trigger: say('收到拖欠中小企业账款投诉', 'a complaint about late payment to a small firm'),
    duty: say('转交有权处理的部门', 'forward it'),
    limit: within('10W'),
    citation: '保障中小企业款项支付条例（2025）25',
    confidence: 'certain',
  }),
  rule({
    id: 'XM-04',
    trigger: say('处理部门收到投诉', 'the handling office receives it'),
    duty: say('办结并书面告知投诉人和受理部门', 'settle it and answer both in writing'),
    limit: within('30D'),
    extension: extension(
      '60D',
      say('部门负责人', 'the head of the department'),
      say('投诉人', 'the complainant'),
    ),
    citation: '保障中小企业款项支付条例（2025）25',
    confidence: 'certain',
    note: say('合计最长九十日', 'ninety days in all at most'),
  }),
]
