import { createUnit, getUnit, listUnits, type UnitRow } from '#modules/organisation/contract.ts'
import { Dialog, SelectField, TextField, useCommand, useToast } from '#ui/index.ts'
import { useUnits } from '#ui/staff/index.ts'
import { Actions, sending } from './form.tsx'
import { Refused } from './Refused.tsx'
import { KIND_WORDS, KINDS } from './unit-words.ts'
import { useText } from './messages.ts'

interface NewUnitDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

export function NewUnitDialog({ open, onClose }: NewUnitDialogProps) {
  const t = useText()
  const say = useToast()
  const units = useUnits()
  const create = useCommand(createUnit, { refreshes: [listUnits, getUnit] })

  const onSubmit = sending((text) => {
    const body = {
      id: text('id'),
      name: text('name'),
      nameEn: text('nameEn'),
      kind: text('kind') as UnitRow['kind'],
      parent: text('parent') || null,
    }
    const onSuccess = () => (say(t('单位 {{name}} 已建立。', { name: body.name })), onClose())
    create.mutate({ body }, { onSuccess })
  })

  return (
    <Dialog open={open} title={t('新建单位')} onClose={onClose}>
      <form className="form" onSubmit={onSubmit}>
        <Refused problem={create.error} />
        <TextField
          label={t('代码')}
          name="id"
          hint={t('小写字母、数字和连字符，建立后不能改。')}
          pattern="[a-z0-9][a-z0-9\-]{0,59}"
          autoCapitalize="none"
          required
        />
        <TextField label={t('中文名称')} name="name" maxLength={100} required />
        <TextField label={t('英文名称')} name="nameEn" maxLength={100} />
        <SelectField
          label={t('类别')}
          name="kind"
          options={KINDS.map((kind) => ({ value: kind, text: t(KIND_WORDS[kind]) }))}
        />
        <SelectField
          label={t('上级')}
          name="parent"
          options={[{ value: '', text: t('没有上级') }, ...units]}
        />
        <Actions busy={create.isPending} action={t('建立')} onClose={onClose} />
      </form>
    </Dialog>
  )
}
