import { useState } from 'react'
import { jointUploads, readJointUpload } from '#modules/cases/contract.ts'
import { Button, callForBytes, Dialog, ProblemError, useAnswer } from '#ui/index.ts'
import { AskPurpose } from '../files/AskPurpose.tsx'
import { useText } from './messages.ts'

/** The files of the one set of papers; reading one is asked a purpose for, and recorded. */
export function JointUploads({ caseNo }: { readonly caseNo: string }) {
  const t = useText()
  const uploads = useAnswer(jointUploads, { params: { caseNo } })
  const [asked, setAsked] = useState<string | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const rows = uploads.data?.rows ?? []
  const read = async (purpose: string) => {
    try {
      const blob = await callForBytes(readJointUpload, {
        params: { caseNo, file: asked ?? '' },
        query: { purpose },
      })
      window.open(URL.createObjectURL(blob), '_blank', 'noopener')
      setAsked(null)
    } catch (error) {
      if (error instanceof ProblemError) setProblem(error)
    }
  }
  if (rows.length === 0) return <p className="soft small">{t('没有上传的文件。')}</p>
  return (
    <>
      <h3>{t('申请人交的文件')}</h3>
      <ul className="joint-papers">
        {rows.map(({ file, name }) => (
          <li key={file}>
            {name}{' '}
            <Button
              look="quiet"
              onClick={() => {
                setProblem(null)
                setAsked(file)
              }}
            >
              {t('打开')}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog open={asked !== null} title={t('查看')} onClose={() => setAsked(null)}>
        <AskPurpose problem={problem} example={t('出具意见')} onAsk={(purpose) => void read(purpose)} />
      </Dialog>
    </>
  )
}
