import { Link } from '@tanstack/react-router'
import { Page } from '#ui/index.ts'
import { useAddress } from '../shell/address.ts'
import { ImportProgress } from './ImportProgress.tsx'
import { Wizard } from './import/Wizard.tsx'
import { useText } from './messages.ts'
import './logs.css'

/** The wizard; once an import is started, its progress and result under an address of its own. */
export function ImportPage() {
  const t = useText()
  const [address] = useAddress()
  const up = <Link to="/logs">← {t('办件日志')}</Link>
  if (address.import) return <ImportProgress id={address.import} up={up} />
  return (
    <Page title={t('导入日志')} up={up}>
      <Wizard />
    </Page>
  )
}
