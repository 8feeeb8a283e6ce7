import { useState } from 'react'
import { Button, Confirm, DayText, Empty, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'
import { type Draft, wipe } from './phone-store.ts'
import { countOf } from './queue.ts'
import { QueueState } from './QueueState.tsx'
import { type Phone, usePhone } from './use-phone.ts'
import { Visit } from './Visit.tsx'

interface VisitsProps {
  readonly cryptoKey: CryptoKey
  readonly onWiped: () => void
}

export function Visits({ cryptoKey, onWiped }: VisitsProps) {
  const phone = usePhone(cryptoKey)
  const [chosen, setChosen] = useState<string>()
  const taken = phone.visits.find(({ view }) => view.visit === chosen)
  return (
    <>
      <QueueState phone={phone} />
      {taken ? (
        <Visit taken={taken} phone={phone} onBack={() => setChosen(undefined)} />
      ) : (
        <VisitList phone={phone} onChoose={setChosen} onWiped={onWiped} />
      )}
    </>
  )
}

const standingOf = ({ started, ended, handedIn }: Draft) =>
  handedIn ? '已交，待上报。' : ended ? '待交情况单' : started ? '正在检查' : '尚未到场'

interface VisitListProps {
  readonly phone: Phone
  readonly onChoose: (visit: string) => void
  readonly onWiped: () => void
}

function VisitList({ phone, onChoose, onWiped }: VisitListProps) {
  const t = useText()
  const said = useSaid()
  const [asking, setAsking] = useState(false)
  const unsent = countOf(phone.steps, 'waiting') + countOf(phone.steps, 'refused')
  return (
    <>
      {phone.visits.length === 0 && <Empty>{t('没有指派给您的检查。')}</Empty>}
      <ul className="inspect-list">
        {phone.visits.map(({ view, draft }) => (
          <li key={view.visit}>
            <Button className="inspect-visit" onClick={() => onChoose(view.visit)}>
              <strong>{said(view.name)}</strong>
              <span className="small">
                {view.section && <>{view.section} · </>}
                {said(view.checklist.title)} · <DayText day={view.from} />–<DayText day={view.until} />
                {view.sealed && <> · {t('保密')}</>}
              </span>
              <span className="small">{t(standingOf(draft))}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('清除本机')}
      </Button>
      <Confirm
        open={asking}
        title={t('清除本机')}
        action={t('清除本机')}
        danger
        onConfirm={() => void wipe().then(onWiped)}
        onClose={() => setAsking(false)}
      >
        {unsent > 0
          ? t('本机上还有 {{count}} 步没有上报，清除后找不回来。', { count: unsent })
          : t('本机上的检查内容全部清除。')}
      </Confirm>
    </>
  )
}
