import type { Problem } from '#kernel/endpoint.ts'
import type { Bilingual } from '#kernel/refusal.ts'

/** What the server answered instead of what was asked for, or that it could not be reached. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly text: Bilingual
  readonly details: Record<string, unknown>
  /** The number to report when the fault is ours. */
  readonly report: string | undefined

  constructor(problem: Pick<Problem, 'status' | 'code' | 'detail' | 'detailEn'> & Partial<Problem>) {
    super(`${problem.code}: ${problem.detailEn}`)
    this.name = 'ProblemError'
    this.status = problem.status
    this.code = problem.code
    this.text = { zh: problem.detail, en: problem.detailEn }
    this.details = problem.details ?? {}
    this.report = problem.status >= 500 ? problem.instance : undefined
  }
}

export const offline = () =>
  new ProblemError({
    status: 0,
    code: 'pages.offline',
    detail: '连不上服务器。请检查网络，恢复后再试；已填写的内容仍在页面上。',
    detailEn: 'The server cannot be reached. Check the network and try again; what you typed is still here.',
  })

const unreadable = (status: number) =>
  new ProblemError({
    status,
    code: 'pages.unreadable-answer',
    detail: `服务器的回答无法识别（${status}）。请稍后再试；仍不行请告诉管理员。`,
    detailEn: `The server's answer could not be read (${status}). Try again later; if it goes on, tell the administrator.`,
  })

/** Reads problem+json; whatever else stands in front of the server (a proxy's page) becomes one clear sentence. */
export async function problemOf(response: Response): Promise<ProblemError> {
  try {
    const body = (await response.json()) as Partial<Problem>
    if (typeof body.code !== 'string' || typeof body.detail !== 'string') return unreadable(response.status)
    const detailEn = body.detailEn ?? body.detail
    return new ProblemError({
      ...body,
      status: response.status,
      code: body.code,
      detail: body.detail,
      detailEn,
    })
  } catch {
    return unreadable(response.status)
  }
}
