import { answerReader, listReaders } from '#modules/rectification/contract.ts'
import { InstantText, Loaded, Table, TextAreaField, useAnswer, useCommand, useSaid } from '#ui/index.ts'
import { Act, textOf } from '#ui/rectification/index.ts'
import { useText } from './messages.ts'

/** 社会监督: what readers wrote about commitments. It comes here and not to the unit. */
export function Readers() {
  const t = useText()
  const said = useSaid()
  const readers = useAnswer(listReaders, {})
  return (
    <Loaded of={readers} empty={t('没有群众意见')}>
      {({ rows }) => (
        <>
          <p className="soft small prose">{t('电话号码已遮盖；单位看不到，也删不掉。')}</p>
          <Table
            caption={t('群众意见')}
            rows={rows}
            rowKey={({ comment }) => comment}
            exportAs="xiaoneng-readers"
            columns={[
              { key: 'action', title: t('措施'), cell: (row) => row.action, text: (row) => row.action },
              {
                key: 'unit',
                title: t('单位'),
                cell: (row) => said(row.unit.name),
                text: (row) => said(row.unit.name),
              },
              {
                key: 'text',
                title: t('意见'),
                cell: (row) => `${row.solved ? `✓ ${t('解决了')}` : `▲ ${t('没有解决')}`} ${row.text}`,
                text: (row) => row.text,
              },
              {
                key: 'at',
                title: t('时间'),
                cell: (row) => <InstantText at={row.at} />,
                text: (row) => row.at,
              },
              {
                key: 'answer',
                title: t('答复'),
                cell: (row) => row.answer ?? <Answer measure={row.measure} comment={row.comment} />,
                text: (row) => row.answer,
              },
            ]}
          />
        </>
      )}
    </Loaded>
  )
}

function Answer({ measure, comment }: { readonly measure: string; readonly comment: string }) {
  const t = useText()
  const doing = useCommand(answerReader, { refreshes: [listReaders] })
  return (
    <Act
      title={t('答复')}
      doing={doing}
      onSubmit={(given, done) =>
        doing.mutate({ params: { measure }, body: { comment, text: textOf(given, 'text') } }, done)
      }
    >
      <TextAreaField label={t('答复')} name="text" required minLength={6} maxLength={1000} />
    </Act>
  )
}
