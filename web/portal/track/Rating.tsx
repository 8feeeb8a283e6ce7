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
  const grade = rating.data?.rated ?? rated
  return (
    <Section title={t('请您评价')} id="rate">
      {grade ? (
        <p role="status">{t('谢谢，您的评价是：{{grade}}', { grade: said(GRADE_WORDS[grade]) })}</p>
      ) : (
        <>
          <p className="soft">{t('点一下就好，也可以不评。每件只评一次，不影响今后办事。')}</p>
          <div className="grades">
            {GRADES.map((one) => (
              <Button
                key={one}
                busy={rating.isPending}
                onClick={() => rating.mutate({ params: { caseNo }, body: { code, grade: one } })}
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
