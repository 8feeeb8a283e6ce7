import { sayShare, Table } from '#ui/index.ts'
import { useText } from './messages.ts'

export interface ShareRow {
  readonly name: string
  readonly done: number
  readonly all: number
}

/** Who is behind stands first. */
export function Shares({
  caption,
  of: rows,
}: {
  readonly caption: string
  readonly of: readonly ShareRow[]
}) {
  const t = useText()
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', title: caption, cell: ({ name }) => name, text: ({ name }) => name },
        { key: 'done', title: t('办结'), numeric: true, cell: ({ done }) => done, text: ({ done }) => done },
        { key: 'all', title: t('应办'), numeric: true, cell: ({ all }) => all, text: ({ all }) => all },
        {
          key: 'share',
          title: t('占比'),
          numeric: true,
          cell: ({ done, all }) => sayShare(done / all),
          text: ({ done, all }) => done / all,
        },
      ]}
    />
  )
}
