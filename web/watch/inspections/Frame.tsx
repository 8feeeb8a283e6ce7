import { confirmSections, listSection, listSections, type SectionRow } from '#modules/inspections/contract.ts'
import {
  BLANKS,
  Button,
  type Column,
  Empty,
  FormButton,
  listOf,
  Loaded,
  Notice,
  SelectField,
  Table,
  TextField,
  textOf,
  useAnswer,
  useCommand,
  useSaid,
} from '#ui/index.ts'
import { usePermits, useUnits } from '#ui/staff/index.ts'
import { useText } from './messages.ts'
import { useWords } from './words.ts'

/** 抽样框: enterprise-facing sections and posts, confirmed every year. */
export function Frame() {
  const t = useText()
  const said = useSaid()
  const words = useWords()
  const may = usePermits()('inspections.arrange')
  const list = useAnswer(listSections, {})
  const confirm = useCommand(confirmSections, { refreshes: [listSections] })
  const columns: Array<Column<SectionRow>> = [
    { key: 'unit', title: t('单位'), cell: ({ name }) => said(name), text: ({ name }) => said(name) },
    { key: 'section', title: t('处室'), cell: ({ title }) => said(title), text: ({ title }) => said(title) },
    {
      key: 'posts',
      title: t('岗位'),
      cell: ({ posts }) => posts.join('、'),
      text: ({ posts }) => posts.join('、'),
    },
    {
      key: 'stratum',
      title: t('种类'),
      cell: ({ stratum }) => words.stratum(stratum),
      text: ({ stratum }) => words.stratum(stratum),
    },
    {
      key: 'confirmed',
      title: t('核对年份'),
      numeric: true,
      cell: ({ confirmed }) => confirmed,
      text: ({ confirmed }) => confirmed,
    },
  ]
  return (
    <div className="stack">
      {may && (
        <div className="row no-print">
          <ListSection />
        </div>
      )}
      <Loaded of={list}>
        {({ rows, stale, missing }) => (
          <>
            {missing.length > 0 && (
              <Notice tone="yellow">
                {t('有涉企事项但不在抽样框内的单位：')} {missing.map(({ name }) => said(name)).join('、')}
              </Notice>
            )}
            {stale.length > 0 && (
              <Notice tone="yellow">
                <p>{t('本年尚未核对的 {{count}} 行', { count: stale.length })}</p>
                {may && (
                  <Button busy={confirm.isPending} onClick={() => confirm.mutate({ body: { rows: stale } })}>
                    {t('全部核对无误')}
                  </Button>
                )}
              </Notice>
            )}
            {rows.length === 0 ? (
              <Empty>{t('抽样框是空的。')}</Empty>
            ) : (
              <Table
                caption={t('抽样框')}
                rows={rows}
                columns={columns}
                rowKey={({ unit, section }) => `${unit}/${section}`}
                exportAs="xiaoneng-frame"
              />
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}

function ListSection() {
  const t = useText()
  const units = useUnits()
  const add = useCommand(listSection, { refreshes: [listSections] })
  const send = (form: FormData, done: () => void) => {
    const title = { zh: textOf(form, 'title'), en: textOf(form, 'title') }
    const body = { title, posts: listOf(form, 'posts', BLANKS) }
    add.mutate(
      { params: { unit: textOf(form, 'unit'), section: textOf(form, 'section') }, body },
      { onSuccess: done },
    )
  }
  return (
    <FormButton
      title={t('列入处室')}
      action={t('列入处室')}
      problem={add.error}
      busy={add.isPending}
      onSubmit={send}
    >
      <SelectField label={t('单位')} name="unit" options={units} />
      <TextField label={t('编号')} name="section" pattern="[a-zA-Z0-9\-]+" required data-first-focus />
      <TextField label={t('名称')} name="title" required />
      <TextField label={t('岗位（用逗号分开）')} name="posts" />
    </FormButton>
  )
}
