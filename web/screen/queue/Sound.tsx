import { useEffect, useRef, useState } from 'react'
import type { QueueBoard } from '#modules/hall/contract.ts'
import { Button, useLanguage } from '#ui/index.ts'
import { useText } from '../messages.ts'

type Called = QueueBoard['serving'][number]

interface Announcing {
  readonly on: boolean
  readonly toggle: () => void
}

/** Chimes and reads out every call that is new since the sound was turned on; browsers allow it only after a touch. */
export function useAnnounced(serving: readonly Called[]): Announcing {
  const [context, setContext] = useState<AudioContext>()
  const language = useLanguage()
  const known = useRef<ReadonlySet<string>>(new Set())

  useEffect(() => {
    const keys = serving.map(({ number, calledAt, calls }) => `${number}/${calledAt}/${calls}`)
    const fresh = serving.filter((_, index) => !known.current.has(keys[index] ?? ''))
    known.current = new Set(keys)
    if (!context || fresh.length === 0) return
    chime(context)
    for (const call of fresh) speak(call, language)
  }, [serving, context, language])

  const toggle = () => {
    if (!context) return setContext(new AudioContext())
    void context.close()
    window.speechSynthesis?.cancel()
    setContext(undefined)
  }
  return { on: context !== undefined, toggle }
}

export function Sound({ on, toggle }: Announcing) {
  const t = useText()
  return (
    <p>
      <Button aria-pressed={on} onClick={toggle}>
        {on ? t('叫号声已开，点此静音') : t('点此打开叫号声')}
      </Button>
    </p>
  )
}

/** Two tones, the second lower: heard over talk, and not an alarm. */
function chime(context: AudioContext): void {
  for (const [index, pitch] of [784, 659].entries()) {
    const [tone, volume] = [context.createOscillator(), context.createGain()]
    const begins = context.currentTime + index * 0.35
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0.25, begins)
    volume.gain.exponentialRampToValueAtTime(0.001, begins + 0.6)
    tone.connect(volume).connect(context.destination)
    tone.start(begins)
    tone.stop(begins + 0.6)
  }
}

/** Digit by digit, as numbers are called in halls: «A 0 1 2». */
function speak({ number, counter }: Called, language: string): void {
  const spoken = [...number].join(' ')
  const where = [...counter].join(' ')
  const text =
    language === 'en' ? `Number ${spoken}, counter ${where}` : `请 ${spoken} 号，到 ${where} 窗口办理`
  const words = new SpeechSynthesisUtterance(text)
  words.lang = language === 'en' ? 'en-GB' : 'zh-CN'
  window.speechSynthesis?.speak(words)
}
