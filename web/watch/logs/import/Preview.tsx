import { useState } from 'react'
import type { UploadView } from '#modules/exchange/contract.ts'
import { Button, sayCount, Section, TickField, useSaid } from '#ui/index.ts'
import { useText } from '../messages.ts'
import { type Draft, faultsOf, hasStandard } from './draft.ts'
import { Faults } from './Faults.tsx'
import { FirstRows } from './FirstRows.tsx'
import { MapColumns } from './MapColumns.tsx'
import { saySize } from './sizes.ts'

interface PreviewProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

/** What was recognised, its first rows, and how it shall be read. */
export function Preview({ draft, onChange, onBack, onNext }: PreviewProps) {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const faults = faultsOf(draft)
  const next = () => {
    if (faults.length === 0) return onNext()
    setAsked(true)
  }

  return (
    <div className="stack">
      <Recognised upload={draft.upload} />
      <FirstRows upload={draft.upload} />
      <Section title={t('怎样读这份文件')}>
        <Ways draft={draft} onChange={onChange} />
        {draft.way === 'columns' && <MapColumns draft={draft} onChange={onChange} />}
      </Section>
      {asked && <Faults faults={faults} />}
      <div className="row">
        <Button look="main" onClick={next}>
          {t('下一步')}
        </Button>
        <Button onClick={onBack}>{t('换一个文件')}</Button>
      </div>
    </div>
  )
}

const FORMAT_NAMES = { xes: 'XES', csv: 'CSV', jsonl: 'JSONL', xlsx: 'XLSX', ocel: 'OCEL 2.0 JSON' } as const

function Recognised({ upload }: { readonly upload: UploadView }) {
  const t = useText()
  const facts = [
    [t('文件'), upload.fileName],
    [t('大小'), saySize(upload.bytes)],
    [t('格式'), FORMAT_NAMES[upload.format]],
    [t('编码'), upload.encoding],
    [t('列数'), sayCount(upload.columns.length)],
  ] as const
  return (
    <dl className="facts sheet">
      {facts.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A preset, the format's own standard, or column by column. */
function Ways({ draft, onChange }: Pick<PreviewProps, 'draft' | 'onChange'>) {
  const t = useText()
  const said = useSaid()
  const { upload } = draft
  const fitting = upload.presets.filter(({ fits }) => fits)
  const others = upload.presets.filter(({ fits }) => !fits)
  const standard = hasStandard(upload)
  const way = (value: string, label: string) => (
    <TickField
      key={value}
      type="radio"
      name="way"
      label={label}
      checked={draft.way === value}
      onChange={() => onChange({ ...draft, way: value })}
    />
  )
  return (
    <fieldset className="ways">
      <legend className="visually-hidden">{t('怎样读这份文件')}</legend>
      {fitting.map(({ name, title }) =>
        way(`preset:${name}`, t('{{title}}（适合这份文件）', { title: said(title) })),
      )}
      {standard && way('standard', t('按标准读（推荐）'))}
      {way('columns', t('自己指定每列是什么'))}
      {others.map(({ name, title }) => way(`preset:${name}`, said(title)))}
      {draft.way === 'standard' && (
        <p className="soft small">{t('文件的标准已经说明了哪里是办件、环节和时间，不需要再指定。')}</p>
      )}
    </fieldset>
  )
}
