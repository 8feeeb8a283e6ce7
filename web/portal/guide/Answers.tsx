import type { ItemContent } from '#modules/catalogue/contract.ts'
import { clientKinds, itemChannels, paymentWays } from '#modules/catalogue/terms.ts'
import { Section, useSaid } from '#ui/index.ts'
import { useLimit } from '../shell/limits.ts'
import { useText } from './messages.ts'

interface Part {
  readonly content: ItemContent
}

export function CanI({ content: { conditions, clients } }: Part) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={t('我能办吗？')} id="can">
      {conditions.length === 0 ? (
        <p>{t('没有另外规定的条件。')}</p>
      ) : (
        <>
          <p>{t('符合下面的条件就可以办：')}</p>
          <ol className="guide-list">
            {conditions.map(({ code, text }) => (
              <li key={code}>{said(text)}</li>
            ))}
          </ol>
        </>
      )}
      {clients.length > 0 && (
        <dl className="guide-facts">
          <div>
            <dt>{t('可以申请的')}</dt>
            <dd>{clients.map((client) => said(clientKinds[client])).join(' · ')}</dd>
          </div>
        </dl>
      )}
    </Section>
  )
}

export function HowLong({ content }: Part) {
  const t = useText()
  const said = useSaid()
  const limit = useLimit()
  const { onTheSpot, statutory, committed, note } = content.limits
  const { deemedApproval, specialSteps } = content
  const { basis } = deemedApproval
  return (
    <Section title={t('要多久？')} id="long">
      <p>
        <strong>
          {onTheSpot || !committed
            ? onTheSpot && t('当场办结。')
            : t('我们承诺 {{limit}} 内办完。', { limit: limit(committed) })}
        </strong>{' '}
        {statutory ? t('法律规定最长 {{limit}}。', { limit: limit(statutory) }) : t('法律没有规定期限。')}
      </p>
      {content.filing && <p>{t('备案：材料收齐即生效，当场给回执，不需要审批。')}</p>}
      {content.sameDay && <p>{t('材料齐全、符合条件的，当天作出决定。')}</p>}
      {content.pledge && <p>{t('可以签告知承诺书代替部分材料，当场作出决定，事后核查。')}</p>}
      {!onTheSpot && (
        <p className="soft prose">
          {t('从受理的第二天起算，休息日和节假日不算。超过期限，系统会自动亮黄牌、红牌，不用您催。')}
        </p>
      )}
      <p className="soft prose">{t('收到材料后五个工作日内不答复，就视为受理。')}</p>
      {deemedApproval.eligible && basis && (
        <p>
          {t('到期没有决定的，视为同意（{{basis}}）。', { basis: `${basis.law} ${basis.article}`.trim() })}
        </p>
      )}
      {note.zh && <p className="soft">{said(note)}</p>}
      {specialSteps.length > 0 && (
        <>
          <p>{t('下面这些时间依法不算在内，会书面告诉您：')}</p>
          <ul className="guide-list">
            {specialSteps.map((step) => (
              <li key={step.code}>
                {said(step.name)} · {limit(step.limit)} · {step.basis.law} {step.basis.article}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

export function Cost({ content: { fee } }: Part) {
  const t = useText()
  const said = useSaid()
  return (
    <Section title={t('要花多少钱？')} id="cost">
      {!fee.charged ? (
        <p>
          <strong>{t('不收费。')}</strong>
        </p>
      ) : (
        <>
          <ul className="guide-list">
            {fee.items.map((item) => (
              <li key={item.code}>
                {said(item.name)}: <strong>{said(item.standard)}</strong>
                <div className="soft small">
                  {t('依据：{{basis}}', { basis: item.basis })}
                  {item.reductions && ` · ${t('可减免：{{text}}', { text: said(item.reductions) })}`}
                </div>
              </li>
            ))}
          </ul>
          {fee.waysToPay.length > 0 && (
            <p>
              {t('缴费方式：{{ways}}', {
                ways: fee.waysToPay.map((way) => said(paymentWays[way])).join(' · '),
              })}
            </p>
          )}
        </>
      )}
    </Section>
  )
}

export function Where({ content }: Part) {
  const t = useText()
  const said = useSaid()
  const { place, phones, channels, visits, onSiteReason } = content
  return (
    <Section title={t('到哪里办？')} id="where">
      <dl className="guide-facts">
        <div>
          <dt>{t('办理方式')}</dt>
          <dd>{channels.map((channel) => said(itemChannels[channel])).join(' · ')}</dd>
        </div>
        <div>
          <dt>{t('地点')}</dt>
          <dd>{said(place.address)}</dd>
        </div>
        <div>
          <dt>{t('时间')}</dt>
          <dd>{said(place.hours)}</dd>
        </div>
        <div>
          <dt>{t('要跑几次')}</dt>
          <dd>
            {visits === 0 ? t('不用跑，网上可以办完') : t('{{count}} 次', { count: visits })}
            {onSiteReason && (
              <div className="soft small">
                {t('必须到现场，因为：{{reason}}', { reason: said(onSiteReason) })}
              </div>
            )}
          </dd>
        </div>
        <Phone title={t('咨询电话')} number={phones.consult} />
        <Phone title={t('投诉电话')} number={phones.complaint} />
      </dl>
    </Section>
  )
}

function Phone({ title, number }: { readonly title: string; readonly number: string }) {
  if (!number) return null
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>
      </dd>
    </div>
  )
}

/** 行政许可法 50: where the item says nothing else. */
const THIRTY_DAYS = { length: 30, unit: 'calendarDays' } as const

export function Then({ content: { steps, results } }: Part) {
  const t = useText()
  const said = useSaid()
  const limit = useLimit()
  return (
    <Section title={t('然后呢？')} id="then">
      <p className="prose">
        {t('交了以后您会得到编号和查询码，随时可以在网上看到每一步是谁、什么时候办的。')}
      </p>
      {steps.length > 0 && (
        <>
          <h3>{t('办理的步骤')}</h3>
          <ol className="guide-list">
            {steps.map((step) => (
              <li key={step.code}>
                {step.limit
                  ? t('{{step}}（{{limit}}）', { step: said(step.name), limit: limit(step.limit) })
                  : said(step.name)}
              </li>
            ))}
          </ol>
        </>
      )}
      {results.length > 0 && (
        <>
          <h3>{t('办完拿到')}</h3>
          <ul className="guide-list">
            {results.map(({ code, name, validFor, kind, licence, renewBefore = THIRTY_DAYS }) => (
              <li key={code}>
                {said(name)}
                <span className="soft small">
                  {' '}
                  · {validFor ? t('有效期 {{limit}}', { limit: limit(validFor) }) : t('长期有效')}
                  {validFor &&
                    kind === 'licence' &&
                    licence !== 'ends' &&
                    ` · ${t('届满 {{limit}} 前提出延续', { limit: limit(renewBefore) })}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
