import { useState } from 'react'
import { getMeasureFigures, type MeasureFigures } from '#modules/accountability/contract.ts'
import { RANK_WORDS, STATUS_WORDS } from '#modules/accountability/terms.ts'
import type { Bilingual } from '#kernel/refusal.ts'
import { Loaded, Section, Table, TextField, useAnswer, useSaid } from '#ui/index.ts'
import { Go } from '#ui/registers/link.ts'
import { useText } from './messages.ts'

const YEAR = new Date().getFullYear()

/** 处理统计: every number opens to its files. */
export function Figures() {
  const t = useText()
  const [from, setFrom] = useState(`${YEAR}-01-01`)
  const [until, setUntil] = useState(`${YEAR}-12-31`)
  const found = useAnswer(getMeasureFigures, { query: { from, until } })
  return (
    <div className="stack">
      <div className="row">
        <TextField
          label={t('从')}
          type="date"
          value={from}
          onChange={({ target }) => target.value && setFrom(target.value)}
        />
        <TextField
          label={t('到')}
          type="date"
          value={until}
          onChange={({ target }) => target.value && setUntil(target.value)}
        />
      </div>
      <Loaded of={found}>{(data) => <Shown of={data} />}</Loaded>
    </div>
  )
}

function Files({ of }: { readonly of: readonly string[] }) {
  return (
    <span className="small">
      {of.map((file, at) => (
        <span key={file}>
          {at > 0 && '、'}
          <Go to={`/accountability/${file}`}>{file}</Go>
        </span>
      ))}
    </span>
  )
}

function Shown({ of }: { readonly of: MeasureFigures }) {
  const t = useText()
  const said = useSaid()
  const { persons, units, signals, byInstrument, byConduct, byRank, byStatus } = of
  return (
    <>
      <p>{t('{{persons}} 人、{{units}} 个单位受到处理，每个数字都能打开名单。', { persons, units })}</p>
      <Section title={t('提示')} id="signals">
        {signals.length === 0 && <p className="soft">{t('没有提示')}</p>}
        <ul className="plain stack">
          {signals.map(({ code, text, files }, at) => (
            <li key={`${code}${at}`}>
              ▲ {said(text)} <Files of={files} />
            </li>
          ))}
        </ul>
      </Section>
      <Counted
        title={t('按处理')}
        head={t('处理')}
        rows={byInstrument.map(({ code, name, count, files }) => ({ key: code, name, count, files }))}
      />
      <Counted
        title={t('按行为')}
        head={t('行为')}
        rows={byConduct.map(({ conduct, name, count, files }) => ({ key: conduct, name, count, files }))}
      />
      <Compared
        title={t('按职务层次')}
        rows={byRank.map(({ rank, ...row }) => ({ ...row, key: rank, name: RANK_WORDS[rank] }))}
      />
      <Compared
        title={t('按身份')}
        rows={byStatus.map(({ status, ...row }) => ({ ...row, key: status, name: STATUS_WORDS[status] }))}
      />
    </>
  )
}

interface CountedProps {
  readonly title: string
  readonly head: string
  readonly rows: readonly {
    readonly key: string
    readonly name: Bilingual
    readonly count: number
    readonly files: readonly string[]
  }[]
}

function Counted({ title, head, rows }: CountedProps) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={title}>
      {rows.length === 0 && <p className="soft">{t('没有处理')}</p>}
      {rows.length > 0 && (
        <Table
          caption={title}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', title: head, cell: ({ name }) => said(name), text: ({ name }) => said(name) },
            {
              key: 'count',
              title: t('件数'),
              numeric: true,
              cell: ({ count }) => count,
              text: ({ count }) => count,
            },
            {
              key: 'files',
              title: t('名单'),
              cell: ({ files }) => <Files of={files} />,
              text: ({ files }) => files.join('、'),
            },
          ]}
        />
      )}
    </Section>
  )
}

interface ComparedProps {
  readonly title: string
  readonly rows: readonly {
    readonly key: string
    readonly name: Bilingual
    readonly findings: number | null
    readonly measures: number | null
    readonly files: readonly string[]
  }[]
}

function Compared({ title, rows }: ComparedProps) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={title}>
      <Table
        caption={title}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', title, cell: ({ name }) => said(name), text: ({ name }) => said(name) },
          {
            key: 'findings',
            title: t('问题'),
            numeric: true,
            cell: ({ findings }) => findings ?? '–',
            text: ({ findings }) => findings,
          },
          {
            key: 'measures',
            title: t('受处理'),
            numeric: true,
            cell: ({ measures }) => measures ?? '–',
            text: ({ measures }) => measures,
          },
          {
            key: 'files',
            title: t('名单'),
            cell: ({ files }) => <Files of={files} />,
            text: ({ files }) => files.join('、'),
          },
        ]}
      />
    </Section>
  )
}
