import { useEffect } from 'react'
import { listThemes } from '#modules/catalogue/contract.ts'
import { themes, type ThemeCode } from '#modules/catalogue/terms.ts'
import { Loaded, Section, useAnswer, useSaid } from '#ui/index.ts'
import { GoTo, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'
import { SearchForm } from './SearchForm.tsx'

const EXAMPLES = ['开个小饭馆', '给孩子上户口', '房子过户', '老人补贴'] as const

const DOORS = [
  { page: 'track', title: '查办件进度', text: '凭编号和查询码，不用登录。' },
  { page: 'mine', title: '看我的办件', text: '用手机验证码登录，含草稿。' },
  { page: 'results', title: '看办理结果', text: '每件决定当天公开，姓名隐去。' },
  { page: 'fees', title: '收费公示', text: '收什么、收多少、谁减免。' },
  { page: 'permits', title: '项目全流程手续', text: '从立项到竣工，办哪些、找谁、几天。' },
  { page: 'agency', title: '找人代办', text: '村里和大厅的代办员，不收费。' },
  { page: 'check', title: '查验文书真伪', text: '扫码或输入文书上的查验码。' },
  { page: 'register', title: '咨询、上门和公开台账', text: '提问、申请上门；看各项制度怎么执行。' },
  { page: 'review', title: '事项清理结果', text: '哪些还要批，哪些取消了，哪些下放了。' },
] as const

/** What a resident may look at and say about how offices work. */
const WATCHING = [
  { page: 'report', title: '举报索要好处（保密）', text: '不用登录，可以不写姓名；被举报的单位看不到。' },
  { page: 'contact', title: '填写效能监督卡', text: '办事时给您的卡，填好直接送投诉中心。' },
  { page: 'raised', title: '我反映的问题', text: '凭短信里的编号和查询码，看改得怎样，说解决了没有。' },
  {
    page: 'commitments',
    title: '看整改承诺',
    text: '问题怎么改、谁负责、什么时候改好；您可以说解决了没有。',
  },
  { page: 'bulletins', title: '监督通报', text: '哪个单位、什么问题、怎样处理。' },
  { page: 'measures', title: '效能问责公开', text: '谁受到什么处理，每年的问题和处理对照。' },
] as const

export function HomePage() {
  const t = useText()
  const all = useAnswer(listThemes, {})
  useEffect(() => {
    document.title = `${t('要办什么事？')} · 效能 Xiaoneng`
  }, [t])

  return (
    <div className="page stack">
      <section className="portal-ask stack">
        <h1>{t('要办什么事？')}</h1>
        <p className="soft">{t('用平常的话说就行，也可以输入拼音首字母。')}</p>
        <SearchForm />
        <p className="row small portal-examples">
          <span className="soft">{t('例如')}</span>
          {EXAMPLES.map((example) => (
            <GoTo key={example} to={pageAt('search', '', { search: example })}>
              {t(example)}
            </GoTo>
          ))}
        </p>
      </section>
      <Doors of={DOORS} />
      <Loaded
        of={all}
        isEmpty={({ themes: found, units }) => found.length === 0 && units.length === 0}
        empty={t('事项还没有公布。请先到窗口咨询，或拨打 12345。')}
      >
        {(found) => <Themes {...found} />}
      </Loaded>
      <Section title={t('监督我们')} id="watching">
        <Doors of={WATCHING} />
      </Section>
    </div>
  )
}

function Doors({ of }: { readonly of: typeof DOORS | typeof WATCHING }) {
  const t = useText()
  return (
    <ul className="portal-doors">
      {of.map(({ page, title, text }) => (
        <li key={page}>
          <GoTo to={pageAt(page)} className="sheet">
            <strong>{t(title)}</strong>
            <span className="soft small">{t(text)}</span>
          </GoTo>
        </li>
      ))}
    </ul>
  )
}

interface ThemesProps {
  readonly themes: ReadonlyArray<{ readonly theme: ThemeCode; readonly items: number }>
  readonly units: ReadonlyArray<{
    readonly unit: string
    readonly name: { zh: string; en: string }
    readonly items: number
  }>
}

function Themes({ themes: found, units }: ThemesProps) {
  const t = useText()
  const said = useSaid()
  const groups = [
    { who: 'person', title: '个人办事' },
    { who: 'organisation', title: '企业和单位办事' },
  ] as const
  return (
    <>
      {groups.map(({ who, title }) => (
        <Section key={who} title={t(title)}>
          <ul className="portal-tiles">
            {found
              .filter(({ theme }) => themes[theme].for === who)
              .map(({ theme, items }) => (
                <li key={theme}>
                  <GoTo to={pageAt('search', '', { theme })}>
                    {said(themes[theme])}
                    <span className="soft small">{t('{{count}} 项', { count: items })}</span>
                  </GoTo>
                </li>
              ))}
          </ul>
        </Section>
      ))}
      <Section title={t('按单位找')}>
        <ul className="portal-tiles">
          {units.map(({ unit, name, items }) => (
            <li key={unit}>
              <GoTo to={pageAt('search', '', { unit })}>
                {said(name)}
                <span className="soft small">{t('{{count}} 项', { count: items })}</span>
              </GoTo>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
