import type { InformedWay } from '../terms.ts'

/** 全程服务 (HALL-29): who stays with a case to its end, and what the applicant was told by him. In the stream of the case. */
export type ServiceEvent =
  | { readonly type: 'ServiceOfficerNamed'; readonly data: ServiceOfficer }
  | { readonly type: 'ApplicantInformed'; readonly data: ApplicantInformed }

export interface ServiceOfficer {
  readonly account: string
  readonly name: string
  readonly unit: string
  readonly reason: string
}

export interface ApplicantInformed {
  readonly way: InformedWay
  readonly text: string
}

export const isService = (event: { readonly type: string }): event is ServiceEvent =>
  event.type === 'ServiceOfficerNamed' || event.type === 'ApplicantInformed'
