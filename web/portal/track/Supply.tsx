import { useState } from 'react'
import {
  removeTrackedUpload,
  supplyTracked,
  trackClocks,
  trackFile,
  trackForm,
  uploadTracked,
} from '#modules/cases/contract.ts'
import type { FormAnswers } from '#modules/catalogue/contract.ts'
import type { KeptFile } from '#modules/vault/contract.ts'
import { Button, call, Failed, Section, useAnswer, useCommand, useSaid } from '#ui/index.ts'
import { faultsOfAnswers } from '#ui/item-form/index.ts'
import { handedIn } from '../uploads/handed-in.ts'
import { FilePicker } from '../uploads/FilePicker.tsx'
import { FormCorrection } from './FormCorrection.tsx'
import { HowToSupply } from './HowToSupply.tsx'
import { useText } from './messages.ts'
import type { TrackedProps } from './TrackedCase.tsx'

/** 补正: exactly what the one notice asked for, sent here or brought to the counter. */
export function Supply({ file, code }: TrackedProps) {
  const t = useText()
  const { caseNo, missing, formAt } = file
  const said = useSaid()
  // A case keeps names of materials in Chinese; whoever reads 繁體 reads them so as well.
  const inChinese = (text: string) => said({ zh: text, en: '' })
  const [files, setFiles] = useState<Readonly<Record<string, readonly KeptFile[]>>>({})
  const form = useAnswer(trackForm, { params: { caseNo }, query: { code } }, { enabled: formAt !== null })
  const [corrected, setCorrected] = useState<FormAnswers>()
  const faulty =
    corrected !== undefined && Object.keys(faultsOfAnswers(form.data?.fields ?? [], corrected)).length > 0
  const supplying = useCommand(supplyTracked, { refreshes: [trackFile, trackClocks, trackForm] })
  const without = missing.filter((material) => (files[material.code] ?? []).length === 0).length
  const hand = () =>
    supplying.mutate({
      params: { caseNo },
      body: {
        code,
        materials: missing.flatMap((material) => handedIn(material.code, files[material.code])),
        ...(corrected ? { form: corrected } : {}),
      },
    })

  return (
    <Section title={t('需要您补交材料')} id="supply">
      <p className="prose">{t('只要这些，补齐一次就好。可以在这里上传，也可以送到窗口。')}</p>
      <HowToSupply file={file} code={code} />
      <ul className="checklist">
        {missing.map((material) => (
          <li key={material.code} className="stack">
            <div>
              <strong>{inChinese(material.name)}</strong>
              {material.wrong && <div>{t('存在问题：{{wrong}}', { wrong: inChinese(material.wrong) })}</div>}
              {material.guidance && <div className="soft small">{inChinese(material.guidance)}</div>}
              {material.sample && (
                <div className="small">
                  <a href={`/guide/${encodeURIComponent(file.item)}`}>{t('看示范文本')}</a>
                </div>
              )}
            </div>
            <FilePicker
              name={inChinese(material.name)}
              files={files[material.code] ?? []}
              to={{ endpoint: uploadTracked, params: { caseNo }, query: { code } }}
              remove={(file) => call(removeTrackedUpload, { params: { caseNo, file }, query: { code } })}
              onChange={(kept) => setFiles((now) => ({ ...now, [material.code]: kept }))}
            />
          </li>
        ))}
      </ul>
      {form.data && <FormCorrection form={form.data} answers={corrected} onChange={setCorrected} />}
      {without > 0 && (
        <p className="soft small">
          {t('还有 {{count}} 份没有上传；没有的可以之后送到窗口。', { count: without })}
        </p>
      )}
      <div>
        <Button
          look="main"
          busy={supplying.isPending}
          disabled={without === missing.length || faulty}
          onClick={hand}
        >
          {t('送交补正材料')}
        </Button>
      </div>
      {supplying.error && <Failed problem={supplying.error} />}
    </Section>
  )
}
