import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { getLicence, type LicenceView } from '#modules/licences/contract.ts'
import {
  Button,
  DayText,
  InstantText,
  Loaded,
  Page,
  sayDay,
  Section,
  useAnswer,
  useLanguage,
  useSaid,
} from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { Fact } from '../files/FileHead.tsx'
import { Go } from '../shell/Go.tsx'
import { BanNotice } from './BanNotice.tsx'
import { type Ending, ENDINGS, EndingDialog } from './EndingDialog.tsx'
import { useLicenceWords } from './licence-words.ts'
import { Until } from './LicencesPage.tsx'
import { useText } from './messages.ts'

/** One licence: how it stands, the cases that made it so, and what the head of the unit can do. */
export function LicencePage() {
  const t = useText()
  const { number = '' } = useParams({ strict: false }) as { number?: string }
  const licence = useAnswer(getLicence, { params: { number } })
  return (
    <Page title={t('证照 {{number}}', { number })} up={<Go at="/licences">← {t('证照')}</Go>}>
      <Loaded of={licence}>{(data) => <LicenceBody of={data} />}</Loaded>
    </Page>
  )
}

function LicenceBody({ of: licence }: { readonly of: LicenceView }) {
  const t = useText()
  return (
    <>
      <Facts of={licence} />
      {licence.ban && <BanNotice of={licence.ban} />}
      <Endings of={licence} />
      <Section title={t('办件')} id="cases">
        <Cases of={licence} />
      </Section>
      <Section title={t('经过')} id="history">
        <History of={licence} />
      </Section>
    </>
  )
}

function Facts({ of: licence }: { readonly of: LicenceView }) {
  const t = useText()
  const said = useSaid()
  const words = useLicenceWords()
  const language = useLanguage()
  const unitName = useUnitName()
  return (
    <dl className="facts sheet">
      <Fact name={t('证照')}>
        <strong>{said(licence.name)}</strong>
      </Fact>
      <Fact name={t('事项')}>{said(licence.itemName)}</Fact>
      <Fact name={t('持有人')}>{licence.holder}</Fact>
      <Fact name={t('单位')}>{unitName(licence.unit)}</Fact>
      <Fact name={t('状态')}>
        <strong>{words.state(licence.state)}</strong>
        {licence.because && <div className="small">{licence.because}</div>}
      </Fact>
      <Fact name={t('有效期')}>
        <DayText day={licence.validFrom} /> – <Until of={licence} />
        {licence.renewUntil && (
          <div className="small soft">
            {t('最迟 {{day}} 提出延续', { day: sayDay(licence.renewUntil, language) })}
          </div>
        )}
      </Fact>
      {licence.safety && <Fact name={t('安全')}>{t('直接关系公共安全、人身健康、生命财产安全')}</Fact>}
    </dl>
  )
}

function Endings({ of: licence }: { readonly of: LicenceView }) {
  const t = useText()
  const said = useSaid()
  const [ending, setEnding] = useState<Ending>()
  return (
    <Section title={t('撤销、注销或吊销')} id="endings">
      {licence.whyNotEnded ? (
        <p className="soft">{said(licence.whyNotEnded)}</p>
      ) : (
        <div className="row">
          {ENDINGS.map((one) => (
            <Button key={one.title} onClick={() => setEnding(one)}>
              {t(one.title)}
            </Button>
          ))}
        </div>
      )}
      {ending && <EndingDialog ending={ending} licence={licence} onClose={() => setEnding(undefined)} />}
    </Section>
  )
}

function Cases({ of: { cases } }: { readonly of: LicenceView }) {
  const said = useSaid()
  return (
    <ul className="licence-cases">
      {cases.map(({ caseNo, what }) => (
        <li key={caseNo}>
          <Go at={`/files/${caseNo}`}>{caseNo}</Go> {said(what)}
        </li>
      ))}
    </ul>
  )
}

function History({ of: { history } }: { readonly of: LicenceView }) {
  const said = useSaid()
  return (
    <ol className="timeline">
      {history.map(({ version, at, text }) => (
        <li key={version}>
          <InstantText at={at} /> {said(text)}
        </li>
      ))}
    </ol>
  )
}
