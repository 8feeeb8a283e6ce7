import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { listUnits, type UnitRow } from '#modules/organisation/contract.ts'
import {
  Button,
  type Column,
  Filters,
  Loaded,
  Page,
  SearchBox,
  Table,
  useLanguage,
  useRows,
} from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { usePermits } from '#ui/staff/index.ts'
import { useUnitName } from '#ui/staff/index.ts'
import { NewUnitDialog } from './NewUnitDialog.tsx'
import { KIND_WORDS } from './unit-words.ts'
import { useText } from './messages.ts'
import './administration.css'

export function OrganisationPage() {
  const t = useText()
  const permits = usePermits()
  const [{ search }, change] = useAddress()
  const units = useRows(listUnits, { query: { search } })
  const columns = useUnitColumns()
  const [open, setOpen] = useState(false)

  return (
    <Page
      title={t('单位与岗位')}
      lead={t('单位、岗位、A岗、B岗和离岗登记。')}
      up={<Link to="/administration">← {t('管理')}</Link>}
      actions={
        permits('units.write') && (
          <Button look="main" onClick={() => setOpen(true)}>
            {t('新建单位')}
          </Button>
        )
      }
    >
      <Filters onClear={search ? () => change({ search: undefined }) : undefined}>
        <SearchBox label={t('名称包含')} value={search} onChange={(text) => change({ search: text })} />
      </Filters>
      <Loaded of={units} empty={search ? t('没有符合条件的单位。') : t('还没有单位。')}>
        {({ rows, total }) => (
          <Table
            caption={t('单位与岗位')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            total={total}
            more={units}
            exportAs="xiaoneng-units"
          />
        )}
      </Loaded>
      <NewUnitDialog open={open} onClose={() => setOpen(false)} />
    </Page>
  )
}

function useUnitColumns(): Array<Column<UnitRow>> {
  const t = useText()
  const language = useLanguage()
  const unitName = useUnitName()
  const nameOf = (row: UnitRow) => (language === 'en' ? row.nameEn || row.name : row.name)
  return [
    {
      key: 'name',
      title: t('名称'),
      cell: (row) => (
        <Link to="/administration/units/$unit" params={{ unit: row.id }} data-row-link>
          {nameOf(row)}
        </Link>
      ),
      text: nameOf,
    },
    { key: 'id', title: t('代码'), cell: (row) => <code>{row.id}</code>, text: (row) => row.id },
    {
      key: 'kind',
      title: t('类别'),
      cell: (row) => t(KIND_WORDS[row.kind]),
      text: (row) => t(KIND_WORDS[row.kind]),
    },
    {
      key: 'parent',
      title: t('上级'),
      cell: (row) => unitName(row.parent) ?? '–',
      text: (row) => unitName(row.parent) ?? '',
    },
    { key: 'posts', title: t('岗位数'), numeric: true, cell: (row) => row.posts, text: (row) => row.posts },
  ]
}
