import { type Sentence, served, watching } from './sentence.ts'

/** What follows from what was found: measures, single cases, rectification. */
export const ofAnswering = [
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
    who: [...served, ...watching, 'personnel'],
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
    may: 'investigations.documents',
    who: ['supervisor', 'leader'],
    zh: '打开个案的证据原件，限看得到的个案，说明用途并留痕',
    en: 'open originals of single cases that one sees, saying what for, and it is written down',
  },
  {
    may: 'investigations.decide',
    who: ['leader'],
    zh: '领导决定个案，不能是承办人',
    en: 'leaders decide on single cases, nobody who handled them',
  },
  {
    may: 'investigations.review',
    who: watching,
    zh: '领导或指定的监察人员复核个案申诉，不能是承办人、决定人',
    en: 'leaders, or a supervisor named for it, decide on appeals, nobody who handled or decided the case',
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
] as const satisfies readonly Sentence[]
