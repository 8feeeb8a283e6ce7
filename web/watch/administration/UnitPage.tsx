import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { getUnit, type PostRow, type UnitView } from '#modules/organisation/contract.ts'
import {
  Button,
  type Column,
  Empty,
  Loaded,
  Page,
  sayInstant,
  Section,
  Table,
  useAnswer,
  useLanguage,
} from '#ui/index.ts'
import { usePermits } from '#ui/staff/index.ts'
import { AssignDialog, AwayDialog, NewPostDialog } from './PostDialogs.tsx'
import { KIND_WORDS } from './unit-words.ts'
import { useText } from './messages.ts'
import './administration.css'

export function UnitPage() {
  const t = useText()
  const language = useLanguage()
  const { unit = '' } = useParams({ strict: false })
  const view = useAnswer(getUnit, { params: { unit } })
  const name = view.data && (language === 'en' ? view.data.nameEn || view.data.name : view.data.name)

  return (
    <Page
      title={name ?? t('单位')}
      lead={view.data && `${t(KIND_WORDS[view.data.kind])} · ${view.data.id}`}
      up={<Link to="/administration/units">← {t('单位与岗位')}</Link>}
    >
      <Loaded of={view}>{(data) => <Posts of={data} />}</Loaded>
    </Page>
  )
}

type Asked = { readonly what: 'new' } | { readonly what: 'assign' | 'away'; readonly post: PostRow }

function Posts({ of: { id: unit, postRows } }: { readonly of: UnitView }) {
  const t = useText()
  const permits = usePermits()
  const [asked, setAsked] = useState<Asked | null>(null)
  const columns = usePostColumns(setAsked)
  const close = () => setAsked(null)

  return (
    <Section
      title={t('岗位')}
      actions={
        permits('units.write') && <Button onClick={() => setAsked({ what: 'new' })}>{t('新建岗位')}</Button>
      }
    >
      {postRows.length === 0 ? (
        <Empty>{t('还没有岗位。')}</Empty>
      ) : (
        <Table caption={t('岗位')} rows={postRows} columns={columns} rowKey={(post) => post.id} />
      )}
      <NewPostDialog open={asked?.what === 'new'} unit={unit} onClose={close} />
      {asked?.what === 'assign' && <AssignDialog unit={unit} post={asked.post} onClose={close} />}
      {asked?.what === 'away' && <AwayDialog unit={unit} post={asked.post} onClose={close} />}
    </Section>
  )
}

function usePostColumns(ask: (asked: Asked) => void): Array<Column<PostRow>> {
  const t = useText()
  const language = useLanguage()
  const permits = usePermits()
  const vacant = <span className="soft">{t('空缺')}</span>
  const columns: Array<Column<PostRow>> = [
    {
      key: 'title',
      title: t('岗位名称'),
      cell: (post) => (language === 'en' ? post.titleEn || post.title : post.title),
    },
    { key: 'holder', title: t('A岗'), cell: (post) => post.holder ?? vacant },
    { key: 'backup', title: t('B岗'), cell: (post) => post.backup ?? vacant },
    { key: 'acting', title: t('现由谁行使'), cell: (post) => <strong>{post.acting ?? t('空缺')}</strong> },
    { key: 'away', title: t('离岗'), cell: (post) => <Away post={post} /> },
  ]
  if (!permits('units.write') && !permits('posts.away')) return columns
  const actions = {
    key: 'actions',
    title: t('可做'),
    cell: (post: PostRow) => (
      <span className="row-actions">
        {permits('units.write') && (
          <Button onClick={() => ask({ what: 'assign', post })}>{t('确定A岗、B岗')}</Button>
        )}
        {permits('posts.away') && post.holder && (
          <Button onClick={() => ask({ what: 'away', post })}>{t('登记离岗')}</Button>
        )}
      </span>
    ),
  }
  return [...columns, actions]
}

function Away({ post: { awayFrom, awayUntil } }: { readonly post: PostRow }) {
  const t = useText()
  const language = useLanguage()
  if (!awayFrom) return <span className="soft">{t('在岗')}</span>
  const from = sayInstant(awayFrom, language)
  return (
    <>
      {awayUntil
        ? t('{{from}} 至 {{until}}', { from, until: sayInstant(awayUntil, language) })
        : t('{{from}} 起', { from })}
    </>
  )
}
