import { previewImpact } from '#modules/catalogue/contract.ts'
import { Loaded, Notice, sayDay, sayShare, useAnswer, useLanguage, useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

/** 公布前的影响: how many open cases run by which version, what changes, and which cancelled item this one resembles. */
export function DraftImpact({ item }: { readonly item: string }) {
  const t = useText()
  const said = useSaid()
  const language = useLanguage()
  const impact = useAnswer(previewImpact, { params: { item } })
  return (
    <Loaded of={impact}>
      {({ openCases, changes, resembles }) => (
        <div className="stack">
          {resembles.map(({ item: code, name, likeness }) => (
            <Notice key={code} tone="red">
              {t('与已取消的“{{name}}”相似 {{share}}：不得换个名字继续审批。', {
                name: said(name),
                share: sayShare(likeness),
              })}
            </Notice>
          ))}
          <ul className="changes">
            {openCases.length === 0 && <li>{t('没有在办件。')}</li>}
            {openCases.map(({ version, from, cases }) => (
              <li key={version}>
                {t('{{cases}} 件在办件用第 {{version}} 版（{{from}} 起），照旧办完', {
                  ...{ cases, version, from: sayDay(from, language) },
                })}
              </li>
            ))}
            {changes.map(({ what, kind, before, after }) => (
              <li key={`${what.zh}/${kind}/${before.zh}/${after.zh}`}>
                {said(what)} {kind !== 'added' && <del>{said(before)}</del>}{' '}
                {kind !== 'removed' && <ins>{said(after)}</ins>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Loaded>
  )
}
