import type { FileView } from '#modules/cases/contract.ts'
import { CLOSED_NAMES, PARTY_NAMES } from '#modules/cases/terms.ts'
import { InstantText, Section, useSaid } from '#ui/index.ts'
import { Fact } from './FileHead.tsx'
import { useText } from './hearing-messages.ts'

const STAGE = {
  offered: '已告知听证权利',
  lapsed: '期限内无人申请听证',
  asked: '已申请听证，等待安排',
  set: '听证已通知',
  held: '听证已举行',
  givenUp: '听证已放弃',
} as const

/** How far the hearing of a file has come; nothing where there is none. */
export function Hearing({ of: { hearing } }: { readonly of: FileView }) {
  const t = useText()
  const said = useSaid()
  if (!hearing) return null
  const { stage, matter, asked, session, minutes } = hearing
  return (
    <Section title={t('听证')} id="hearing">
      <dl className="facts sheet">
        <Fact name={t('进展')}>
          <strong>{t(STAGE[stage])}</strong>
        </Fact>
        <Fact name={t('涉及')}>{matter}</Fact>
        {asked && (
          <Fact name={t('申请')}>
            {said(PARTY_NAMES[asked.by])} <InstantText at={asked.at} />{' '}
            {asked.postedOn && t('{{day}} 交邮', { day: asked.postedOn })}
          </Fact>
        )}
        {session && (
          <Fact name={t('时间和地点')}>
            <InstantText at={session.at} /> {session.place}
          </Fact>
        )}
        {session && (
          <Fact name={t('主持人')}>
            {session.chair} ·{' '}
            {session.closedFor
              ? t('不公开：涉及{{ground}}', { ground: said(CLOSED_NAMES[session.closedFor]) })
              : t('公开举行')}
          </Fact>
        )}
        {minutes && <Fact name={t('听证笔录')}>{minutes}</Fact>}
      </dl>
    </Section>
  )
}
