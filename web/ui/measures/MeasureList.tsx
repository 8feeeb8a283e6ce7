import { useState } from 'react'
import { listMeasures, type MeasureRow } from '#modules/accountability/contract.ts'
import { STAGE_WORDS, STAGES, type Stage } from '#modules/accountability/terms.ts'
import { Choice, type Column, DayText, Filters, Loaded, Table, useAnswer, useSaid } from '#ui/index.ts'
import { Go } from '../registers/link.ts'
import { useText } from './messages.ts'
import { Signals } from './Signals.tsx'

/** Files on measures as far as the reader may see them: the subject his own, supervision and personnel all. */
export function MeasureList() {
  const t = useText()
  const said = useSaid()
  const [stage, setStage] = useState<Stage>()
  const [over, setOver] = useState<string>()
  const found = useAnswer(listMeasures, { query: { stage, over: over === 'yes' ? 'yes' : undefined } })
  const columns = useColumns()
  return (
    <div className="stack">
      <Filters>
        <Choice
          label={t('状态')}
          value={stage}
          options={STAGES.map((value) => ({ value, text: said(STAGE_WORDS[value]) }))}
          onChange={(value) => setStage(value as Stage | undefined)}
        />
        <Choice
          label={t('结束')}
          value={over}
          options={[{ value: 'yes', text: t('包括已到期和已撤销的') }]}
          onChange={setOver}
        />
      </Filters>
      <Loaded of={found} empty={t('没有案卷。还没有对您可见的处理。')}>
        {({ rows }) => (
          <Table
            caption={t('问责案卷')}
            rows={rows}
            columns={columns}
            rowKey={({ file }) => file}
            exportAs="xiaoneng-measures"
          />
        )}
      </Loaded>
    </div>
  )
}

export function SubjectName({ of: { subject } }: { readonly of: Pick<MeasureRow, 'subject'> }) {
  const said = useSaid()
  if (!subject.person) return <>{said(subject.unit.name)}</>
  return (
    <>
      {subject.person.name}
      <div className="small soft">{said(subject.unit.name)}</div>
    </>
  )
}

function useColumns(): Array<Column<MeasureRow>> {
  const t = useText()
  const said = useSaid()
  return [
    {
      key: 'file',
      title: t('案卷'),
      cell: ({ file, number }) => (
        <>
          <Go to={`/accountability/${file}`} data-row-link>
            {file}
          </Go>
          {number && <div className="small soft">{number}</div>}
        </>
      ),
      text: ({ file }) => file,
    },
    {
      key: 'subject',
      title: t('对象'),
      cell: (row) => <SubjectName of={row} />,
      text: ({ subject }) => subject.person?.name ?? said(subject.unit.name),
    },
    {
      key: 'instrument',
      title: t('处理'),
      cell: ({ instrument }) => said(instrument.name),
      text: ({ instrument }) => said(instrument.name),
    },
    {
      key: 'conduct',
      title: t('行为'),
      cell: ({ conductName }) => said(conductName),
      text: ({ conductName }) => said(conductName),
    },
    {
      key: 'stage',
      title: t('状态'),
      cell: ({ stage, dueOn, until }) => (
        <>
          {said(STAGE_WORDS[stage])}
          {dueOn && (
            <div className="small soft">
              {t('完成期限')} <DayText day={dueOn} />
            </div>
          )}
          {until && (
            <div className="small soft">
              {t('期限届满')} <DayText day={until} />
            </div>
          )}
        </>
      ),
      text: ({ stage }) => said(STAGE_WORDS[stage]),
    },
    {
      key: 'signals',
      title: t('提示'),
      cell: ({ signals }) => <Signals of={signals} />,
      text: ({ signals }) => signals.map(({ text }) => said(text)).join('；'),
    },
  ]
}
