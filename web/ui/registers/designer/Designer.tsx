import { useQueryClient } from '@tanstack/react-query'
import type { Institution } from '#engines/registers/contract.ts'
import {
  type DraftView,
  getRegisterDraft,
  listInstitutions,
  saveRegisterDraft,
} from '#modules/institutions/contract.ts'
import { Button, keyOf, Notice, useCommand, useSaid } from '#ui/index.ts'
import { BasicsPart } from './BasicsPart.tsx'
import { FieldParts } from './FieldParts.tsx'
import { useText } from './messages.ts'
import { ClockParts, FlagParts, MeasureParts, NoticeParts, VisibilityPart } from './OtherParts.tsx'
import { Publication } from './Publication.tsx'
import { StateParts, StepParts } from './StepParts.tsx'
import { useDefinition } from './use-definition.ts'

interface DesignerProps {
  readonly start: Institution
  readonly draft: DraftView | undefined
}

/** All parts of a definition, and above them what the checks say and what can be done with the draft. */
export function Designer({ start, draft }: DesignerProps) {
  const t = useText()
  const said = useSaid()
  const client = useQueryClient()
  const edited = useDefinition(start)
  const { definition, change } = edited
  const save = useCommand(saveRegisterDraft, { refreshes: [listInstitutions] })
  const params = { institution: start.code }
  const send = () =>
    save.mutate(
      { params, body: { definition: { ...definition }, ...(draft ? { seen: draft.version } : {}) } },
      {
        onSuccess: (answer) => {
          client.setQueryData(keyOf(getRegisterDraft, { params }), answer)
          edited.markSaved()
        },
      },
    )
  return (
    <>
      {save.error && (
        <Notice tone="red" role="alert">
          {said(save.error.text)}
        </Notice>
      )}
      <div className="row no-print">
        <Button
          look="main"
          busy={save.isPending}
          disabled={!edited.isChanged && draft !== undefined}
          onClick={send}
        >
          {t('保存草稿')}
        </Button>
        <Button disabled={!edited.canUndo} onClick={edited.undo}>
          {t('撤销')}
        </Button>
        <Button disabled={!edited.canRedo} onClick={edited.redo}>
          {t('重做')}
        </Button>
        {edited.isChanged && <span className="small soft">{t('未保存')}</span>}
      </div>
      {draft && !edited.isChanged && <Publication of={draft} />}
      <BasicsPart {...{ definition, change }} />
      <FieldParts {...{ definition, change }} />
      <StateParts {...{ definition, change }} />
      <StepParts {...{ definition, change }} />
      <ClockParts {...{ definition, change }} />
      <FlagParts {...{ definition, change }} />
      <MeasureParts {...{ definition, change }} />
      <NoticeParts {...{ definition, change }} />
      <VisibilityPart {...{ definition, change }} />
    </>
  )
}
