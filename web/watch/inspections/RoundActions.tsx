import { useState } from 'react'
import {
  closeRound,
  commitDraw,
  drawLots,
  getDraw,
  getRound,
  getRoundReport,
  noticeWarning,
  releaseRound,
  type RoundView,
} from '#modules/inspections/contract.ts'
import type { Stratum } from '#modules/inspections/terms.ts'
import { FormButton, TextAreaField, TextField, TickField, useCommand } from '#ui/index.ts'
import { useText } from './messages.ts'
import { useWords } from './words.ts'

const REFRESHES = [getRound, getDraw, getRoundReport]

/** What this reader may do with the round now; the server says it. */
export function RoundActions({ view }: { readonly view: RoundView }) {
  const { may, round } = view
  return (
    <div className="row no-print">
      {may.includes('commit') && <Commit view={view} />}
      {may.includes('draw') && <Draw round={round} />}
      {may.includes('release') && <Release round={round} />}
      {may.includes('close') && <Close round={round} />}
      {may.includes('noticeWarning') && <Warning round={round} />}
    </div>
  )
}

function Commit({ view: { round, scope, team } }: { readonly view: RoundView }) {
  const t = useText()
  const words = useWords()
  const [all, setAll] = useState(true)
  const commit = useCommand(commitDraw, { refreshes: REFRESHES })
  const strata = [...new Set(scope.map(({ stratum }) => stratum))]
  const send = (form: FormData, done: () => void) => {
    const sample = all
      ? null
      : (Object.fromEntries(strata.map((one) => [one, Number(form.get(one) ?? 0)])) as Record<
          Stratum,
          number
        >)
    const groups = new Map<string, string[]>()
    for (const { account } of team) {
      const group = String(form.get(`group-${account}`) ?? '').trim()
      if (group) groups.set(group, [...(groups.get(group) ?? []), account])
    }
    const named = [...groups].map(([group, members]) => ({ group, members }))
    commit.mutate(
      { params: { round }, body: { sample, groups: named.length > 0 ? named : null } },
      { onSuccess: done },
    )
  }
  return (
    <FormButton
      title={t('封存名单')}
      action={t('封存')}
      look="main"
      lead={t('名单封存后公布校验值，再由组内另一人给出口令抽取；只能抽一次。')}
      problem={commit.error}
      busy={commit.isPending}
      onSubmit={send}
    >
      <TickField label={t('全部检查')} checked={all} onChange={({ target }) => setAll(target.checked)} />
      {!all &&
        strata.map((stratum) => (
          <TextField
            key={stratum}
            label={`${t('抽取个数')}：${words.stratum(stratum)} / ${scope.filter((one) => one.stratum === stratum).length}`}
            name={stratum}
            type="number"
            min={1}
            required
          />
        ))}
      <fieldset className="stack">
        <legend>{t('分组（不填则两人一组随机）')}</legend>
        {team.map(({ account, name }) => (
          <TextField key={account} label={name} name={`group-${account}`} maxLength={20} />
        ))}
      </fieldset>
    </FormButton>
  )
}

function Draw({ round }: { readonly round: string }) {
  const t = useText()
  const draw = useCommand(drawLots, { refreshes: REFRESHES })
  return (
    <FormButton
      title={t('抽取')}
      action={t('抽取')}
      look="main"
      lead={t('请说一个事先没有说过的词，例如今天报纸的标题。')}
      problem={draw.error}
      busy={draw.isPending}
      onSubmit={(form, done) =>
        draw.mutate(
          { params: { round }, body: { word: String(form.get('word') ?? '') } },
          { onSuccess: done },
        )
      }
    >
      <TextField label={t('口令')} name="word" maxLength={200} required data-first-focus />
    </FormButton>
  )
}

function Release({ round }: { readonly round: string }) {
  const t = useText()
  const release = useCommand(releaseRound, { refreshes: REFRESHES })
  return (
    <FormButton
      title={t('解密')}
      action={t('解密')}
      look="danger"
      lead={t('解密后监察和领导能看到本轮检查，单位能看到对本单位的问题；暗访人员始终保密。')}
      problem={release.error}
      busy={release.isPending}
      onSubmit={(_, done) => release.mutate({ params: { round } }, { onSuccess: done })}
    >
      {null}
    </FormButton>
  )
}

function Close({ round }: { readonly round: string }) {
  const t = useText()
  const close = useCommand(closeRound, { refreshes: REFRESHES })
  return (
    <FormButton
      title={t('完成并报告')}
      action={t('提交')}
      look="main"
      problem={close.error}
      busy={close.isPending}
      onSubmit={(form, done) =>
        close.mutate(
          { params: { round }, body: { text: String(form.get('text') ?? '') } },
          { onSuccess: done },
        )
      }
    >
      <TextAreaField label={t('报告')} name="text" minLength={5} maxLength={8000} required data-first-focus />
    </FormButton>
  )
}

function Warning({ round }: { readonly round: string }) {
  const t = useText()
  const notice = useCommand(noticeWarning, { refreshes: REFRESHES })
  return (
    <FormButton
      title={t('登记走漏风声')}
      action={t('登记')}
      problem={notice.error}
      busy={notice.isPending}
      onSubmit={(form, done) =>
        notice.mutate(
          { params: { round }, body: { text: String(form.get('text') ?? '') } },
          { onSuccess: done },
        )
      }
    >
      <TextAreaField label={t('情形')} name="text" minLength={5} maxLength={1000} required data-first-focus />
    </FormButton>
  )
}
