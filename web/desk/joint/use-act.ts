import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { fileClocks, getFile, getJoint, type JointView, listWork } from '#modules/cases/contract.ts'
import { keyOf, useCommand, useToast } from '#ui/index.ts'
import { useText } from './messages.ts'

/** One act on joint handling: sent with the version that was seen; what comes back takes the place of what is shown. */
export function useAct<B extends z.ZodType>(
  endpoint: Endpoint<z.ZodType<unknown, { caseNo: string }>, z.ZodType, B, z.ZodType<JointView>>,
  { caseNo, version }: Pick<JointView, 'caseNo' | 'version'>,
  onDone: () => void,
) {
  const t = useText()
  const say = useToast()
  const client = useQueryClient()
  const act = useCommand(endpoint, { refreshes: [getJoint, getFile, fileClocks, listWork] })
  return {
    act,
    send: (body: z.input<B>) =>
      act.mutate({ params: { caseNo }, body, ifMatch: version } as never, {
        onSuccess: (answer) => {
          client.setQueryData(keyOf(getJoint, { params: { caseNo } }), answer)
          say(t('已登记'))
          onDone()
        },
      }),
  }
}
