import { listProblems } from '#modules/rectification/contract.ts'
import {
  FLAG_WORDS,
  SOURCE_WORDS,
  STATE_WORDS,
  STYLE_WORDS,
  TRIAGE_WORDS,
} from '#modules/rectification/terms.ts'
import { Choice, Filters, Loaded, SearchBox, useAnswer, useSaid } from '#ui/index.ts'
import { useAddressAs, useUnits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { ProblemTable } from './ProblemTable.tsx'
import { choicesOf } from './words.ts'

interface Filtered {
  readonly unit?: string
  readonly state?: string
  readonly what?: string
  readonly level?: string
  /** Class of style, and where it came from. */
  readonly kind?: string
  readonly subject?: string
  readonly sort?: string
  readonly search?: string
}

/** The list with its choices in the address; a unit sees its own, supervision all. */
export function Problems({ withUnit = false }: { readonly withUnit?: boolean }) {
  const t = useText()
  const said = useSaid()
  const units = useUnits()
  const [address, change] = useAddressAs<Filtered>()
  const { unit, state, what: flag, level: triage, sort: order, search } = address
  const { kind: category, subject: source } = address
  const query = { unit, state, flag, triage, order, search, category, source }
  const problems = useAnswer(listProblems, { query: query as never })
  const orders = [
    { value: 'need', text: t('最需要改的') },
    { value: 'age', text: t('最久的') },
  ]
  return (
    <>
      <Filters>
        <SearchBox label={t('问题')} value={search} onChange={(text) => change({ search: text })} />
        {withUnit && (
          <Choice
            label={t('单位')}
            value={unit}
            options={units}
            onChange={(value) => change({ unit: value })}
          />
        )}
        <Choice
          label={t('状态')}
          value={state}
          options={choicesOf(STATE_WORDS, said)}
          onChange={(value) => change({ state: value })}
        />
        <Choice
          label={t('诊断')}
          value={triage}
          options={choicesOf(TRIAGE_WORDS, said)}
          onChange={(value) => change({ level: value })}
        />
        <Choice
          label={t('分类')}
          value={category}
          options={choicesOf(STYLE_WORDS, said)}
          onChange={(value) => change({ kind: value })}
        />
        <Choice
          label={t('来源')}
          value={source}
          options={choicesOf(SOURCE_WORDS, said)}
          onChange={(value) => change({ subject: value })}
        />
        <Choice
          label={t('提示')}
          value={flag}
          options={choicesOf(FLAG_WORDS, said)}
          onChange={(value) => change({ what: value })}
        />
        <Choice
          label={t('排序')}
          value={order}
          options={orders}
          all={t('最新')}
          onChange={(value) => change({ sort: value })}
        />
      </Filters>
      <Loaded of={problems} empty={t('没有问题')}>
        {({ rows, total }) => <ProblemTable rows={rows} total={total} withUnit={withUnit} />}
      </Loaded>
    </>
  )
}
