import { useEffect, useRef, useState } from 'react'
import { Button, Notice } from '#ui/index.ts'
import { type Recording, record } from './capture.ts'
import { useText } from './messages.ts'

/** Records until it is pressed again; who goes back to the list while it runs has what was recorded so far kept. */
export function SoundButton({ onSound }: { readonly onSound: (file: Blob) => void }) {
  const t = useText()
  const [recording, setRecording] = useState<Recording>()
  const [seconds, setSeconds] = useState(0)
  const [failed, setFailed] = useState(false)
  const running = useRef<Recording>(undefined)
  const sound = useRef(onSound)
  sound.current = onSound

  const stop = () => {
    const last = running.current
    running.current = undefined
    setRecording(undefined)
    if (last) void last.stop().then((file) => sound.current(file))
  }
  useEffect(() => stop, [])
  useEffect(() => {
    if (!recording) return undefined
    const ticking = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(ticking)
  }, [recording])

  const press = async () => {
    if (recording) return stop()
    setFailed(false)
    setSeconds(0)
    try {
      running.current = await record()
      setRecording(running.current)
    } catch {
      setFailed(true)
    }
  }
  const lasted = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <>
      <Button className="inspect-large" look={recording ? 'danger' : 'usual'} onClick={() => void press()}>
        {recording ? `● ${t('停止录音')} ${lasted}` : t('录音')}
      </Button>
      {failed && <Notice tone="yellow">{t('没有麦克风，或者没有得到允许。')}</Notice>}
    </>
  )
}
