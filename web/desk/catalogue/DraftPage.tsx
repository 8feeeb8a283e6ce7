import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import {
  type DraftView,
  getItemDraft,
  getImpact,
  listItemDrafts,
  publishItem,
} from '#modules/catalogue/contract.ts'
import { itemChannels } from '#modules/catalogue/terms.ts'
import {
  Button,
  Confirm,
  Loaded,
  Notice,
  Page,
  sayDay,
  Section,
  TextField,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'
import './catalogue.css'

/** A draft with what the gate found in it, and the way to publish it for those who may. */
export function DraftPage() {
  const t = useText()
  const { item = '' } = useParams({ strict: false }) as { item?: string }
  const draft = useAnswer(getItemDraft, { params: { item } })
  return (
    <Page title={t('草稿 {{item}}', { item })} up={<Go at="/catalogue">← {t('事项草稿')}</Go>}>
      <Loaded of={draft}>
        {(data) => (
          <>
            <Findings of={data} />
            <Publish of={data} />
            <Content of={data} />
            <Impact item={item} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Findings({ of: { findings } }: { readonly of: DraftView }) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={t('校验结果')} id="findings">
      {findings.length === 0 && <p>{t('没有发现问题，可以公布。')}</p>}
      <ul className="findings">
        {findings.map(({ check, level, place, text, todo }, index) => (
          <li key={index} className={level === 'blocking' ? 'sheet is-blocking' : 'sheet'}>
            <div className="row">
              <strong>{level === 'blocking' ? `■ ${t('必须改')}` : `▲ ${t('请核对')}`}</strong>
              <span className="small soft">
                {check} {place}
              </span>
            </div>
            <p>{said(text)}</p>
            <p className="soft">{said(todo)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Publish({ of: draft }: { readonly of: DraftView }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const permits = usePermits()
  const [from, setFrom] = useState<string | null>(null)
  const publish = useCommand(publishItem, { refreshes: [listItemDrafts, getItemDraft] })
  if (!permits('catalogue.publish')) return null
  const blocked = draft.findings.some(({ level }) => level === 'blocking')

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setFrom(String(new FormData(event.currentTarget).get('from') ?? ''))
  }
  const onConfirm = () =>
    publish.mutate(
      { params: { item: draft.item }, body: { from: from ?? '' }, ifMatch: draft.version },
      { onSettled: () => setFrom(null) },
    )

  return (
    <Section title={t('公布')} id="publish">
      {publish.error && (
        <Notice tone="red" role="alert">
          {said(publish.error.text)}
        </Notice>
      )}
      {publish.data && (
        <Notice role="status">
          {t('已公布第 {{version}} 版，自 {{from}} 起生效。', {
            version: publish.data.version,
            from: sayDay(publish.data.from, language),
          })}
        </Notice>
      )}
      {blocked ? (
        <p>{t('还有必须改的问题，改好才能公布。')}</p>
      ) : (
        <form className="row publish-form" onSubmit={onSubmit}>
          <TextField label={t('自哪一天起生效')} name="from" type="date" required />
          <Button type="submit" look="main">
            {t('公布')}
          </Button>
        </form>
      )}
      <Confirm
        open={from !== null}
        title={t('公布')}
        action={t('公布')}
        busy={publish.isPending}
        onConfirm={onConfirm}
        onClose={() => setFrom(null)}
      >
        <p>{t('公布后不能修改，只能再公布新版本；在办件按原版本办完。')}</p>
      </Confirm>
    </Section>
  )
}

const UNITS = {
  workingDays: '个工作日',
  calendarDays: '日',
  months: '个月',
  years: '年',
  workingHours: '个工作小时',
  hours: '小时',
} as const

function Content({ of: { content } }: { readonly of: DraftView }) {
  const t = useText()
  const said = useSaid()
  const length = (limit: DraftView['content']['limits']['committed']) =>
    limit ? `${limit.length} ${t(UNITS[limit.unit])}` : '–'
  return (
    <Section title={t('内容')} id="content">
      <dl className="facts sheet">
        <div>
          <dt>{t('事项')}</dt>
          <dd>{said(content.name)}</dd>
        </div>
        <div>
          <dt>{t('法定')}</dt>
          <dd>{length(content.limits.statutory)}</dd>
        </div>
        <div>
          <dt>{t('承诺')}</dt>
          <dd>{length(content.limits.committed)}</dd>
        </div>
        <div>
          <dt>{t('渠道')}</dt>
          <dd>{content.channels.map((channel) => said(itemChannels[channel])).join(' · ')}</dd>
        </div>
        <div>
          <dt>{t('材料')}</dt>
          <dd>{content.materials.map(({ name }) => said(name)).join('、')}</dd>
        </div>
        <div>
          <dt>{t('环节')}</dt>
          <dd>{content.steps.map(({ name }) => said(name)).join(' → ')}</dd>
        </div>
        <div>
          <dt>{t('依据')}</dt>
          <dd>{content.basis.map(({ law, article }) => `${law} ${article}`).join('；')}</dd>
        </div>
      </dl>
    </Section>
  )
}

function Impact({ item }: { readonly item: string }) {
  const t = useText()
  const language = useLanguage()
  const impact = useAnswer(getImpact, { params: { item } })
  const rows = impact.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={t('影响')} id="impact">
      <ul className="changes">
        {rows.map(({ version, from, openCases }) => (
          <li key={version}>
            {t('第 {{version}} 版，{{from}} 起：在办 {{open}} 件', {
              version,
              from: sayDay(from, language),
              open: openCases,
            })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
