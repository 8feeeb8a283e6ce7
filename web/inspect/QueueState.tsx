import { useState } from 'react'
import { Button, Dialog, Notice, useSaid } from '#ui/index.ts'
import { Unlock } from './Unlock.tsx'
import { useText } from './messages.ts'
import { countOf } from './queue.ts'
import type { Connection, Phone } from './use-phone.ts'

const WORDS = {
  signedIn: '已联网',
  offline: '没有网络，先存在本机',
  working: '正在同步',
  signedOut: '须重新登录',
} as const satisfies Record<Connection, string>

const WHAT = {
  start: '到场开始',
  answer: '检查表',
  note: '文字记录',
  statement: '现场陈述',
  finding: '发现问题',
  recheck: '复查',
  end: '结束检查',
  photo: '拍照',
  sound: '录音',
  document: '证据',
  signature: '本人签名',
  sheet: '情况单',
} as const

/** What waits, what is sent, what was refused and why: always in sight. */
export function QueueState({ phone }: { readonly phone: Phone }) {
  const t = useText()
  const said = useSaid()
  const [signing, setSigning] = useState(false)
  const { steps, connection } = phone
  const refused = steps.filter(({ state }) => state === 'refused')
  const signedOut = connection === 'signedOut'
  return (
    <section className="stack" aria-live="polite">
      <div className="row apart inspect-state" data-waiting={countOf(steps, 'waiting')}>
        <span>{t(WORDS[connection])}</span>
        <span className="small">
          {t('待传')} {countOf(steps, 'waiting')} · {t('已传')} {countOf(steps, 'sent')} · {t('被退')}{' '}
          {refused.length}
        </span>
        <Button
          look={signedOut ? 'main' : 'usual'}
          busy={connection === 'working'}
          onClick={() => (signedOut ? setSigning(true) : void phone.synchronise())}
        >
          {signedOut ? t('登录') : t('立即同步')}
        </Button>
      </div>
      {refused.length > 0 && (
        <Notice tone="yellow">
          <p>{t('被退的步骤不会丢失：按提示补做，或者条件具备后重试。')}</p>
          <ul>
            {refused.map(({ seq, what, refusal }) => (
              <li key={seq}>
                <strong>{what in WHAT && t(WHAT[what as keyof typeof WHAT])}</strong>{' '}
                {refusal && said(refusal)} <Button onClick={() => void phone.retry(seq)}>{t('重试')}</Button>{' '}
                <Button look="quiet" onClick={() => void phone.drop(seq)}>
                  {t('放弃')}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Dialog open={signing} title={t('登录超时，请重新登录后上报。')} onClose={() => setSigning(false)}>
        <Unlock
          onOpened={() => {
            setSigning(false)
            void phone.synchronise()
          }}
        />
      </Dialog>
    </section>
  )
}
