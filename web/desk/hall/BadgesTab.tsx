import { useState } from 'react'
import {
  type ArrangedBadge,
  getDuty,
  getHallArrangement,
  type HallArrangement,
  withdrawBadge,
} from '#modules/hall/contract.ts'
import { BADGE_STATE_NAMES } from '#modules/hall/terms.ts'
import {
  Button,
  DayText,
  FormDialog,
  Table,
  TextField,
  textOf,
  TickField,
  useCommand,
  useSaid,
  useToast,
} from '#ui/index.ts'
import { BadgeForm } from './BadgeForm.tsx'
import { useText } from './messages.ts'

type Asked = { readonly form: 'issue' | 'end'; readonly badge?: ArrangedBadge }

/** 工作牌: who wears which, and what became of the others. Anybody may look a number up on the portal. */
export function BadgesTab({ of: arrangement }: { readonly of: HallArrangement }) {
  const t = useText()
  const said = useSaid()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { badges, mayArrange } = arrangement
  const close = () => setAsked(null)
  return (
    <>
      <div className="row">
        {mayArrange && <Button onClick={() => setAsked({ form: 'issue' })}>{t('发牌或借牌')}</Button>}
        <span className="soft small">{t('号码终身属于一人：收回或挂失后不再发给别人。')}</span>
      </div>
      {badges.length === 0 ? (
        <p>{t('还没有工作牌。没有牌不能上岗，也不能排班。')}</p>
      ) : (
        <Table
          caption={t('工作牌列表')}
          rows={badges}
          rowKey={({ badge }) => badge}
          exportAs="xiaoneng-badges"
          columns={[
            {
              key: 'badge',
              title: t('号码'),
              cell: ({ badge }) => <a href={`/badge/${badge}`}>{badge}</a>,
              text: ({ badge }) => badge,
            },
            { key: 'name', title: t('牌上姓名'), cell: ({ name }) => name, text: ({ name }) => name },
            {
              key: 'unit',
              title: t('单位'),
              cell: ({ unit }) => said(unit.name),
              text: ({ unit }) => said(unit.name),
            },
            {
              key: 'duties',
              title: t('职责'),
              cell: ({ duties }) => said(duties),
              text: ({ duties }) => said(duties),
            },
            {
              key: 'standing',
              title: t('状态'),
              cell: (badge) => <Standing of={badge} />,
              text: ({ standing }) => said(BADGE_STATE_NAMES[standing]),
            },
            {
              key: 'counter',
              title: t('现在在'),
              cell: ({ counter }) => counter ?? '–',
              text: ({ counter }) => counter,
            },
            ...(mayArrange
              ? [
                  {
                    key: 'actions',
                    title: t('操作'),
                    cell: (badge: ArrangedBadge) => <Doing badge={badge} onAsk={setAsked} />,
                  },
                ]
              : []),
          ]}
        />
      )}
      {asked?.form === 'issue' && (
        <BadgeForm
          arrangement={arrangement}
          {...(asked.badge ? { badge: asked.badge } : {})}
          onClose={close}
        />
      )}
      {asked?.form === 'end' && asked.badge && <EndForm badge={asked.badge} onClose={close} />}
    </>
  )
}

function Standing({ of: { standing, lentUntil, endReason } }: { readonly of: ArrangedBadge }) {
  const t = useText()
  const said = useSaid()
  return (
    <>
      {said(BADGE_STATE_NAMES[standing])}
      {lentUntil && standing === 'valid' && (
        <div className="small soft">
          {t('借用至')} <DayText day={lentUntil} />
        </div>
      )}
      {endReason && <div className="small soft">{endReason}</div>}
    </>
  )
}

function Doing({ badge, onAsk }: { readonly badge: ArrangedBadge; readonly onAsk: (asked: Asked) => void }) {
  const t = useText()
  if (badge.standing === 'returned' || badge.standing === 'lost') return '–'
  return (
    <span className="row hall-actions">
      <Button
        look="quiet"
        aria-label={`${t('修改')} ${badge.badge}`}
        onClick={() => onAsk({ form: 'issue', badge })}
      >
        {t('修改')}
      </Button>
      <Button
        look="quiet"
        aria-label={`${t('收回或挂失')} ${badge.badge}`}
        onClick={() => onAsk({ form: 'end', badge })}
      >
        {t('收回或挂失')}
      </Button>
    </span>
  )
}

/** The end of a badge is for good, so it is asked about before and has no undo. */
function EndForm({ badge, onClose }: { readonly badge: ArrangedBadge; readonly onClose: () => void }) {
  const t = useText()
  const say = useToast()
  const end = useCommand(withdrawBadge, { refreshes: [getHallArrangement, getDuty] })
  const onSubmit = (form: FormData) => {
    const how = form.get('how') === 'lost' ? 'lost' : 'returned'
    end.mutate(
      { params: { badge: badge.badge }, body: { how, reason: textOf(form, 'reason') } },
      {
        onSuccess: () => {
          say(t('工作牌 {{badge}} 不再有效。', { badge: badge.badge }))
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog
      title={`${t('收回或挂失')} ${badge.badge} ${badge.name}`}
      action={t('收回或挂失')}
      danger
      busy={end.isPending}
      problem={end.error}
      {...{ onSubmit, onClose }}
    >
      <p>{t('此人立即离岗，这个号码以后不能再用。不能撤消。')}</p>
      <fieldset className="row">
        <legend>{t('怎么了')}</legend>
        <TickField type="radio" name="how" value="returned" label={t('收回')} defaultChecked />
        <TickField type="radio" name="how" value="lost" label={t('遗失')} />
      </fieldset>
      <TextField label={t('说明')} name="reason" required minLength={2} maxLength={200} />
    </FormDialog>
  )
}
