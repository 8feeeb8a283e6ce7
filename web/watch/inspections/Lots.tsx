import { type DrawView, getDraw } from '#modules/inspections/contract.ts'
import { type Column, Loaded, Section, Table, useAnswer, useSaid } from '#ui/index.ts'
import { PersonName, usePersonName, useUnitName } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { useWords } from './words.ts'

type Drawn = DrawView['drawn'][number]

/** Everything the draw depended on: with it anybody computes the same lots. */
export function Lots({ round }: { readonly round: string }) {
  const t = useText()
  const said = useSaid()
  const words = useWords()
  const unitName = useUnitName()
  const person = usePersonName()
  const answer = useAnswer(getDraw, { params: { round } })
  const columns: Array<Column<Drawn>> = [
    {
      key: 'unit',
      title: t('对象'),
      cell: ({ unit, section }) => `${unitName(unit) ?? unit} ${section ?? ''}`,
      text: ({ unit, section }) => `${unit}${section === null ? '' : `/${section}`}`,
    },
    {
      key: 'stratum',
      title: t('种类'),
      cell: ({ stratum }) => words.stratum(stratum),
      text: ({ stratum }) => words.stratum(stratum),
    },
    {
      key: 'lot',
      title: t('签'),
      cell: ({ lot }) => <code>{lot.slice(0, 16)}…</code>,
      text: ({ lot }) => lot,
    },
    { key: 'group', title: t('组'), cell: ({ group }) => group, text: ({ group }) => group },
    {
      key: 'inspectors',
      title: t('检查人员'),
      cell: ({ inspectors }) => inspectors.map(person).join('、'),
      text: ({ inspectors }) => inspectors.map(person).join('、'),
    },
  ]
  return (
    <Section title={t('抽取依据')}>
      <Loaded of={answer}>
        {(view) => (
          <div className="stack">
            <p className="small soft prose">{said(view.method)}</p>
            <dl className="inspections-plan">
              {[
                [t('校验值'), view.commitment],
                [t('密文'), view.secret],
                [t('口令'), view.word],
                [t('种子'), view.seed],
              ].map(([title, text]) => (
                <div key={title}>
                  <dt className="soft small">{title}</dt>
                  <dd>
                    <code>{text ?? '–'}</code>
                  </dd>
                </div>
              ))}
            </dl>
            {view.drawn.length > 0 && (
              <Table
                caption={t('抽取依据')}
                rows={view.drawn}
                columns={columns}
                rowKey={({ lot }) => lot}
                exportAs="xiaoneng-lots"
              />
            )}
            {view.passedOver.length > 0 && (
              <>
                <h3>{t('因回避跳过')}</h3>
                <ul>
                  {view.passedOver.map(({ unit, group, account, because }) => (
                    <li key={unit + group + account}>
                      {unitName(unit) ?? unit} · <PersonName account={account} /> · {because}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
      </Loaded>
    </Section>
  )
}
