import { useState } from 'react'
import {
  type DraftView,
  dropRegisterDraft,
  type FlagView,
  getInstitution,
  getRegisterDraft,
  listInstitutions,
  publishRegisterDraft,
  tryRegisterDraft,
} from '#modules/institutions/contract.ts'
import { Button, Confirm, Notice, useCommand, useSaid, useToast } from '#ui/index.ts'
import { entryAt, Go, registerAt, useGo } from '../link.ts'
import { useText } from './messages.ts'

/** What the checks find in the saved draft, its trial over past entries, and its publication by somebody else. */
export function Publication({ of: draft }: { readonly of: DraftView }) {
  const t = useText()
  const said = useSaid()
  const { faults } = draft
  return (
    <div className="sheet stack">
      <strong>
        {faults.length === 0 ? `✓ ${t('没有问题')}` : `▲ ${t('{{count}} 处要改', { count: faults.length })}`}
      </strong>
      {faults.length > 0 && (
        <ul className="small">
          {faults.map((fault) => (
            <li key={`${fault.at}/${fault.zh}`}>
              {said(fault)} <span className="soft mono">{fault.at}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="small soft">
        {t('起草人：{{name}}', { name: said(draft.draftedBy) })}
        {!draft.mayPublish && faults.length === 0 && ` · ${t('起草人不能公布')}`}
      </p>
      <Trying of={draft} />
      <Deciding of={draft} />
    </div>
  )
}

function Trying({ of: { institution } }: { readonly of: DraftView }) {
  const t = useText()
  const said = useSaid()
  const trial = useCommand(tryRegisterDraft)
  const words = (flags: readonly FlagView[]) =>
    flags.length === 0 ? t('无') : flags.map(({ title }) => said(title)).join('、')
  return (
    <>
      <div>
        <Button busy={trial.isPending} onClick={() => trial.mutate({ params: { institution } })}>
          {t('试运行')}
        </Button>
      </div>
      {trial.data && (
        <div className="small" role="status">
          <strong>{t('试运行：{{entries}} 条记录', { entries: trial.data.entries })}</strong>
          {trial.data.rows.length === 0 && <p>{t('没有一条记录会有提示。')}</p>}
          <ul>
            {trial.data.rows.map(({ entry, before, after }) => (
              <li key={entry}>
                <Go to={entryAt(institution, entry)}>{entry}</Go> {t('现在')}：{words(before)}；{t('草稿')}：
                {words(after)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function Deciding({ of: { institution, mayPublish } }: { readonly of: DraftView }) {
  const t = useText()
  const said = useSaid()
  const say = useToast()
  const go = useGo()
  const [asking, setAsking] = useState<'publish' | 'drop'>()
  const refreshes = [getInstitution, getRegisterDraft, listInstitutions]
  const publish = useCommand(publishRegisterDraft, { refreshes })
  const drop = useCommand(dropRegisterDraft, { refreshes })
  const problem = publish.error ?? drop.error
  const params = { institution }
  const done = (text: string, to: string) => {
    say(text)
    go(to)
  }
  return (
    <>
      {problem && (
        <Notice tone="red" role="alert">
          {said(problem.text)}
        </Notice>
      )}
      <div className="row">
        {mayPublish && (
          <Button look="main" onClick={() => setAsking('publish')}>
            {t('公布')}
          </Button>
        )}
        <Button onClick={() => setAsking('drop')}>{t('放弃草稿')}</Button>
      </div>
      <Confirm
        open={asking === 'publish'}
        title={t('公布')}
        action={t('公布')}
        busy={publish.isPending}
        onClose={() => setAsking(undefined)}
        onConfirm={() =>
          publish.mutate(
            { params },
            {
              onSuccess: ({ version }) =>
                done(t('已公布第 {{version}} 版', { version }), registerAt(institution)),
              onSettled: () => setAsking(undefined),
            },
          )
        }
      >
        <p>{t('公布后，新登记的记录用新版本，已有记录保持原版本。')}</p>
      </Confirm>
      <Confirm
        open={asking === 'drop'}
        title={t('放弃草稿')}
        action={t('放弃草稿')}
        danger
        busy={drop.isPending}
        onClose={() => setAsking(undefined)}
        onConfirm={() =>
          drop.mutate(
            { params },
            { onSuccess: () => done(t('已放弃草稿'), '/registers'), onSettled: () => setAsking(undefined) },
          )
        }
      >
        <p>{t('草稿和其中的修改会从列表中消失，记录仍可查。')}</p>
      </Confirm>
    </>
  )
}
