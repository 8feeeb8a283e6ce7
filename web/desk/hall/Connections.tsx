import { listConnections } from '#modules/cases/contract.ts'
import { Loaded, sayCount, sayShare, Section, useAnswer } from '#ui/index.ts'
import { Rows } from './queue-parts.tsx'
import { useText } from './queue-messages.ts'

export function Connections({ span }: { readonly span: { from: string; until: string } }) {
  const t = useText()
  const answers = useAnswer(listConnections, { query: span })
  return (
    <Section title={t('是否找熟人、托关系')}>
      <Loaded of={answers} empty={t('没有人说找过。')}>
        {({ answered, yes, rows }) => (
          <>
            <p>
              {t('{{answered}} 人回答，{{yes}} 人说找过。', {
                answered: sayCount(answered),
                yes: sayCount(yes),
              })}
            </p>
            <Rows
              head={[t('决定人'), t('找过 / 回答'), t('95% 区间'), t('办件'), t('标记')]}
              rows={rows
                .filter((row) => row.yes > 0)
                .map((row) => [
                  ...[
                    row.officer,
                    `${row.yes} / ${row.answered}`,
                    `${sayShare(row.low)} – ${sayShare(row.high)}`,
                  ],
                  ...[row.cases.slice(0, 5).join('，'), row.clusters ? `▲ ${t('明显集中')}` : ''],
                ])}
              empty={t('没有人说找过。')}
            />
          </>
        )}
      </Loaded>
    </Section>
  )
}
