import type { FileView } from '#modules/cases/contract.ts'
import { INVOLVED_WORDS, RAISED_WORDS, STOPPED_WORDS } from '#modules/cases/terms.ts'
import { InstantText, Notice, useSaid } from '#ui/index.ts'
import { Fact } from './FileHead.tsx'
import { useText } from './responsibility-messages.ts'

type Of = { readonly of: FileView['responsibility'] }

/** Who answers for the file: who stays with it, whose turn it is, where it was done, who passed it on, who was drawn in. */
export function Responsibility({ of: file }: { readonly of: FileView }) {
  const { responsibility: of } = file
  return (
    <div className="stack">
      <Facts of={of} />
      <Places of={of} />
      <Transfers of={of} />
      <Involved of={of} />
    </div>
  )
}

function Facts({ of }: Of) {
  const t = useText()
  const said = useSaid()
  const { officer, turns, powers } = of
  return (
    <dl className="facts sheet">
      <Fact name={t('全程服务')}>
        {officer ? <strong>{said(officer.name)}</strong> : <span className="soft">{t('还没有指定')}</span>}
        {officer?.standIn && (
          <div className="small">{t('（现由B岗 {{name}} 代）', { name: said(officer.standIn) })}</div>
        )}
        {of.silent && (
          <div className="small">
            ▲ {t('申请人已 {{count}} 个工作日没有得到消息', { count: of.silentDays })}
          </div>
        )}
      </Fact>
      {turns.map(({ what, unit, post, acting, asBackup }, index) => (
        <Fact key={index} name={t('现在该谁办')}>
          {said(what)} · {said(unit)} {said(post)}
          <div className="small soft">
            {acting === null
              ? t('无人在岗')
              : asBackup
                ? t('{{name}}（B岗）', { name: said(acting) })
                : said(acting)}
          </div>
        </Fact>
      ))}
      {powers && (
        <Fact name={t('授权到窗口')}>
          {(['accept', 'review', 'decide', 'seal'] as const)
            .filter((power) => powers[power].length > 0)
            .map((power) => (
              <div key={power} className="small">
                {t(POWERS[power])}: {powers[power].map(said).join('、')}
              </div>
            ))}
        </Fact>
      )}
      {of.everyDay && <Fact name="365">{t('365 窗口受理，承诺按自然日计算，节假日不停')}</Fact>}
    </dl>
  )
}

const POWERS = { accept: '受理', review: '审查', decide: '决定', seal: '用章发证' } as const

function Places({ of: { places, time } }: Of) {
  const t = useText()
  const said = useSaid()
  const lasted = useLasted()
  if (places.length === 0) return null
  return (
    <div>
      <h3>{t('每一步在哪里办')}</h3>
      {time && (
        <p className="small">
          {t('窗口用时 {{window}}，回到部门 {{department}}，都计入时限', {
            window: lasted(time.windowMinutes),
            department: lasted(time.departmentMinutes),
          })}
          {time.now && ` · ${time.now === 'window' ? t('现在在窗口') : t('现在在部门')}`}
        </p>
      )}
      <ol className="parts sheet">
        {places.map(({ at, by, what, counter, unit }, index) => (
          <li key={index} className="part-done">
            <div className="row apart">
              <strong>{said(what)}</strong>
              <span className="small">
                {counter === null ? t('在部门') : t('窗口 {{counter}}', { counter })}
              </span>
            </div>
            <div className="small soft">
              {said(by)}
              {unit && ` · ${said(unit)}`} · <InstantText at={at} />
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

const DAY_MINUTES = 1440

function useLasted() {
  const t = useText()
  return (minutes: number): string =>
    minutes < DAY_MINUTES
      ? t('{{hours}} 小时', { hours: (minutes / 60).toFixed(1) })
      : t('{{days}} 天', { days: (minutes / DAY_MINUTES).toFixed(1) })
}

function Transfers({ of: { transfers, dispute } }: Of) {
  const t = useText()
  const said = useSaid()
  if (transfers.length === 0 && !dispute) return null
  return (
    <div>
      <h3>{t('移交')}</h3>
      <ol className="parts sheet">
        {[...transfers, ...(dispute ? [dispute] : [])].map((one) => (
          <li key={one.nth} className="part-done">
            <div className="row apart">
              <strong>
                {t('{{step}}：{{from}} → {{to}}', {
                  step: one.step,
                  from: said(one.from.name),
                  to: said(one.to.name),
                })}
              </strong>
              <span className="small">{t('第 {{nth}} 次', { nth: one.nth })}</span>
            </div>
            <div>{one.reason}</div>
            <div className="small soft">
              {one.basis} · <InstantText at={one.at} />
            </div>
            {one.loop && <div className="small">▲ {t('又回到经手过的单位')}</div>}
            {one.lastMinute && <div className="small">▲ {t('临到期移交')}</div>}
          </li>
        ))}
      </ol>
      {dispute && (
        <Notice tone="yellow">
          {t('停止移交，等协调机构裁定')}（{said(STOPPED_WORDS[dispute.because])}）
        </Notice>
      )}
    </div>
  )
}

function Involved({ of: { interventions, unrecorded } }: Of) {
  const t = useText()
  const said = useSaid()
  if (interventions.length + unrecorded.length === 0) return null
  return (
    <div>
      <h3>{t('领导过问')}</h3>
      <ol className="parts sheet">
        {interventions.map(({ nth, leader, how, raisedBy, matter, heardAt, answered, ...marks }) => (
          <li key={nth} className={answered ? 'part-done' : 'part-open'}>
            <div className="row apart">
              <strong>{leader}</strong>
              <span className="small">
                {said(INVOLVED_WORDS[how])} · {said(RAISED_WORDS[raisedBy])}
              </span>
            </div>
            <div>{matter}</div>
            <div className="small soft">
              <InstantText at={heardAt} />
            </div>
            {marks.withinPower && <div className="small">{t('本单位职权内')}</div>}
            {marks.routine && <div className="small">▲ {t('常规事项上交')}</div>}
            {marks.enteredLate && <div className="small">▲ {t('口头过问补登过迟')}</div>}
            <div className="small">
              {answered
                ? t('答复：{{instruction}}（等待 {{days}} 个工作日）', {
                    instruction: answered.instruction,
                    days: answered.daysLost,
                  })
                : t('等待答复')}
            </div>
          </li>
        ))}
      </ol>
      {unrecorded.map(({ at, by, words }) => (
        <Notice key={at} tone="yellow">
          {t('{{by}} 的意见里提到“{{words}}”，但没有登记领导过问', { by: said(by), words })}
        </Notice>
      ))}
    </div>
  )
}
