import { useState } from 'react'
import { supplyTracked, trackClocks, trackFile, uploadTracked } from '#modules/cases/contract.ts'
import type { KeptFile } from '#modules/vault/contract.ts'
import { Button, Failed, Section, useCommand } from '#ui/index.ts'
import { handedIn } from '../uploads/handed-in.ts'
import { FilePicker } from '../uploads/FilePicker.tsx'
import { useText } from './messages.ts'
import type { TrackedProps } from './TrackedCase.tsx'

/** 补正: exactly what the one notice asked for, sent here or brought to the counter. */
export function Supply({ file: { caseNo, missing }, code }: TrackedProps) {
  const t = useText()
  const [files, setFiles] = useState<Readonly<Record<string, readonly KeptFile[]>>>({})
  const supplying = useCommand(supplyTracked, { refreshes: [trackFile, trackClocks] })
  const without = missing.filter((material) => (files[material.code] ?? []).length === 0).length
  const hand = () =>
    supplying.mutate({
      params: { caseNo },
      body: { code, materials: missing.flatMap((material) => handedIn(material.code, files[material.code])) },
    })

  return (
    <Section title={t('需要您补交材料')} id="supply">
      <p className="prose">{t('只要这些，补齐一次就好。可以在这里上传，也可以送到窗口。')}</p>
      <ul className="checklist">
        {missing.map((material) => (
          <li key={material.code} className="stack">
            <div>
              <strong>{material.name}</strong>
              {material.guidance && <div className="soft small">{material.guidance}</div>}
            </div>
            <FilePicker
              name={material.name}
              files={files[material.code] ?? []}
              to={{ endpoint: uploadTracked, params: { caseNo }, query: { code } }}
              onChange={(kept) => setFiles((now) => ({ ...now, [material.code]: kept }))}
            />
          </li>
        ))}
      </ul>
      {without > 0 && (
        <p className="soft small">
          {t('还有 {{count}} 份没有上传；没有的可以之后送到窗口。', { count: without })}
        </p>
      )}
      <div>
        <Button look="main" busy={supplying.isPending} disabled={without === missing.length} onClick={hand}>
          {t('送交补正材料')}
        </Button>
      </div>
      {supplying.error && <Failed problem={supplying.error} />}
    </Section>
  )
}
