import { useState } from 'react'
import {
  type ArrangedCounter,
  getDuty,
  getHallArrangement,
  type HallArrangement,
  putCounter,
} from '#modules/hall/contract.ts'
import { FormDialog, TextField, textOf, TickField, useCommand, useSaid, useToast } from '#ui/index.ts'
import { useUnits } from '#ui/staff/index.ts'
import { Beside, besideOf } from './Beside.tsx'
import { useText } from './messages.ts'

interface CounterFormProps {
  readonly arrangement: HallArrangement
  /** Absent: a new one. */
  readonly counter?: ArrangedCounter
  readonly onClose: () => void
}

export function CounterForm({ arrangement: { hall }, counter, onClose }: CounterFormProps) {
  const t = useText()
  const say = useToast()
  const put = useCommand(putCounter, { refreshes: [getHallArrangement, getDuty] })
  const [everyDay, setEveryDay] = useState(counter?.everyDay ?? false)

  const onSubmit = (form: FormData) => {
    const code = counter?.counter ?? textOf(form, 'counter')
    const body = {
      hall: hall.hall,
      name: { zh: textOf(form, 'zh'), en: textOf(form, 'en') },
      place: textOf(form, 'place'),
      units: form.getAll('unit').map(String),
      workingHours: hoursOf(textOf(form, 'workingHours')),
      restHours: everyDay ? hoursOf(textOf(form, 'restHours')) : null,
      ...besideOf(form),
    }
    put.mutate(
      { params: { counter: code }, body },
      {
        onSuccess: () => {
          say(
            counter
              ? t('{{counter}} 已修改。', { counter: code })
              : t('{{counter}} 已登记，现在是关闭的。', { counter: code }),
            counter && (() => put.mutate({ params: { counter: code }, body: contentOf(counter) })),
          )
          onClose()
        },
      },
    )
  }

  return (
    <FormDialog
      title={counter ? `${t('修改窗口')} ${counter.counter}` : t('登记新窗口')}
      action={counter ? t('保存') : t('登记')}
      busy={put.isPending}
      problem={put.error}
      {...{ onSubmit, onClose }}
    >
      {!counter && (
        <TextField
          label={t('窗口编号')}
          name="counter"
          required
          maxLength={30}
          pattern="[A-Za-z0-9][A-Za-z0-9\-]*"
          hint={t('字母、数字和连字符，如 A05；登记后不再改。')}
        />
      )}
      <TextField label={t('名称')} name="zh" defaultValue={counter?.name.zh} required maxLength={100} />
      <TextField label={t('英文名称')} name="en" defaultValue={counter?.name.en} maxLength={100} />
      <TextField label={t('楼层和区域')} name="place" defaultValue={counter?.place} maxLength={60} />
      <TextField
        label={t('工作日时间')}
        name="workingHours"
        required
        maxLength={60}
        defaultValue={counter?.workingHours ?? '09:00-12:00,13:30-17:00'}
        hint={t('如 09:00-12:00,13:30-17:00')}
      />
      <TickField
        label={t('365窗口：休息日也开放')}
        checked={everyDay}
        onChange={({ target }) => setEveryDay(target.checked)}
      />
      {everyDay && (
        <TextField
          label={t('休息日时间')}
          name="restHours"
          required
          maxLength={60}
          defaultValue={counter?.restHours ?? '09:00-12:00'}
        />
      )}
      <ServedUnits chosen={counter?.units ?? []} />
      <Beside {...(counter ? { counter } : {})} />
    </FormDialog>
  )
}

/** A short list of what is served, in the order of the organisation. */
function ServedUnits({ chosen }: { readonly chosen: ArrangedCounter['units'] }) {
  const t = useText()
  const said = useSaid()
  const known = useUnits()
  const served = chosen.filter(({ unit }) => !known.some(({ value }) => value === unit))
  const units = [...served.map(({ unit, name }) => ({ value: unit, text: said(name) })), ...known]
  return (
    <label className="field">
      <span>{t('办理哪些部门的事（按住 Ctrl 可选多个）')}</span>
      {/* Drawn anew when the names have come, or the ticks would stand on an empty list. */}
      <select
        key={units.length}
        className="input"
        name="unit"
        multiple
        required
        size={8}
        defaultValue={chosen.map(({ unit }) => unit)}
      >
        {units.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** People write hours with full-width signs and blanks as well. */
const hoursOf = (typed: string): string =>
  typed
    .replaceAll('：', ':')
    .replace(/[，、；; ]+/g, ',')
    .replace(/[–—～~至]/g, '-')

const contentOf = ({
  hall,
  name,
  place,
  units,
  workingHours,
  restHours,
  conduct,
  complaint,
}: ArrangedCounter) => ({
  hall,
  name,
  place,
  units: units.map(({ unit }) => unit),
  workingHours,
  restHours,
  ...(conduct.zh ? { conduct } : {}),
  ...(complaint ? { complaint: { phone: complaint.phone, unit: complaint.unit.unit } } : {}),
})
