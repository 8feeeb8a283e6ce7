import { type FormEvent, useState } from 'react'
import { reckonFees } from '#modules/catalogue/contract.ts'
import { PROJECT_KIND_WORDS, PROJECT_KINDS } from '#modules/catalogue/terms.ts'
import {
  Bill,
  Button,
  Loaded,
  type QueryOf,
  Section,
  SelectField,
  TextField,
  useAnswer,
  useSaid,
} from '#ui/index.ts'
import { useText } from './messages.ts'

type Asked = QueryOf<typeof reckonFees>

/** 测算: before anybody pays, with every reason. */
export function Calculator() {
  const t = useText()
  const said = useSaid()
  const [asked, setAsked] = useState<Asked | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()])
    setAsked(Object.fromEntries(typed.filter(([, value]) => value !== '')) as Asked)
  }
  const amount = { inputMode: 'decimal', pattern: '\\d{1,12}(\\.\\d{1,2})?', autoComplete: 'off' } as const
  return (
    <Section title={t('算一算要交多少')} id="reckon">
      <form className="fee-form no-print" onSubmit={submit}>
        <TextField label={t('投资额（万元）')} name="investment" title={t('只填数字')} {...amount} />
        <SelectField
          label={t('项目类型')}
          name="project"
          options={[
            { value: '', text: t('不是投资项目') },
            ...PROJECT_KINDS.map((value) => ({ value, text: said(PROJECT_KIND_WORDS[value]) })),
          ]}
        />
        <TextField label={t('面积（平方米）')} name="area" title={t('只填数字')} {...amount} />
        <Button type="submit" look="main">
          {t('算一算')}
        </Button>
      </form>
      {asked && <Reckoned asked={asked} />}
    </Section>
  )
}

function Reckoned({ asked }: { readonly asked: Asked }) {
  const t = useText()
  const bill = useAnswer(reckonFees, { query: asked })
  return (
    <Loaded
      of={bill}
      isEmpty={({ lines, open }) => lines.length === 0 && open.length === 0}
      empty={t('没有算得出的收费。')}
    >
      {(data) => <Bill of={data} />}
    </Loaded>
  )
}
