import type { Bilingual } from '#kernel/refusal.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type Calendar } from '../calendar/index.ts'
import { parseLimit } from '../clocks/index.ts'
import type { Clock, Institution } from './definition.ts'
import { isAsSaid, tryExample } from './example.ts'
import { namesIn } from './names-in.ts'

/** One thing that keeps a definition from being published, and where it stands (`steps.accept`). */
export interface Fault extends Bilingual {
  readonly at: string
}

/**
 * Everything that is wrong with a definition, before anybody can lose work to it: names that nothing bears, states that
 * nobody reaches or leaves, limits nobody can read, people who would check themselves, examples that come out otherwise.
 */
export async function checkDefinition(institution: Institution, calendar: Calendar): Promise<Fault[]> {
  const faults = [
    ...doubles(institution),
    ...wrongFields(institution),
    ...wrongSteps(institution),
    ...deadEnds(institution),
    ...wrongClocks(institution),
    ...wrongConditions(institution),
    ...wrongNotices(institution),
    ...wrongFindings(institution),
  ]
  return faults.length > 0 ? faults : wrongExamples(institution, calendar)
}

const fault = (at: string, zh: string, en: string): Fault => ({ at, zh, en })

function doubles(institution: Institution): Fault[] {
  const { fields, states, steps, clocks, flags, measures } = institution
  return Object.entries({ fields, states, steps, clocks, flags, measures }).flatMap(([part, all]) => {
    const codes = all.map(({ code }) => code)
    return codes
      .filter((code, at) => codes.indexOf(code) !== at)
      .map((code) => fault(`${part}.${code}`, `代码“${code}”重复`, `The code "${code}" stands twice`))
  })
}

function wrongFields({ fields, named, owner }: Institution): Fault[] {
  const known = new Set(fields.map(({ code }) => code))
  const faults = fields.flatMap(({ code, kind, choices = [], of, title }) => {
    if ((kind === 'choice' || kind === 'choices') && choices.length === 0)
      return [fault(`fields.${code}`, `“${title.zh}”没有可选项`, `"${title.en}" has nothing to choose from`)]
    if (kind === 'entry' && of === undefined)
      return [
        fault(
          `fields.${code}`,
          `“${title.zh}”没有说指向哪个台账`,
          `"${title.en}" does not say which register it points to`,
        ),
      ]
    return code === 'id' ? [fault('fields.id', '“id”是保留代码', '"id" is a reserved code')] : []
  })
  if (!known.has(named)) faults.push(fault('named', `没有字段“${named}”`, `There is no field "${named}"`))
  if (owner !== 'opener' && fields.find(({ code }) => code === owner.field)?.kind !== 'unit')
    faults.push(
      fault('owner', '负责单位须取自一个“单位”字段', 'The owner has to come from a field of the kind "unit"'),
    )
  return faults
}

function wrongSteps({ steps, states, fields }: Institution): Fault[] {
  const known = {
    states: new Set(states.map(({ code }) => code)),
    steps: new Set(steps.map(({ code }) => code)),
    fields: new Set(fields.map(({ code }) => code)),
  }
  return steps.flatMap(({ code, title, from, to, notBy = [], asks, by }, at) => {
    const unknown = [
      ...[...from, to].filter((one) => !known.states.has(one)),
      ...notBy.filter((one) => !known.steps.has(one)),
      ...asks.map(({ field }) => field).filter((one) => !known.fields.has(one)),
      ...by.flatMap((who) =>
        typeof who === 'object' && 'field' in who && !known.fields.has(who.field) ? [who.field] : [],
      ),
    ].map((one) =>
      fault(
        `steps.${code}`,
        `“${title.zh}”用到不存在的“${one}”`,
        `"${title.en}" uses "${one}", which does not exist`,
      ),
    )
    if ((at === 0) !== (from.length === 0))
      unknown.push(
        fault(
          `steps.${code}`,
          '第一步登记，其余各步须有前一状态',
          'The first step opens an entry; every other one needs a state before it',
        ),
      )
    return unknown
  })
}

/** Every state can be reached, and every one that is not the end can be left. */
function deadEnds({ states, steps, clocks }: Institution): Fault[] {
  const reached = new Set<string>(steps[0] ? [steps[0].to] : [])
  for (let before = -1; before < reached.size;) {
    before = reached.size
    for (const { from, to } of steps) if (from.some((state) => reached.has(state))) reached.add(to)
    for (const { leadsTo } of clocks) if (leadsTo !== undefined) reached.add(leadsTo)
  }
  return states.flatMap(({ code, title, over }) => {
    if (!reached.has(code))
      return [fault(`states.${code}`, `没有步骤到达“${title.zh}”`, `No step leads to "${title.en}"`)]
    const left = steps.some(({ from }) => from.includes(code))
    return over === true || left
      ? []
      : [
          fault(
            `states.${code}`,
            `“${title.zh}”既不是终点，也没有下一步`,
            `"${title.en}" is not an end and has no step out of it`,
          ),
        ]
  })
}

