import { useState } from 'react'
import { Button, Section } from '#ui/index.ts'
import { OwnRegisters } from '#ui/registers/OwnRegisters.tsx'
import { useResident } from '../shell/session.ts'
import { SignIn } from '../shell/SignIn.tsx'
import { useText } from './messages.ts'

/** What a resident may enter, and how what he entered stands. */
export function OwnEntries() {
  const t = useText()
  const resident = useResident()
  const [asked, setAsked] = useState(false)
  if (resident.isPending) return null
  return (
    <Section title={t('我要登记')}>
      <p className="small soft">{t('咨询、上门服务申请、因延误造成的损失，可以在这里提出，并看到答复。')}</p>
      {resident.data ? (
        <OwnRegisters />
      ) : asked ? (
        <SignIn />
      ) : (
        <div>
          <Button onClick={() => setAsked(true)}>{t('登录后办理')}</Button>
        </div>
      )}
    </Section>
  )
}
