import { listPublicCirculars, PERSON_TYPE_WORDS } from '#modules/inspections/contract.ts'
import { DayText, InstantText, Loaded, Page, Section, useAnswer, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** 监督通报: what was found grave enough to be told to everybody. */
export function CircularsPage() {
  const t = useText()
  const said = useSaid()
  const all = useAnswer(listPublicCirculars, {})
  return (
    <Page
      title={t('监督通报')}
      lead={t('监督检查发现的严重问题向社会公开：哪个单位、什么问题、怎样处理。不公开个人姓名。')}
    >
      <Loaded of={all} empty={t('还没有向社会公开的通报。')}>
        {({ rows }) =>
          rows.map(({ circular, title, number, issuedAt, facts }) => (
            <Section key={circular} id={`circular-${circular}`} title={title}>
              <p className="small soft">
                {number} · <InstantText at={issuedAt} />
              </p>
              <ol>
                {facts.map(({ unit, personType, fact, measure, happenedOn }) => (
                  <li key={`${unit.zh}${happenedOn}${fact}`}>
                    <strong>
                      {said(unit)} {personType && said(PERSON_TYPE_WORDS[personType])}
                    </strong>{' '}
                    <DayText day={happenedOn} /> {fact}
                    <div className="small">
                      {t('处理：')}
                      {measure}
                    </div>
                  </li>
                ))}
              </ol>
            </Section>
          ))
        }
      </Loaded>
    </Page>
  )
}
