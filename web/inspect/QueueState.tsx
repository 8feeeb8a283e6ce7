import { useState } from 'react'
import { Button, Confirm, Dialog, Notice, useSaid } from '#ui/index.ts'
import { Unlock } from './Unlock.tsx'
import { useText } from './messages.ts'
import { countOf, nextOf, type Step } from './queue.ts'
import type { Connection, Fault, Phone } from './use-phone.ts'

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

const FAULTS = {
  full: '没有存上：本机存储已满。请先联网上报，或者删掉手机上别的内容，再按一次；栏里的内容还在。',
  failed: '没有存上：本机写不进去。栏里的内容还在，请再按一次；仍不行请刷新本页。',
} as const satisfies Record<Fault, string>

/** What waits, what is sent, what was refused and why: always in sight. */
export function QueueState({ phone }: { readonly phone: Phone }) {
  const t = useText()
  const said = useSaid()
  const [signing, setSigning] = useState(false)
  const { steps, connection, fault, handed } = phone
  const refused = steps.filter(({ state }) => state === 'refused')
  const signedOut = connection === 'signedOut'
  const waiting = countOf(steps, 'waiting')
  const next = connection === 'working' ? nextOf(steps) : undefined
  return (
    <>
      <section className="inspect-state" aria-live="polite" data-waiting={waiting}>
        <div className="inspect-now">
          <div>
            <div>
              {t(WORDS[connection])}
              {next && (
                <span className="small">
                  {' · '}
                  <StepName of={next} />
                </span>
              )}
            </div>
            <div className="small">
              {t('待传')} {waiting} · {t('已传')} {countOf(steps, 'sent')} · {t('被退')} {refused.length}
            </div>
          </div>
          <Button
            look={signedOut ? 'main' : 'usual'}
            busy={connection === 'working'}
            onClick={() => (signedOut ? setSigning(true) : void phone.synchronise())}
          >
            {signedOut ? t('登录') : t('立即同步')}
          </Button>
        </div>
        {fault && (
          <Notice tone="red" role="alert">
            {t(FAULTS[fault])}
          </Notice>
        )}
      </section>
      {handed.map(({ visit, name, steps: count }) => (
        <Notice key={visit} role="status">
          ✓ {t('{{name}}：{{count}} 步全部上报，服务器已收到，本机不再保留。', { name: said(name), count })}
        </Notice>
      ))}
      {refused.length > 0 && <Refused of={refused} phone={phone} />}
      <Dialog open={signing} title={t('登录超时，请重新登录后上报。')} onClose={() => setSigning(false)}>
        <Unlock
          onOpened={() => {
            setSigning(false)
            void phone.synchronise()
          }}
        />
      </Dialog>
    </>
  )
}

function StepName({ of: { what } }: { readonly of: Step }) {
  const t = useText()
  return <>{what in WHAT && t(WHAT[what as keyof typeof WHAT])}</>
}

/** What the server did not take stays, with its reason; several are tried again with one press. */
function Refused({ of, phone }: { readonly of: readonly Step[]; readonly phone: Phone }) {
  const t = useText()
  const said = useSaid()
  const [dropping, setDropping] = useState<number>()
  return (
    <Notice tone="yellow">
      <p>{t('被退的步骤不会丢失：按提示补做，或者条件具备后重试。')}</p>
      <ul>
        {of.map((step) => (
          <li key={step.seq}>
            <strong>
              <StepName of={step} />
            </strong>{' '}
            {step.refusal && said(step.refusal)}{' '}
            <Button onClick={() => void phone.retry(step.seq)}>{t('重试')}</Button>{' '}
            <Button look="quiet" onClick={() => setDropping(step.seq)}>
              {t('放弃')}
            </Button>
          </li>
        ))}
      </ul>
      {of.length > 1 && (
        <Button onClick={() => void phone.retry(...of.map(({ seq }) => seq))}>{t('全部重试')}</Button>
      )}
      <Confirm
        open={dropping !== undefined}
        title={t('放弃')}
        action={t('放弃')}
        danger
        onConfirm={() => {
          if (dropping !== undefined) void phone.drop(dropping)
          setDropping(undefined)
        }}
        onClose={() => setDropping(undefined)}
      >
        {t('这一步从本机清除，找不回来；结束检查时会向服务器说明它没有上报。')}
      </Confirm>
    </Notice>
  )
}