function wrongClocks({ clocks, steps, fields, states }: Institution): Fault[] {
  const known = new Set(steps.map(({ code }) => code))
  return clocks.flatMap((clock) => {
    const { code, title, starts, stops } = clock
    const faults = [starts, ...stops]
      .filter((step) => !known.has(step))
      .map((step) =>
        fault(
          `clocks.${code}`,
          `“${title.zh}”用到不存在的步骤“${step}”`,
          `"${title.en}" uses the step "${step}", which does not exist`,
        ),
      )
    if (clock.leadsTo !== undefined && !states.some((state) => state.code === clock.leadsTo))
      faults.push(...unknown(`clocks.${code}`, [clock.leadsTo]))
    const day = dayOfLimit(clock)
    if (day !== undefined && fields.find((field) => field.code === day)?.kind !== 'day')
      faults.push(
        fault(`clocks.${code}`, `“${day}”不是日期字段`, `"${day}" is not a field of the kind "day"`),
      )
    if (!isReadable(clock))
      faults.push(
        fault(
          `clocks.${code}`,
          `“${title.zh}”的时限写法不对，例：5W、30D、6M`,
          `The limit of "${title.en}" cannot be read; write it like 5W, 30D or 6M`,
        ),
      )
    return faults
  })
}

const dayOfLimit = ({ limit }: Clock): string | undefined =>
  typeof limit === 'string' ? undefined : 'until' in limit ? limit.until : limit.from

function isReadable({ limit }: Clock): boolean {
  const text = typeof limit === 'string' ? limit : 'until' in limit ? '0D' : limit.limit
  try {
    return parseLimit(text).length >= 0
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}

/** Fields and steps that conditions name. Those of other institutions are known only when they are looked at. */
function wrongConditions({ fields, steps, clocks, flags, measures, findings = [] }: Institution): Fault[] {
  const known = {
    field: new Set(['id', ...fields.map(({ code }) => code)]),
    step: new Set(steps.map(({ code }) => code)),
    clock: new Set(clocks.map(({ code }) => code)),
  }
  const conditions = [
    ...steps.flatMap(({ code, demands = [] }) =>
      demands.map(({ holds }) => ({ at: `steps.${code}`, of: holds })),
    ),
    ...flags.map(({ code, when }) => ({ at: `flags.${code}`, of: when })),
    ...findings.map(({ when = true }) => ({ at: 'findings', of: when })),
    ...measures.flatMap(({ code, of, value, over }) =>
      [of, value, over?.day ?? null].map((one) => ({ at: `measures.${code}`, of: one })),
    ),
  ]
  return conditions.flatMap(({ at, of }) =>
    namesIn(of)
      .filter(({ kind, name }) => !known[kind].has(name))
      .map(({ name }) =>
        fault(at, `条件用到不存在的“${name}”`, `A condition uses "${name}", which does not exist`),
      ),
  )
}

const unknown = (at: string, names: readonly string[]): Fault[] =>
  names.map((name) => fault(at, `用到不存在的“${name}”`, `It uses "${name}", which does not exist`))

function wrongFindings({ findings = [], steps, fields }: Institution): Fault[] {
  const known = new Set(fields.map(({ code }) => code))
  return findings.flatMap(({ on, unit, fact, account, badge, matter, happenedOn, conduct, severity }) => {
    const named = [conduct, severity].flatMap((one) => (typeof one === 'string' ? [] : [one.field]))
    const used = [unit, fact, ...[account, badge, matter, happenedOn].flatMap((one) => one ?? []), ...named]
    const strange = used.filter((code) => !known.has(code))
    return unknown('findings', steps.some(({ code }) => code === on) ? strange : [on, ...strange])
  })
}

function wrongNotices({ notices, steps, fields, visibility, states }: Institution): Fault[] {
  const told = notices.flatMap(({ on, to }) => {
    const fits =
      steps.some(({ code }) => code === on) &&
      fields.some(({ code, kind }) => code === to && kind === 'person')
    return fits
      ? []
      : [
          fault(
            `notices.${on}`,
            '通知须在某一步之后发给一个“人员”字段',
            'A notice follows a step and goes to a field of the kind "person"',
          ),
        ]
  })
  const shown = visibility.public ?? { states: [], fields: [] }
  const strange = [
    ...shown.states.filter((code) => !states.some((one) => one.code === code)),
    ...(visibility.sealed ?? []).filter((code) => !states.some((one) => one.code === code)),
    ...shown.fields.filter((code) => !fields.some((one) => one.code === code)),
  ].map((code) =>
    fault(
      'visibility',
      `公开范围用到不存在的“${code}”`,
      `What is public names "${code}", which does not exist`,
    ),
  )
  const persons = fields.filter(({ code, kind }) => kind === 'person' && shown.fields.includes(code))
  return [
    ...told,
    ...strange,
    ...persons.map(({ title }) =>
      fault(
        'visibility',
        `“${title.zh}”是个人信息，不能公开`,
        `"${title.en}" is personal and cannot be public`,
      ),
    ),
  ]
}

async function wrongExamples(institution: Institution, calendar: Calendar): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const [at, example] of institution.examples.entries()) {
    const outcome = await tryExample(institution, example, calendar)
    if (isAsSaid(example, outcome)) continue
    const came = outcome.refused ?? (outcome.flagged.join('、') || '—')
    faults.push(
      fault(
        `examples.${at + 1}`,
        `示例“${example.title.zh}”的结果与所说不同：${came}`,
        `The example "${example.title.en}" comes out otherwise: ${came}`,
      ),
    )
  }
  return faults
}
