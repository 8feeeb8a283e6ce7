import type { FormEvent } from 'react'
import { reportGreeter } from '#modules/hall/contract.ts'
import { VISIT_REPORT_NAMES, VISIT_REPORTS, type VisitReport } from '#modules/hall/terms.ts'
import { Button, Failed, Notice, Page, SelectField, TextAreaField, useCommand, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** 反映导办问题: by the code on the slip, without a name. */
export function VisitPage({ visit }: { readonly visit: string }) {
  const t = useText()
  const said = useSaid()
  const report = useCommand(reportGreeter)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const kind = String(typed.get('kind')) as VisitReport
    report.mutate({ params: { visit }, body: { kind, text: String(typed.get('text')) } })
  }
  return (
    <Page
      title={t('反映导办问题')}
      lead={t('导办单编码 {{visit}}。您不必留名；大厅管理员和监察会看到。', { visit })}
    >
      {report.data ? (
        <Notice role="status">{t('已收到，谢谢。')}</Notice>
      ) : (
        <form className="form stack" onSubmit={onSubmit}>
          <SelectField
            label={t('发生了什么')}
            name="kind"
            options={VISIT_REPORTS.map((kind) => ({ value: kind, text: said(VISIT_REPORT_NAMES[kind]) }))}
          />
          <TextAreaField label={t('补充说明（可不填）')} name="text" maxLength={300} />
          {report.error && <Failed problem={report.error} />}
          <div>
            <Button look="main" type="submit" busy={report.isPending}>
              {t('提交')}
            </Button>
          </div>
        </form>
      )}
    </Page>
  )
}
