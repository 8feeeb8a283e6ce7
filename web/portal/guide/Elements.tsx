import type { ReactNode } from 'react'
import type { ItemContent } from '#modules/catalogue/contract.ts'
import { type disclosedElements, materialSources, necessities } from '#modules/catalogue/terms.ts'
import { sayDay, useLanguage, useSaid } from '#ui/index.ts'
import { useLimit } from '../shell/limits.ts'
import { useText } from './messages.ts'

type ElementName = (typeof disclosedElements)[number]['element']

interface ElementProps {
  readonly element: ElementName
  readonly content: ItemContent
}

/** One of the ten elements that every guide discloses (政府信息公开; 《政务服务事项》), in full. */
export function Element({ element, content }: ElementProps): ReactNode {
  const Shown = ELEMENTS[element]
  return <Shown content={content} />
}

interface Given {
  readonly content: ItemContent
}

const Words = ({ text }: { readonly text: { zh: string; en: string } }) => {
  const t = useText()
  const said = useSaid()
  return <p className="prose">{text.zh ? said(text) : t('没有写明。')}</p>
}

function List({
  rows,
}: {
  readonly rows: ReadonlyArray<{ readonly key: string; readonly text: ReactNode }>
}) {
  const t = useText()
  if (rows.length === 0) return <p>{t('没有写明。')}</p>
  return (
    <ol className="guide-list">
      {rows.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ol>
  )
}

function Basis({ content: { basis } }: Given) {
  const t = useText()
  const language = useLanguage()
  return (
    <List
      rows={basis.map(({ law, article, text, repealedFrom }) => ({
        key: law + article,
        text: (
          <>
            《{law.replace(/[《》]/g, '')}》{article}
            {repealedFrom && ` · ${t('已废止（{{day}}起）', { day: sayDay(repealedFrom, language) })}`}
            {text && <div className="soft small">{text}</div>}
          </>
        ),
      }))}
    />
  )
}

function Conditions({ content: { conditions } }: Given) {
  const said = useSaid()
  return <List rows={conditions.map(({ code, text }) => ({ key: code, text: said(text) }))} />
}

function Steps({ content: { steps } }: Given) {
  const t = useText()
  const said = useSaid()
  const limit = useLimit()
  return (
    <GuideTable heads={[t('环节'), t('单位和岗位'), t('时限'), t('审查标准')]}>
      {steps.map((step) => (
        <tr key={step.code}>
          <th scope="row">{said(step.name)}</th>
          <td>{said(step.post)}</td>
          <td>{step.limit ? limit(step.limit) : ''}</td>
          <td>{said(step.reviewStandard)}</td>
        </tr>
      ))}
    </GuideTable>
  )
}

function Limits({ content: { limits } }: Given) {
  const t = useText()
  const limit = useLimit()
  const { onTheSpot, statutory, committed } = limits
  return (
    <p>
      {onTheSpot && t('当场办结。')}{' '}
      {committed && !onTheSpot && t('我们承诺 {{limit}} 内办完。', { limit: limit(committed) })}{' '}
      {statutory ? t('法律规定最长 {{limit}}。', { limit: limit(statutory) }) : t('法律没有规定期限。')}
    </p>
  )
}

function Materials({ content: { materials } }: Given) {
  const t = useText()
  const said = useSaid()
  return (
    <GuideTable heads={[t('材料'), t('份数'), t('必要性'), t('来源')]}>
      {materials.map((material) => (
        <tr key={material.code}>
          <th scope="row">{said(material.name)}</th>
          <td>
            {material.originals > 0 && t('原件 {{count}} 份', { count: material.originals })}{' '}
            {material.copies > 0 && t('复印件 {{count}} 份', { count: material.copies })}
          </td>
          <td>{said(necessities[material.necessity])}</td>
          <td>
            {said(materialSources[material.source])}
            <div className="soft small">{material.basis}</div>
          </td>
        </tr>
      ))}
    </GuideTable>
  )
}

function Samples({ content: { samples } }: Given) {
  const t = useText()
  const said = useSaid()
  if (samples.length === 0) return <p>{t('没有写明。')}</p>
  return samples.map((sample) => (
    <div key={sample.code} className="stack">
      <p>
        <strong>{said(sample.name)}</strong>{' '}
        {sample.file && <span className="soft small">{sample.file}</span>}
      </p>
      <GuideTable heads={['', t('填写示例')]}>
        {sample.rows.map(({ label, example }) => (
          <tr key={label.zh}>
            <th scope="row">{said(label)}</th>
            <td>{said(example)}</td>
          </tr>
        ))}
      </GuideTable>
    </div>
  ))
}

function Results({ content: { results } }: Given) {
  const said = useSaid()
  return (
    <List
      rows={results.map(({ code, name, sample }) => ({
        key: code,
        text: (
          <>
            {said(name)} {sample && <span className="soft small">{sample}</span>}
          </>
        ),
      }))}
    />
  )
}

function Discipline({ content: { discipline } }: Given) {
  const said = useSaid()
  return <List rows={discipline.map((text) => ({ key: text.zh, text: said(text) }))} />
}

const ELEMENTS: Record<ElementName, (given: Given) => ReactNode> = {
  duties: ({ content }) => <Words text={content.duties} />,
  content: ({ content }) => <Words text={content.content} />,
  basis: Basis,
  conditions: Conditions,
  steps: Steps,
  limits: Limits,
  materials: Materials,
  samples: Samples,
  results: Results,
  discipline: Discipline,
}

interface GuideTableProps {
  readonly heads: readonly string[]
  readonly children: ReactNode
}

function GuideTable({ heads, children }: GuideTableProps) {
  return (
    <div className="scrolls" tabIndex={0} role="group" aria-label={heads.find(Boolean)}>
      <table className="guide-table small">
        <thead>
          <tr>
            {heads.map((head, index) =>
              head ? (
                <th key={head} scope="col">
                  {head}
                </th>
              ) : (
                <td key={index} />
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
