import { useText } from '../messages.ts'

const STEPS = ['选择文件', '查看与对应', '命名并开始'] as const

export function Steps({ at }: { readonly at: number }) {
  const t = useText()
  return (
    <ol className="steps" aria-label={t('第 {{n}} 步，共 {{total}} 步', { n: at, total: STEPS.length })}>
      {STEPS.map((text, index) => (
        <li
          key={text}
          aria-current={at === index + 1 ? 'step' : undefined}
          className={index + 1 < at ? 'is-done' : undefined}
        >
          <span aria-hidden="true">{index + 1 < at ? '✓' : index + 1}</span> {t(text)}
        </li>
      ))}
    </ol>
  )
}
