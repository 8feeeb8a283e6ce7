import { signOut } from '#modules/access/contract.ts'
import { ownFiles } from '#modules/cases/contract.ts'
import {
  Button,
  Failed,
  Loaded,
  Page,
  sayDay,
  Section,
  useAnswer,
  useCommand,
  useLanguage,
  useSaid,
  Waiting,
} from '#ui/index.ts'
import { OwnBookings } from '../book/OwnBookings.tsx'
import { GoTo, pageAt } from '../shell/address.tsx'
import { useEndSession, useResident } from '../shell/session.ts'
import { SignIn } from '../shell/SignIn.tsx'
import { Drafts } from './Drafts.tsx'
import { Licences } from './Licences.tsx'
import { useText } from './messages.ts'

export function MinePage() {
  const t = useText()
  const resident = useResident()
  const end = useEndSession()
  const leaving = useCommand(signOut)
  const leave = () => leaving.mutate({}, { onSettled: end })

  if (resident.isPending) return <Waiting />
  if (resident.error) return <Failed problem={resident.error} again={resident.refetch} />
  if (!resident.data)
    return (
      <Page
        title={t('我的办件')}
        lead={t('用手机验证码登录，看自己在网上交的申请和草稿。在窗口办的，凭收件凭证上的编号和查询码查。')}
      >
        <SignIn />
        <p>
          <GoTo to={pageAt('track')}>{t('凭编号和查询码查')}</GoTo>
        </p>
      </Page>
    )
  return (
    <Page
      title={t('我的办件')}
      actions={
        <Button busy={leaving.isPending} onClick={leave}>
          {t('退出')}
        </Button>
      }
    >
      <OwnBookings />
      <Licences />
      <Drafts />
      <Files />
    </Page>
  )
}

function Files() {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const own = useAnswer(ownFiles, {})
  return (
    <Section title={t('申请')}>
      <Loaded
        of={own}
        empty={
          <>
            <p>{t('您还没有在网上交过申请。')}</p>
            <p>
              <GoTo to={pageAt('')}>{t('去找要办的事')}</GoTo>
            </p>
          </>
        }
      >
        {({ rows }) => (
          <ul className="portal-results">
            {rows.map((file) => (
              <li key={file.caseNo}>
                <GoTo
                  to={pageAt('track', file.caseNo, { code: file.trackingCode })}
                  className="sheet portal-result"
                >
                  <strong>{said(file.itemName)}</strong>
                  <span>{said(file.nextStep)}</span>
                  <span className="small">
                    {t('{{caseNo}} · 收到 {{at}}', {
                      caseNo: file.caseNo,
                      at: sayDay(file.receivedAt, language),
                    })}
                    {file.maySupply && ` · ${t('请补交材料')}`}
                    {file.mayRate && ` · ${t('可以评价')}`}
                  </span>
                </GoTo>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}
