import type { Bilingual } from '#kernel/refusal.ts'
import { END, type Path, type PathFault, type PathFinding, START } from './path.ts'

/** 行政许可法第四十二条第二款: forty-five working days, which the government of the same level may extend by fifteen. */
export const LAW_LIMIT = '45W'

type Said = Readonly<Record<string, string | Bilingual>>

const SENTENCES: Readonly<Record<PathFault, { readonly text: Bilingual; readonly todo: Bilingual }>> = {
  'dead-end': {
    text: {
      zh: '“{step}”之后没有去处，办到这里就停住了',
      en: 'Nothing follows "{step}": a case would stop there',
    },
    todo: { zh: '请从它连到下一环节或结束', en: 'Lead it on to a step or to the end' },
  },
  unreachable: {
    text: { zh: '从开始走不到“{step}”', en: '"{step}" cannot be reached from the start' },
    todo: { zh: '请把它接入流程，或者删去', en: 'Connect it, or take it out' },
  },
  circular: {
    text: {
      zh: '互为前置，谁也不能先办：{circle}',
      en: 'Each waits for the other and none can begin: {circle}',
    },
    todo: { zh: '请取消其中一个前置条件', en: 'Take one of the prerequisites out' },
  },
  'unknown-flow': {
    text: { zh: '连线“{from} → {to}”的一端不存在', en: 'An end of the arrow "{from} → {to}" does not exist' },
    todo: { zh: '请删去这条连线或补上环节', en: 'Delete the arrow, or add what it leads to' },
  },
  'unknown-need': {
    text: {
      zh: '“{step}”要等的“{need}”不在流程中',
      en: '"{step}" waits for "{need}", which is not on the path',
    },
    todo: { zh: '请改为流程中的环节', en: 'Name a step of this path' },
  },
  gate: {
    text: {
      zh: '“{step}”的连线不对：环节一进一出，并行开始一进多出，汇合多进一出',
      en: 'The arrows of "{step}" are wrong: a step has one in and one out, a fork one in and several out, a join several in and one out',
    },
    todo: { zh: '请用并行开始和汇合来分开、合并', en: 'Use a fork and a join to part and to meet' },
  },
  nested: {
    text: {
      zh: '“{step}”的各分支没有汇合到同一处，或者并行里又套并行',
      en: 'The branches at "{step}" do not meet in one join, or one fork stands inside another',
    },
    todo: {
      zh: '请让每个并行开始的分支都汇合到同一个汇合',
      en: 'Let all branches of a fork meet in one join',
    },
  },
  'no-post': {
    text: { zh: '“{step}”没有岗位', en: '"{step}" has no post' },
    todo: { zh: '请写明由哪个岗位办理', en: 'Say which post takes it' },
  },
  'no-power': {
    text: { zh: '“{step}”没有写明行使什么权限', en: '"{step}" does not say which power is used' },
    todo: {
      zh: '请选择受理、审查、出具意见、决定或送达',
      en: 'Choose accept, review, opinion, decide or deliver',
    },
  },
  'no-clock': {
    text: { zh: '“{step}”没有时限', en: '"{step}" has no limit' },
    todo: { zh: '请写明几个工作日；即办填 0', en: 'Say how many working days; 0 is on the spot' },
  },
  'mixed-units': {
    text: { zh: '共同时限要用工作日', en: 'The common limit is counted in working days' },
    todo: { zh: '请改为工作日（行政许可法第八十二条）', en: 'Use working days (行政许可法 art. 82)' },
  },
  'beyond-joint-limit': {
    text: {
      zh: '分支“{steps}”要 {days} 个工作日，超过共同时限 {limit}',
      en: 'The branch "{steps}" takes {days} working days, more than the common limit of {limit}',
    },
    todo: {
      zh: '请压缩环节或调整共同时限',
      en: 'Shorten its steps or the waiting, or correct the common limit',
    },
  },
  'joint-beyond-law': {
    text: {
      zh: '共同时限 {limit} 超过法定的 45 个工作日（行政许可法第四十二条）',
      en: 'The common limit of {limit} is longer than the 45 working days of the law (行政许可法 art. 42)',
    },
    todo: { zh: '请改为不超过 45 个工作日', en: 'Make it 45 working days at most' },
  },
  'joint-without-branches': {
    text: {
      zh: '联合审批要有一处并行：一个并行开始和一个汇合',
      en: 'Joint approval needs one place where branches run side by side: one fork and one join',
    },
    todo: {
      zh: '请加入并行开始和汇合，或者取消联合审批',
      en: 'Add a fork and a join, or take joint approval off',
    },
  },
  'no-lead': {
    text: { zh: '联合审批没有牵头部门', en: 'Joint approval has no lead department' },
    todo: { zh: '请选择牵头部门', en: 'Choose the department that leads' },
  },
  'one-person-twice': {
    text: {
      zh: '“{post}”既办“{step}”又作决定，一人占两个角色',
      en: '"{post}" takes "{step}" and decides: one person in two roles',
    },
    todo: { zh: '请把审查和决定分给两个岗位', en: 'Give examining and deciding to two posts' },
  },
  'third-signature': {
    text: {
      zh: '一审一核只有审查、核准两个签字，现在是 {count} 个',
      en: 'One examiner and one approver make two signatures; there are {count}',
    },
    todo: { zh: '请只留一个审查环节和一个决定环节', en: 'Leave one step that examines and one that decides' },
  },
  'long-branch': {
    text: { zh: '并行分支有多个环节：{steps}', en: 'A branch has several steps: {steps}' },
    todo: {
      zh: '请设为联合审批，或者每个分支只留一个环节',
      en: 'Make it joint approval, or leave one step in each branch',
    },
  },
}

const NAMED: Readonly<Record<string, string>> = { [START]: '开始', [END]: '结束' }

/** Names of steps as they are drawn; a gate is called by what it does. */
export function namer({ steps, gates }: Path): (id: string) => string {
  const names = new Map([
    ...steps.map(({ id, name }) => [id, name.zh || id] as const),
    ...gates.map(({ id, kind }) => [id, `${kind === 'fork' ? '并行开始' : '汇合'} ${id}`] as const),
  ])
  return (id) => names.get(id) ?? NAMED[id] ?? id
}

export function finding(fault: PathFault, at: readonly string[], said: Said): PathFinding {
  const { text, todo } = SENTENCES[fault]
  return {
    fault,
    level: 'blocking',
    at,
    text: { zh: filled(text.zh, said, 'zh'), en: filled(text.en, said, 'en') },
    todo,
  }
}

const filled = (sentence: string, said: Said, language: keyof Bilingual): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = said[key]
    if (value === undefined) return whole
    return typeof value === 'string' ? value : value[language] || value.zh
  })
