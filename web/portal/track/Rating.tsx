import { useState } from 'react'
import { rateFile, trackFile } from '#modules/cases/contract.ts'
import { GRADE_WORDS, GRADES } from '#modules/cases/terms.ts'
import { Button, Failed, Section, useCommand, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import type { TrackedProps } from './TrackedCase.tsx'

/** One tap and no default: a grade that was chosen beforehand would be ours, not the applicant's. */
export function Rating({ file: { caseNo, rated }, code }: TrackedProps) {
  const t = useText()
  const said = useSaid()
  const rating = useCommand(rateFile, { refreshes: [trackFile] })
  const [connections, setConnections] = useState<boolean>()
  const grade = rating.data?.rated ?? rated
  return (
    <Section title={t('请您评价')} id="rate">
      {grade ? (
        <p role="status">{t('谢谢，您的评价是：{{grade}}', { grade: said(GRADE_WORDS[grade]) })}</p>
      ) : (
        <>
          <p className="soft">{t('点一下就好，也可以不评。每件只评一次，不影响今后办事。')}</p>
          <Connections answer={connections} onAnswer={setConnections} />
          <div className="grades">
            {GRADES.map((one) => (
              <Button
                key={one}
                busy={rating.isPending}
                onClick={() => rating.mutate({ params: { caseNo }, body: { code, grade: one, connections } })}
              >
                {said(GRADE_WORDS[one])}
              </Button>
            ))}
          </div>
          {rating.error && <Failed problem={rating.error} />}
        </>
      )}
    </Section>
  )
}

interface ConnectionsProps {
  readonly answer: boolean | undefined
  readonly onAnswer: (answer: boolean) => void
}

/** May stay unanswered; it goes along with the grade. */
function Connections({ answer, onAnswer }: ConnectionsProps) {
  const t = useText()
  return (
    <fieldset className="row">
      <legend>{t('办这件事，您是否找过熟人、托过关系？（可以不答，只用于统计）')}</legend>
      {[false, true].map((one) => (
        <label key={String(one)} className="row">
          <input type="radio" name="connections" checked={answer === one} onChange={() => onAnswer(one)} />
          {one ? t('找过') : t('没有')}
        </label>
      ))}
    </fieldset>
  )
}
