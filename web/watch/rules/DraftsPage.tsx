import { Link } from '@tanstack/react-router'
import { listRuleEditions } from '#modules/supervision/contract.ts'
import { Loaded, Page, Section, useAnswer } from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { LogChoice } from '../shell/LogChoice.tsx'
import { useText } from './messages.ts'
import { OwnRuleForm } from './OwnRuleForm.tsx'
import { Versions } from './Versions.tsx'
import './rules.css'

/** 规则的一生: drafts to try and approve, what holds, what was withdrawn, and a new rule of the office's own. */
export function DraftsPage() {
  const t = useText()
  const permits = usePermits()
  const editions = useAnswer(listRuleEditions, { query: {} })
  return (
    <Page
      title={t('规则的起草与批准')}
      lead={t('起草的人先对历史试算，另一人批准并定下适用日；停用写明理由，每一版都保留。')}
      up={<Link to="/rules">← {t('规则')}</Link>}
      actions={<LogChoice />}
    >
      <Section title={t('各版规则')}>
        <Versions />
      </Section>
      {permits('rules.draft') && (
        <Section title={t('起草')}>
          <Loaded of={editions}>
            {({ fields, actFields }) => <OwnRuleForm fields={fields} actFields={actFields} />}
          </Loaded>
        </Section>
      )}
    </Page>
  )
}
