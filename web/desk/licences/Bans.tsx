import { type FormEvent, useState } from 'react'
import { type BanRow, liftBan, listBans } from '#modules/licences/contract.ts'
import {
  Button,
  type Column,
  DayText,
  Dialog,
  Loaded,
  Notice,
  Section,
  Table,
  TextAreaField,
  useCommand,
  useRows,
  useSaid,
} from '#ui/index.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'

/** 不得再次申请: who, for what, until when; and the way to lift a wrong one. */
export function Bans() {
  const t = useText()
  const [lifting, setLifting] = useState<BanRow>()
  const bans = useRows(listBans, { query: {} })
  const columns = useColumns(setLifting)
  return (
    <Section title={t('不得再次申请')} id="bans">
      <p className="soft small">
        {t('隐瞒情况、提供虚假材料或者以欺骗贿赂取得许可的，一定期限内不得再次申请；期满自动解除。')}
      </p>
      <Loaded of={bans} empty={t('没有记录。')}>
        {({ rows, total }) => (
          <Table
            caption={t('不得再次申请的记录')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.ban}
            total={total}
            more={bans}
          />
        )}
      </Loaded>
      {lifting && <LiftDialog ban={lifting} onClose={() => setLifting(undefined)} />}
    </Section>
  )
}

function useColumns(onLift: (ban: BanRow) => void): Array<Column<BanRow>> {
  const t = useText()
  const said = useSaid()
  const standing = ({ lifted, stands }: BanRow) =>
    lifted ? t('已解除') : stands ? t('正在执行') : t('已到期自动解除')
  return [
    { key: 'who', title: t('申请人'), cell: ({ person }) => person, text: ({ person }) => person },
    {
      key: 'item',
      title: t('事项'),
      cell: ({ itemName }) => said(itemName),
      text: ({ itemName }) => said(itemName),
    },
    {
      key: 'until',
      title: t('期限'),
      cell: (ban) => (
        <span>
          <DayText day={ban.until} /> <span className="small soft">{standing(ban)}</span>
        </span>
      ),
      text: ({ until }) => until,
    },
    {
      key: 'basis',
      title: t('依据'),
      cell: ({ article, finding, caseNo, licence }) => (
        <div>
          <span className="small">{article}</span>
          <div className="small soft">{t('认定：{{finding}}', { finding })}</div>
          {licence === null ? (
            caseNo && <Go at={`/files/${caseNo}`}>{caseNo}</Go>
          ) : (
            <Go at={`/licences/${encodeURIComponent(licence)}`}>{licence}</Go>
          )}
        </div>
      ),
      text: ({ article, finding }) => `${article} ${finding}`,
    },
    {
      key: 'action',
      title: t('操作'),
      cell: (ban) =>
        ban.stands && (
          <Button look="quiet" onClick={() => onLift(ban)}>
            {t('解除')}
          </Button>
        ),
      text: () => '',
    },
  ]
}

function LiftDialog({ ban, onClose }: { readonly ban: BanRow; readonly onClose: () => void }) {
  const t = useText()
  const said = useSaid()
  const act = useCommand(liftBan, { refreshes: [listBans] })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '')
    act.mutate({ params: { ban: ban.ban }, body: { reason } }, { onSuccess: onClose })
  }
  return (
    <Dialog open title={t('解除不得再次申请')} onClose={onClose}>
      <form className="stack" onSubmit={onSubmit}>
        {act.error && (
          <Notice tone="red" role="alert">
            {said(act.error.text)}
          </Notice>
        )}
        <p>{t('由本单位另一位负责人或者上级领导解除，须写明理由；本人会收到短信。')}</p>
        <TextAreaField label={t('理由')} name="reason" rows={3} maxLength={1000} required />
        <div className="row dialog-actions">
          <Button type="submit" look="main" busy={act.isPending}>
            {t('解除')}
          </Button>
          <Button onClick={onClose}>{t('取消')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
