export interface Fix {
  readonly latitude: number
  readonly longitude: number
  readonly accuracy: number
}

const WAIT_MS = 8000
const FRESH_MS = 60_000

/** Where the phone is now; null where it does not know or may not say. Then a second person must have been there. */
export const whereNow = (): Promise<Fix | null> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({ latitude, longitude, accuracy: Math.round(accuracy) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: FRESH_MS },
    )
  })

export interface Recording {
  /** Ends it and gives the sound. */
  stop(): Promise<Blob>
}

/** Rejects where there is no microphone or it was not allowed. */
export async function record(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream)
  const parts: Blob[] = []
  recorder.ondataavailable = ({ data }) => parts.push(data)
  recorder.start()
  return {
    stop: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          for (const track of stream.getTracks()) track.stop()
          resolve(new Blob(parts, { type: recorder.mimeType }))
        }
        recorder.stop()
      }),
  }
}
