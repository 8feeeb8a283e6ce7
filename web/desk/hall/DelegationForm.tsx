import { listDelegations, putDelegation } from '#modules/hall/contract.ts'
import { POWER_NAMES, POWERS } from '#modules/hall/terms.ts'
import { getUnit } from '#modules/organisation/contract.ts'
import {
  FormDialog,
  SelectField,
  TextField,
  textOf,
  TickField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useText } from './delegation-messages.ts'

/** Posts of the own department; who sits at the window holds one of them. */
export function DelegationForm({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const { unit } = useSession()
  const own = unit?.id ?? ''
  const found = useAnswer(getUnit, { params: { unit: own } })
  const put = useCommand(putDelegation, { refreshes: [listDelegations] })
  const posts = found.data?.postRows ?? []
  const submit = (form: FormData) => {
    const chosen = (name: string) => form.getAll(name).map((post) => ({ unit: own, post: String(post) }))
    put.mutate(
      {
        params: { item: textOf(form, 'item') },
        body: {
          full: form.get('full') !== null,
          windowHead: { unit: own, post: textOf(form, 'windowHead') },
          accept: chosen('accept'),
          review: chosen('review'),
          decide: chosen('decide'),
          seal: chosen('seal'),
          document: textOf(form, 'document'),
          from: textOf(form, 'from'),
        },
      },
      { onSuccess: onClose },
    )
  }
  return (
    <FormDialog
      title={t('登记授权')}
      action={t('保存')}
      busy={put.isPending}
      problem={put.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('事项编码')} name="item" maxLength={80} required />
      <TickField name="full" label={t('宣称充分授权（窗口什么都能办）')} />
      <SelectField
        label={t('首席代表的岗位')}
        name="windowHead"
        options={posts.map(({ id, title, titleEn }) => ({
          value: id,
          text: said({ zh: title, en: titleEn }),
        }))}
      />
      {POWERS.map((power) => (
        <fieldset key={power}>
          <legend>{said(POWER_NAMES[power])}</legend>
          {posts.map(({ id, title, titleEn }) => (
            <TickField key={id} name={power} value={id} label={said({ zh: title, en: titleEn })} />
          ))}
        </fieldset>
      ))}
      <TextField label={t('授权文书')} name="document" minLength={2} maxLength={200} required />
      <TextField label={t('生效日')} name="from" type="date" required />
    </FormDialog>
  )
}
