import { getGuide } from '#modules/catalogue/contract.ts'
import type { TrackedFile } from '#modules/cases/contract.ts'
import { Section, useAnswer } from '#ui/index.ts'
import { useText } from './messages.ts'

const OVER: ReadonlyArray<TrackedFile['status']> = ['delivered', 'declined', 'withdrawn']

/** What follows when nobody acts in time, and whom to tell. */
export function Late({ file: { item, status, maySupply } }: { readonly file: TrackedFile }) {
  const t = useText()
  const guide = useAnswer(getGuide, { params: { item } })
  const phone = guide.data?.guide.content.phones.complaint
  return (
    <Section title={t('如果超期会怎样')} id="late">
      {!OVER.includes(status) && !maySupply && (
        <p className="prose">
          {status === 'received'
            ? t('五个工作日内没有答复您，就从收到材料之日起视为受理，时限照算。')
            : t('超过承诺期限，系统自动亮黄牌；超过法定期限，亮红牌，由监察部门追究。您不用催，也可以投诉。')}
        </p>
      )}
      <p>
        {phone && phone !== '12345'
          ? t('投诉：{{phone}}，或 12345。投诉不影响办理。', { phone })
          : t('投诉：12345。投诉不影响办理。')}
      </p>
    </Section>
  )
}
