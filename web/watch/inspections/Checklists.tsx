import { useState } from 'react'
import { type ChecklistView, listChecklists, publishChecklist } from '#modules/inspections/contract.ts'
import {
  Empty,
  FormButton,
  Loaded,
  Section,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { ChecklistItems, type DraftItem, itemsOf, NEW_ITEM } from './ChecklistItems.tsx'
import { useText } from './messages.ts'

/** 检查表: what is looked at, as versioned data. */
export function Checklists() {
  const t = useText()
  const said = useSaid()
  const list = useAnswer(listChecklists, {})
  const publish = useCommand(publishChecklist, { refreshes: [listChecklists] })
  const [items, setItems] = useState<readonly DraftItem[]>([NEW_ITEM])
  const send = (form: FormData, done: () => void) => {
    const body = {
      ...{ title: { zh: textOf(form, 'title'), en: textOf(form, 'title') }, basis: textOf(form, 'basis') },
      items: itemsOf(items),
    }
    publish.mutate({ params: { code: textOf(form, 'code') }, body }, { onSuccess: done })
  }
  return (
    <div className="stack">
      <div className="row no-print">
        <FormButton
          title={t('公布检查表')}
          action={t('公布')}
          problem={publish.error}
          busy={publish.isPending}
          onSubmit={send}
        >
          <TextField
            label={t('编号')}
            name="code"
            pattern="[a-zA-Z][a-zA-Z0-9\-]+"
            required
            data-first-focus
          />
          <TextField label={t('名称')} name="title" required />
          <TextField label={t('依据')} name="basis" minLength={2} required />
          <ChecklistItems of={items} onChange={setItems} />
        </FormButton>
      </div>
      <Loaded of={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{t('还没有检查表。')}</Empty>
          ) : (
            rows.map((sheet: ChecklistView) => (
              <Section key={sheet.code} title={said(sheet.title)}>
                <p className="small soft">
                  {t('版本')} {sheet.version} · {sheet.basis}
                </p>
                <ol>
                  {sheet.items.map(({ code, title }) => (
                    <li key={code}>{said(title)}</li>
                  ))}
                </ol>
              </Section>
            ))
          )
        }
      </Loaded>
    </div>
  )
}
