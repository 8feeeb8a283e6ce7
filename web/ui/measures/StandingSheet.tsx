import { getMeasureStanding } from '#modules/accountability/contract.ts'
import { CONSEQUENCE_WORDS } from '#modules/accountability/terms.ts'
import { Loaded, Section, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

interface StandingProps {
  readonly account: string
  readonly year: number
}

/** 考核影响 of one person in a year, with the rule that each follows from. */
export function StandingSheet({ account, year }: StandingProps) {
  const t = useText()
  const said = useSaid()
  const found = useAnswer(getMeasureStanding, { query: { account, year } })
  return (
    <Section title={t('当年考核影响')} id="standing">
      <Loaded of={found}>
        {({ measures, admonitions, effects }) =>
          measures === 0 ? (
            <p className="soft">{t('当年没有处理，考核不受影响。')}</p>
          ) : (
            <>
              <p>
                {t('{{year}} 年：处理 {{measures}} 次，其中告诫 {{admonitions}} 次。', {
                  year,
                  measures,
                  admonitions,
                })}
              </p>
              <ul className="plain">
                {effects.map(({ effect, basis }) => (
                  <li key={effect}>
                    {said(CONSEQUENCE_WORDS[effect])} <span className="small soft">{basis}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Section>
  )
}
