import { SelectField, TickField } from '#ui/index.ts'
import { useText } from '../messages.ts'
import type { Draft, Part } from './draft.ts'
import { PART_TITLES } from './Faults.tsx'
import { Milestones } from './Milestones.tsx'
import { zones } from './zones.ts'

interface MapColumnsProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

const PART_HINTS = {
  case: '同一办件的各行写着同一个编号。',
  activity: '做了什么：收件、受理、审查…',
  at: '这一步在什么时候。',
  resource: '由谁办。选了才能查“同一人兼任不相容岗位”。',
  lifecycle: '没有就不选。',
} as const satisfies Record<Part, string>

const NEEDED: Readonly<Record<Draft['shape'], readonly Part[]>> = {
  events: ['case', 'activity', 'at', 'resource', 'lifecycle'],
  cases: ['case', 'resource'],
}

/** Which column plays which part; what was guessed is chosen already. */
export function MapColumns({ draft, onChange }: MapColumnsProps) {
  const t = useText()
  const { upload, shape, parts, zone } = draft
  const options = [
    { value: '', text: t('不选') },
    ...upload.columns.map(({ name, samples }) => ({
      value: name,
      text: samples[0] ? `${name} — ${short(samples[0])}` : name,
    })),
  ]

  return (
    <div className="stack map-columns">
      <fieldset>
        <legend>{t('一行是什么')}</legend>
        {(['events', 'cases'] as const).map((each) => (
          <TickField
            key={each}
            type="radio"
            name="shape"
            checked={shape === each}
            label={t(
              each === 'events' ? '一行是一个事件（某办件的某一步）' : '一行是一件办件，各步的时间在不同的列',
            )}
            onChange={() => onChange({ ...draft, shape: each })}
          />
        ))}
      </fieldset>
      <div className="parts">
        {NEEDED[shape].map((part) => (
          <SelectField
            key={part}
            label={t(PART_TITLES[part])}
            hint={t(PART_HINTS[part])}
            required={part === 'case' || part === 'activity' || part === 'at'}
            options={options}
            value={parts[part] ?? ''}
            onChange={({ target }) =>
              onChange({ ...draft, parts: { ...parts, [part]: target.value || undefined } })
            }
          />
        ))}
        <SelectField
          label={t('时间没有写明时区的，按此时区')}
          options={zones(zone)}
          value={zone}
          onChange={({ target }) => onChange({ ...draft, zone: target.value })}
        />
      </div>
      {shape === 'cases' && <Milestones draft={draft} onChange={onChange} />}
      <CaseColumns draft={draft} onChange={onChange} />
    </div>
  )
}

const short = (text: string) => (text.length > 32 ? `${text.slice(0, 31)}…` : text)

function CaseColumns({ draft, onChange }: MapColumnsProps) {
  const t = useText()
  const { upload, caseAttributes, parts } = draft
  const played = new Set(Object.values(parts))
  const free = upload.columns.filter(({ name }) => !played.has(name))
  if (free.length === 0) return null
  const tick = (name: string, ticked: boolean) => {
    const others = caseAttributes.filter((each) => each !== name)
    onChange({ ...draft, caseAttributes: ticked ? [...others, name] : others })
  }
  return (
    <fieldset>
      <legend>{t('说明办件的列')}</legend>
      <p className="soft small">{t('如事项、单位、渠道、承诺时限；其余的列跟着事件保存。')}</p>
      <div className="column-ticks">
        {free.map(({ name, samples }) => (
          <TickField
            key={name}
            checked={caseAttributes.includes(name)}
            label={<ColumnName name={name} samples={samples} />}
            onChange={({ target }) => tick(name, target.checked)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function ColumnName({ name, samples }: { readonly name: string; readonly samples: readonly string[] }) {
  const t = useText()
  return (
    <>
      {name}
      {samples.length > 0 && (
        <span className="soft small">
          {' '}
          {t('例：{{samples}}', { samples: samples.slice(0, 2).map(short).join(' · ') })}
        </span>
      )}
    </>
  )
}
