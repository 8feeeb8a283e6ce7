import type { ReactNode } from 'react'
import type { LimitShape, Material } from '#modules/catalogue/contract.ts'
import type { FileView } from '#modules/cases/contract.ts'
import { DueText, InstantText, QrCode, sayLimit, useLanguage, type useSaid } from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { useText } from './messages.ts'

interface ReceiptProps {
  readonly itemName: string
  readonly unit: string
  readonly applicant: string
  /** Empty where the applicant came in person. */
  readonly agent: string
  readonly handedIn: readonly string[]
  readonly missing: readonly string[]
  /** The promise of the item, until there is a date. */
  readonly promise: string
  readonly file?: FileView
  readonly trackingCode?: string
}

/** 回执: what the applicant takes home, growing while the clerk ticks; with its number and code once it is given. */
export function Receipt(props: ReceiptProps) {
  const t = useText()
  const unitName = useUnitName()
  const { itemName, unit, applicant, agent, handedIn, missing, promise, file, trackingCode } = props
  const due = file?.clocks.find(({ limit }) => limit === 'committed')?.dueAt
  const acceptedAtOnce = file !== undefined && file.acceptedAt === file.receivedAt
  const blank = <span className="soft">{t('尚未填写')}</span>
  return (
    <article className={file ? 'receipt is-given' : 'receipt'} aria-label={t('回执')}>
      <h2>{t(titleOf(file, missing.length))}</h2>
      <dl>
        <Fact name={t('编号')}>
          {file ? (
            <strong className="receipt-number">{file.caseNo}</strong>
          ) : (
            <span className="soft">{t('受理后生成')}</span>
          )}
        </Fact>
        <Fact name={t('事项')}>
          {itemName || blank}
          {file && (
            <span className="small soft"> {t('第 {{version}} 版', { version: file.itemVersion })}</span>
          )}
        </Fact>
        <Fact name={t('办理单位')}>{unitName(unit) || blank}</Fact>
        <Fact name={t('申请人')}>{(file?.applicant ?? applicant) || blank}</Fact>
        {(file?.agent || agent) && <Fact name={t('代理人')}>{file?.agent?.name ?? agent}</Fact>}
        {file && (
          <Fact name={acceptedAtOnce ? t('收件受理') : t('收件时间')}>
            <InstantText at={file.receivedAt} />
          </Fact>
        )}
        {file?.acceptedAt && !acceptedAtOnce && (
          <Fact name={t('受理时间')}>
            <InstantText at={file.acceptedAt} />
          </Fact>
        )}
        {file?.counter && (
          <Fact name={t('窗口')}>
            {file.counter}
            {file.badge && ` · ${t('工作牌')} ${file.badge}`}
          </Fact>
        )}
        <Fact name={t('收到材料')}>
          {handedIn.length > 0 ? <Names of={handedIn} /> : <span className="soft">–</span>}
        </Fact>
        {missing.length > 0 && (
          <Fact name={t('需补正')}>
            <Names of={missing} />
          </Fact>
        )}
        <Fact name={t('承诺办结')}>{due ? <DueText at={due} /> : promise || blank}</Fact>
        {trackingCode && (
          <Fact name={t('查询码')}>
            <strong className="receipt-number">{trackingCode}</strong>
          </Fact>
        )}
      </dl>
      {file && trackingCode && (
        <div className="receipt-code">
          <QrCode
            text={trackingAddress(file.caseNo, trackingCode)}
            label={t('扫码查进度；凭编号和查询码也可查询。')}
          />
          <p className="small">{t('扫码查进度；凭编号和查询码也可查询。')}</p>
        </div>
      )}
    </article>
  )
}

const trackingAddress = (caseNo: string, code: string) =>
  `${window.location.origin}/track/${caseNo}?code=${encodeURIComponent(code)}`

function titleOf(file: FileView | undefined, missing: number) {
  if (file?.acceptedAt || (!file && missing === 0)) return '受理回执'
  return missing > 0 ? '收件回执（待补正）' : '收件回执'
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Names = ({ of: names }: { readonly of: readonly string[] }) => (
  <ol className="receipt-names">
    {names.map((name) => (
      <li key={name}>{name}</li>
    ))}
  </ol>
)

export const namesOf = (materials: readonly Material[], said: ReturnType<typeof useSaid>): string[] =>
  materials.map(({ name }) => said(name))

const UNITS = { workingDays: 'W', calendarDays: 'D', hours: 'h', workingHours: 'WH' } as const

/** 8 个工作日 as the guide promises it. */
export function usePromise(): (limit: LimitShape | null, onTheSpot: boolean) => string {
  const t = useText()
  const language = useLanguage()
  return (limit, onTheSpot) => {
    if (onTheSpot) return t('当场办结')
    const unit = limit && UNITS[limit.unit as keyof typeof UNITS]
    return limit && unit ? t('受理后 {{limit}}', { limit: sayLimit(`${limit.length}${unit}`, language) }) : ''
  }
}
