import type { FileView } from '#modules/cases/contract.ts'
import { SelectField, TextAreaField, TextField, TickField, useSaid } from '#ui/index.ts'
import { useText } from '../action-messages.ts'
import { list, text } from './form.tsx'

interface OfFile {
  readonly file: FileView
}

/** 未满足的条件: those of the guide and no others; what needs interpretation asks for its clause and the lawful way. */
export function UnmetFields({ file }: OfFile) {
  const t = useText()
  const said = useSaid()
  const { conditions } = file.kind
  return (
    <>
      {conditions.length > 0 && (
        <fieldset>
          <legend>{t('哪一条办事条件没有满足（清单以外不得作为理由）')}</legend>
          {conditions.map((condition) => (
            <TickField
              key={condition.code}
              name="unmet"
              value={condition.code}
              label={
                <>
                  {said(condition.text)}
                  {condition.nature !== 'fact' && (
                    <span className="small soft">
                      {' '}
                      {condition.nature === 'judgement'
                        ? t('（需要解释：须写条款和合法的办法）')
                        : t('（形式问题：应允许当场更正）')}
                    </span>
                  )}
                </>
              }
            />
          ))}
        </fieldset>
      )}
      <details>
        <summary>{t('靠解释认定的：条款和合法的办法')}</summary>
        <TextField label={t('所依据的条款及其解释')} name="clause" maxLength={500} />
        <TextAreaField label={t('申请人还有什么合法的办法')} name="alternative" rows={2} maxLength={1000} />
      </details>
    </>
  )
}

/** 裁量档次, where the item has a table. */
export function GradeField({ file }: OfFile) {
  const t = useText()
  const said = useSaid()
  const { grades } = file.kind
  if (grades.length === 0) return null
  return (
    <>
      <SelectField
        label={t('裁量档次')}
        name="grade"
        options={[
          { value: '', text: t('请选择') },
          ...grades.map(({ code, name, when }) => ({ value: code, text: `${said(name)}：${said(when)}` })),
        ]}
      />
      <TextField label={t('明显早于或晚于同类件的说明（可不填）')} name="timing" maxLength={500} />
    </>
  )
}

/** What those fields say. */
export function groundsIn(given: FormData) {
  const [clause, alternative] = [text(given, 'clause'), text(given, 'alternative')]
  return {
    unmet: list(given, 'unmet'),
    interpretation: clause || alternative ? { clause, alternative } : null,
  }
}

export const gradeIn = (given: FormData) => ({
  grade: text(given, 'grade') || null,
  timing: text(given, 'timing') || null,
})
