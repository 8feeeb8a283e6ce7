import { Link } from '@tanstack/react-router'
import { listRules, type RuleRow } from '#modules/supervision/contract.ts'
import {
  type Column,
  LevelMark,
  Loaded,
  Page,
  sayCount,
  Section,
  Table,
  useAnswer,
  useLevelWord,
  useSaid,
} from '#ui/index.ts'
import { LogChoice, useChosenLog } from '../shell/LogChoice.tsx'
import { usePermits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { CONFIDENCE_WORDS, KIND_WORDS, SUBJECT_WORDS } from './rule-words.ts'
import './rules.css'

/** 规则: what the watch goes by, and how often each rule fired in the chosen log. */
export function RulesPage() {
  const t = useText()
  const permits = usePermits()
  const { log } = useChosenLog()
  const enabled = log !== undefined || !permits('logs.read')
  const rules = useAnswer(listRules, { query: { log } }, { enabled })
  const columns = useColumns(log)

  return (
    <Page
      title={t('规则')}
      lead={t('每条规则都有依据、数值和例子；牌只由规则发出，由人认定。')}
      actions={
        <>
          {permits('rules.approve') && <Link to="/rules/drafts">{t('起草与批准')}</Link>}
          <LogChoice />
        </>
      }
    >
      <Loaded of={rules} empty={t('还没有规则')}>
        {({ rows }) =>
          Object.entries(SUBJECT_WORDS).map(([subject, word]) => {
            const own = rows.filter((row) => row.subject === subject)
            return own.length === 0 ? null : (
              <Section key={subject} title={t(word)}>
                <Table
                  caption={t(word)}
                  rows={own}
                  columns={columns}
                  rowKey={({ code }) => code}
                  rowClass={({ enabled: on }) => (on ? undefined : 'rule-off')}
                  exportAs={`rules-${subject}`}
                />
              </Section>
            )
          })
        }
      </Loaded>
    </Page>
  )
}

function useColumns(log: string | undefined): Column<RuleRow>[] {
  const t = useText()
  const said = useSaid()
  const levelWord = useLevelWord()
  return [
    {
      key: 'rule',
      title: t('规则'),
      cell: ({ code, title }) => (
        <Link to="/rules/$rule" params={{ rule: code }} search={{ log }} data-row-link>
          {t('{{code}} {{title}}', { code, title: said(title) })}
        </Link>
      ),
      text: ({ code, title }) => `${code} ${said(title)}`,
    },
    {
      key: 'kind',
      title: t('类别'),
      cell: ({ kind }) => <span className="nowrap">{t(KIND_WORDS[kind])}</span>,
      text: ({ kind }) => t(KIND_WORDS[kind]),
    },
    {
      key: 'level',
      title: t('级别'),
      cell: ({ level }) => <LevelMark level={level} />,
      text: ({ level }) => levelWord(level),
    },
    { key: 'basis', title: t('依据'), cell: ({ basis }) => said(basis), text: ({ basis }) => said(basis) },
    {
      key: 'confidence',
      title: t('把握'),
      cell: ({ confidence }) => t(CONFIDENCE_WORDS[confidence]),
      text: ({ confidence }) => t(CONFIDENCE_WORDS[confidence]),
    },
    {
      key: 'enabled',
      title: t('状态'),
      cell: ({ enabled }) => <span className="nowrap">{t(enabled ? '启用' : '未启用')}</span>,
      text: ({ enabled }) => t(enabled ? '启用' : '未启用'),
    },
    {
      key: 'firings',
      title: t('发出的牌'),
      numeric: true,
      cell: ({ code, firings }) => (
        <Link to="/cards" search={{ log, rule: code, status: 'standing' }}>
          {sayCount(firings)}
        </Link>
      ),
      text: ({ firings }) => firings,
    },
  ]
}
