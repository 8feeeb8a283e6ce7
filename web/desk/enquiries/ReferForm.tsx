import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { getEnquiry, getHallBoard, listEnquiries, referEnquiry } from '#modules/hall/contract.ts'
import { listUnits } from '#modules/organisation/contract.ts'
import {
  FormDialog,
  keyOf,
  SelectField,
  TextAreaField,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

interface ReferFormProps {
  readonly enquiry: string
  readonly onClose: () => void
}

const MOST_UNITS = 200

/** 转办单: the department, its counter with place and telephone, and why. */
export function ReferForm({ enquiry, onClose }: ReferFormProps) {
  const t = useText()
  const client = useQueryClient()
  const refer = useCommand(referEnquiry, { refreshes: [listEnquiries] })
  const params = { enquiry }
  const submit = (form: FormData) =>
    refer.mutate(
      {
        params,
        body: {
          unit: textOf(form, 'unit'),
          counter: textOf(form, 'counter') || null,
          place: textOf(form, 'place'),
          phone: textOf(form, 'phone'),
          reason: textOf(form, 'reason'),
        },
      },
      {
        onSuccess: (answer) => {
          client.setQueryData(keyOf(getEnquiry, { params }), answer)
          onClose()
        },
      },
    )
  return (
    <FormDialog
      title={t('出具转办单')}
      action={t('出具转办单')}
      busy={refer.isPending}
      problem={refer.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <WhereFields />
      <TextAreaField label={t('为什么归该单位')} name="reason" rows={2} maxLength={500} required />
    </FormDialog>
  )
}

function WhereFields() {
  const t = useText()
  const said = useSaid()
  const { unit: own, jurisdiction } = useSession()
  const units = useAnswer(listUnits, { query: { limit: MOST_UNITS } })
  const board = useAnswer(getHallBoard, { query: { jurisdiction } })
  const others = (units.data?.rows ?? []).filter(({ id }) => id !== own?.id)
  const [unit, setUnit] = useState('')
  const [counter, setCounter] = useState('')
  const chosen = unit || (others[0]?.id ?? '')
  const counters = (board.data?.counters ?? []).filter((one) =>
    one.units.some((served) => served.unit === chosen),
  )
  return (
    <>
      <SelectField
        label={t('转到哪个单位')}
        name="unit"
        value={chosen}
        onChange={({ target }) => setUnit(target.value)}
        options={others.map(({ id, name, nameEn }) => ({ value: id, text: said({ zh: name, en: nameEn }) }))}
      />
      <SelectField
        label={t('窗口（选了自动带出地点和电话）')}
        name="counter"
        value={counter}
        onChange={({ target }) => setCounter(target.value)}
        options={[
          { value: '', text: t('不在大厅') },
          ...counters.map((one) => ({
            value: one.counter,
            text: `${one.counter} ${said(one.name)} ${one.place}`,
          })),
        ]}
      />
      <TextField label={t('地点')} name="place" maxLength={200} required={counter === ''} />
      <TextField label={t('联系电话')} name="phone" maxLength={40} required={counter === ''} />
    </>
  )
}
