import { type DraftView, getGuide, getItemDraft, type GuideView } from '#modules/catalogue/contract.ts'
import { itemTypes, levels } from '#modules/catalogue/terms.ts'
import { Loaded, Notice, Page, sayDay, useAnswer, useLanguage, useSaid } from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import { RealTimes } from '../times/RealTimes.tsx'
import { CanI, Cost, HowLong, Then, Where } from './Answers.tsx'
import { Checklist } from './Checklist.tsx'
import { More } from './More.tsx'
import { Promised } from './Promised.tsx'
import { useText } from './messages.ts'

/** 办事指南: first the six things people ask, in the order in which they ask them; then everything else in full. */
export function GuidePage({ item, draft = false }: { readonly item: string; readonly draft?: boolean }) {
  return draft ? <DraftGuide item={item} /> : <PublishedGuide item={item} />
}

function PublishedGuide({ item }: { readonly item: string }) {
  const guide = useAnswer(getGuide, { params: { item } })
  return <Loaded of={guide}>{(view) => <Guide view={view} />}</Loaded>
}

/** For those who write it and are signed in at the desk: the draft as residents will read it. */
function DraftGuide({ item }: { readonly item: string }) {
  const t = useText()
  const draft = useAnswer(getItemDraft, { params: { item } })
  return (
    <>
      <Notice tone="yellow">{t('这是没有公布的草稿，只给工作人员看。最后几秒的修改可能还没有保存。')}</Notice>
      <Loaded of={draft}>{(data) => <Guide view={asGuide(data)} />}</Loaded>
    </>
  )
}

const asGuide = ({ item, unit, version, changedAt, content }: DraftView): GuideView => {
  const from = changedAt.slice(0, 10)
  return {
    version,
    standing: { state: 'inForce', because: null, document: null, since: null },
    guide: { item, version, unit, from, until: null, publishedAt: changedAt, hash: '', content },
    guideOf: from,
    power: null,
  }
}

function Guide({ view }: { readonly view: GuideView }) {
  const t = useText()
  const said = useSaid()
  const { guide, standing } = view
  const { content, item } = guide
  const online = content.channels.includes('web') || content.channels.includes('mobile')

  return (
    <Page
      title={said(content.name)}
      lead={t('{{body}} · {{type}}', {
        body: said(content.actingBody.name),
        type: said(itemTypes[content.type]),
      })}
    >
      <Standing view={view} />
      <ActsNow view={view} />
      <CanI content={content} />
      <Checklist item={item} content={content} />
      <HowLong content={content} />
      <RealTimes item={item} />
      <Cost content={content} />
      <Where content={content} />
      <Then content={content} />
      <Promised content={content} />
      <More view={view} />
      {content.channels.includes('counter') && standing.state === 'inForce' && (
        <p className="no-print">
          <GoTo to={pageAt('book', item)}>{t('预约到窗口办')}</GoTo>
        </p>
      )}
      {online && standing.state === 'inForce' && (
        <div className="guide-actions no-print">
          <GoTo to={pageAt('apply', item)} className="button button-main">
            {t('网上申请')}
          </GoTo>
          <span className="soft small">{t('先看看流程，再决定要不要申请；填写会自动保存。')}</span>
        </div>
      )}
    </Page>
  )
}

function Standing({ view: { standing, guide } }: { readonly view: GuideView }) {
  const t = useText()
  const language = useLanguage()
  const because = standing.because ?? ''
  const document = standing.document ?? ''
  if (standing.state === 'inForce') return null
  if (standing.state === 'upcoming')
    return <Notice>{t('已公布，{{from}} 起才能申请。', { from: sayDay(guide.from, language) })}</Notice>
  return (
    <Notice tone="yellow">
      {standing.state === 'suspended'
        ? t('暂停办理：{{because}}（{{document}}）。已经受理的照常办完。', { because, document })
        : t('已取消：{{because}}（{{document}}）。', { because, document })}
    </Notice>
  )
}

/** 哪一级办: since the power was moved, so that nobody goes to the wrong house. */
function ActsNow({ view: { power } }: { readonly view: GuideView }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  if (!power) return null
  return (
    <Notice>
      {t('自 {{from}} 起由{{unit}}（{{level}}）办理，以前由{{before}}办理。', {
        from: sayDay(power.since, language),
        unit: said(power.unitName),
        level: said(levels[power.level]),
        before: power.before ? said(power.before.unitName) : '',
      })}
    </Notice>
  )
}
