import { type Coverage as CoverageAnswer, getCoverage, tellYear } from '#modules/inspections/contract.ts'
import {
  FormButton,
  Loaded,
  Notice,
  sayNumber,
  sayShare,
  Section,
  TextAreaField,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { Count } from './Count.tsx'
import { useText } from './messages.ts'

const THIS_YEAR = new Date().getFullYear()

/** How much of the whole was looked at, and what the random visits say of the rest. */
export function Coverage() {
  const t = useText()
  const said = useSaid()
  const answer = useAnswer(getCoverage, { params: { year: THIS_YEAR } })
  const tell = useCommand(tellYear, { refreshes: [getCoverage] })
  return (
    <Loaded of={answer}>
      {(coverage) => (
        <div className="stack">
          <Shares of={coverage} />
          <p className="small soft prose">{said(coverage.method)}</p>
          <div className="row no-print">
            <FormButton
              title={t('上报年度情况')}
              action={t('上报')}
              problem={tell.error}
              busy={tell.isPending}
              onSubmit={(form, done) =>
                tell.mutate(
                  { params: { year: THIS_YEAR }, body: { text: String(form.get('text') ?? '') } },
                  { onSuccess: done },
                )
              }
            >
              <TextAreaField
                label={t('说明')}
                name="text"
                minLength={5}
                maxLength={8000}
                required
                data-first-focus
              />
            </FormButton>
          </div>
          {coverage.told && (
            <Notice>
              {t('已上报')}：{coverage.told.text}
            </Notice>
          )}
          <Section title={t('没有检查过的单位')}>
            <p>{coverage.unvisited.map(({ name }) => said(name)).join('、') || '–'}</p>
          </Section>
        </div>
      )}
    </Loaded>
  )
}

const percent = (share: number | null) => (share === null ? '–' : sayShare(share))

function Shares({ of }: { readonly of: CoverageAnswer }) {
  const t = useText()
  const { units, sections, posts, hours, found, undetected, sample, smallest } = of
  const shares = [
    { title: t('单位覆盖'), share: units },
    { title: t('处室覆盖'), share: sections },
    { title: t('岗位覆盖'), share: posts },
    { title: t('在场时数'), share: hours },
  ]
  const rest = undetected?.undetected
  return (
    <>
      <div className="figures">
        {shares.map(({ title, share }) => (
          <Count
            key={title}
            title={title}
            value={percent(share.share)}
            below={`${sayNumber(Math.round(share.checked))} / ${sayNumber(Math.round(share.of))}`}
          />
        ))}
        <Count title={t('查到有问题的单位')} value={found} />
        <Count
          title={t('推算没有查到的')}
          value={percent(rest?.share ?? null)}
          below={rest && t('区间 {{low}}–{{high}}', { low: percent(rest.low), high: percent(rest.high) })}
        />
      </div>
      {!undetected && (
        <Notice tone="yellow">
          {t('随机样本 {{sample}} 处，少于 {{smallest}} 处，不作推算。', { sample, smallest })}
        </Notice>
      )}
    </>
  )
}
