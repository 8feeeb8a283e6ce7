import { useText } from '../messages.ts'

interface LevelMarkProps {
  readonly level: 'notice' | 'yellow' | 'red'
  /** Only the shape, where the word stands right beside it; it is then still read aloud. */
  readonly brief?: boolean
}

const SHAPES = { notice: '●', yellow: '▲', red: '■' } as const
const WORDS = { notice: '提示', yellow: '黄牌', red: '红牌' } as const

/** ▲ 黄牌, ■ 红牌: shape and word carry the level, colour only repeats it. */
export function LevelMark({ level, brief = false }: LevelMarkProps) {
  const t = useText()
  return (
    <span className={`level level-${level}`}>
      <span aria-hidden="true">{SHAPES[level]}</span>
      <span className={brief ? 'visually-hidden' : undefined}> {t(WORDS[level])}</span>
    </span>
  )
}

interface StandingMarkProps {
  readonly colour: 'quiet' | 'soon' | 'yellow' | 'red'
}

const STANDINGS = {
  quiet: { shape: '', word: '正常' },
  soon: { shape: '◔', word: '临近' },
  yellow: { shape: '▲', word: '超承诺' },
  red: { shape: '■', word: '超法定' },
} as const

/** How a case stands against its limits now. Normal is quiet: no green. */
export function StandingMark({ colour }: StandingMarkProps) {
  const t = useText()
  const { shape, word } = STANDINGS[colour]
  return (
    <span className={`level level-${colour}`}>
      {shape && <span aria-hidden="true">{shape} </span>}
      {t(word)}
    </span>
  )
}

export const useStandingWord = () => {
  const t = useText()
  return (colour: StandingMarkProps['colour']) => t(STANDINGS[colour].word)
}

export const useLevelWord = () => {
  const t = useText()
  return (level: LevelMarkProps['level']) => t(WORDS[level])
}
