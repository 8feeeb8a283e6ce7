import { listDepartmentCases } from '#modules/hall/contract.ts'
import { WINDOW_FIGURE_NAMES, type WindowFigure } from '#modules/hall/terms.ts'
import { Button, InstantText, Loaded, Section, Table, useAnswer, useSaid } from '#ui/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { useAddress } from '../shell/address.ts'
import { Go } from '../shell/Go.tsx'
import { useText } from './messages.ts'

interface DepartmentCasesProps {
  readonly hall: string
  readonly unit: string
  readonly what: WindowFigure
  readonly span: { readonly from: string; readonly until: string }
}

/** The cases behind one figure, as far as their reader may see them. */
export function DepartmentCases({ hall, unit, what, span }: DepartmentCasesProps) {
  const t = useText()
  const said = useSaid()
  const unitName = useUnitName()
  const [, change] = useAddress()
  const cases = useAnswer(listDepartmentCases, { params: { hall, unit }, query: { ...span, what } })
  return (
    <Section
      title={`${unitName(unit) ?? unit} · ${said(WINDOW_FIGURE_NAMES[what] ?? WINDOW_FIGURE_NAMES.received)}`}
      id="department-cases"
      actions={
        <Button look="quiet" onClick={() => change({ unit: undefined, what: undefined })}>
          {t('收起')}
        </Button>
      }
    >
      <Loaded of={cases} empty={t('这些办件您无权查看：数字按全市计算，明细只给承办、收件单位和监察人员。')}>
        {({ rows }) => (
          <Table
            caption={t('办件')}
            rows={rows}
            rowKey={({ caseNo }) => caseNo}
            exportAs="xiaoneng-hall-cases"
            columns={[
              {
                key: 'case',
                title: t('办件'),
                cell: ({ caseNo }) => (
                  <Go at={`/files/${caseNo}`} data-row-link>
                    {caseNo}
                  </Go>
                ),
                text: ({ caseNo }) => caseNo,
              },
              {
                key: 'item',
                title: t('事项'),
                cell: ({ itemName }) => said(itemName),
                text: ({ itemName }) => said(itemName),
              },
              {
                key: 'counter',
                title: t('窗口'),
                cell: ({ counter, channel }) => counter ?? channelWord(t, channel),
                text: ({ counter, channel }) => counter ?? channelWord(t, channel),
              },
              {
                key: 'at',
                title: t('收件时间'),
                cell: ({ receivedAt }) => <InstantText at={receivedAt} />,
                text: ({ receivedAt }) => receivedAt,
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  )
}

const channelWord = (t: ReturnType<typeof useText>, channel: string): string =>
  channel === 'web' || channel === 'phone' ? t('网上') : t('厅外')
