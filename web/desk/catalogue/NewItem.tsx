import { type FormEvent, useState } from 'react'
import { getGuide, getItemDraft, type ItemContent } from '#modules/catalogue/contract.ts'
import { Button, call, Dialog, Notice, ProblemError, TextField, useSaid } from '#ui/index.ts'
import { useSession } from '#ui/staff/index.ts'
import { useGo } from '../shell/Go.tsx'
import { blankContent } from './blank.ts'
import { useText } from './messages.ts'
import { begin } from './started.ts'

/** 新事项: from scratch, or from a copy of one that exists. Nothing is stored before something is written. */
export function NewItem({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const go = useGo()
  const { unit } = useSession()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [busy, setBusy] = useState(false)

  const start = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const [item, copy] = [text('item'), text('copy')]
    const name = { zh: text('name'), en: '' }
    const body = { zh: unit?.name ?? '', en: unit?.nameEn ?? '' }
    const content = copy === '' ? blankContent(name, body) : { ...(await contentOf(copy)), name }
    begin(item, content)
    go(`/catalogue/${item}`)
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    start(new FormData(event.currentTarget))
      .catch((error: unknown) => setProblem(error as ProblemError))
      .finally(() => setBusy(false))
  }

  return (
    <Dialog open title={t('新事项')} onClose={onClose}>
      <form className="stack" onSubmit={onSubmit}>
        {problem && (
          <Notice tone="red" role="alert">
            {said(problem.text)}
          </Notice>
        )}
        <TextField
          label={t('事项编码')}
          name="item"
          required
          maxLength={80}
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]{1,79}"
          hint={t('国家、省级或本地编码，登记后不再改。')}
        />
        <TextField label={t('事项名称')} name="name" required maxLength={200} />
        <TextField
          label={t('照哪个事项抄一份（编码，可不填）')}
          name="copy"
          maxLength={80}
          hint={t('抄来的依据、条件、材料都要逐条核对。')}
        />
        <div className="row dialog-actions">
          <Button type="submit" look="main" busy={busy}>
            {t('开始起草')}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The draft of an item where there is one, else what is published of it. */
async function contentOf(item: string): Promise<ItemContent> {
  try {
    return (await call(getItemDraft, { params: { item } })).content
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'catalogue.no-draft') throw error
    return (await call(getGuide, { params: { item } })).guide.content
  }
}
