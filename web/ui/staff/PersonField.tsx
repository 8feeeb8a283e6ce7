import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { findPerson, type Person } from '#modules/access/contract.ts'
import { described, Frame } from '../controls/Field.tsx'
import { Button, inScript, useAnswer } from '../index.ts'
import { useText } from './messages.ts'
import { usePersonName } from './person-names.tsx'
import { useUnitName } from './unit-names.ts'

interface PersonFieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly name?: string
  readonly required?: boolean
  /** An account. */
  readonly value?: string
  readonly onChange?: (account: string) => void
  /** Only people of this unit are offered. */
  readonly unit?: string | undefined
}

/** After the last key, before the server is asked. */
const PAUSE_MS = 200

/**
 * Chooses a member of staff by typing part of a name, an account or a unit; what is sent is the account. Whoever knows
 * the account of somebody he may not look up writes it out: it is sent as written.
 */
export function PersonField({ label, hint, name, required, value, onChange, unit }: PersonFieldProps) {
  const t = useText()
  const id = useId()
  const called = usePersonName()
  const [own, setOwn] = useState(value ?? '')
  const [typed, setTyped] = useState<string>()
  const account = value ?? own
  const choose = (chosen: string) => {
    setOwn(chosen)
    onChange?.(chosen)
  }
  const usualHint = t('写姓名、账号或单位，从下面选一位')
  return (
    <Frame {...{ id, label, required }} hint={hint ?? usualHint}>
      <Search
        {...{ id, required, unit }}
        text={typed ?? (account === '' ? '' : called(account))}
        byName
        described={described(id, { label, hint: hint ?? usualHint })['aria-describedby']}
        onType={(text) => {
          setTyped(text)
          // An account written out needs no choice.
          choose(text.trim())
        }}
        onChoose={(person) => {
          choose(person.account)
          setTyped(undefined)
        }}
      />
      {name && <input type="hidden" name={name} value={account} />}
    </Frame>
  )
}

interface SearchProps {
  readonly id: string
  readonly text: string
  readonly required?: boolean | undefined
  readonly unit?: string | undefined
  readonly described: string | undefined
  readonly onType: (text: string) => void
  readonly onChoose: (person: Person) => void
  /** A full name that only one of the offered bears is taken when the field is left. */
  readonly byName?: boolean
}

/** The combobox pattern: the arrows walk through the offers, Enter takes one, Escape closes them. */
function Search({ id, text, required, unit, described: by, byName = false, onType, onChoose }: SearchProps) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const { people, nobody } = useOffers(open ? text : '', unit)
  const list = `${id}-list`

  const take = (person: Person) => {
    setOpen(false)
    onChoose(person)
  }
  const leave = () => {
    setOpen(false)
    const meant = people.filter(({ name }) => name === text.trim())
    if (byName && open && meant.length === 1 && meant[0]) take(meant[0])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || people.length === 0) return
    if (event.key === 'ArrowDown') setAt((at + 1) % people.length)
    else if (event.key === 'ArrowUp') setAt((at + people.length - 1) % people.length)
    else if (event.key === 'Enter' && people[at]) take(people[at])
    else if (event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
  }

  return (
    <div className="person-search" onBlur={leave}>
      <input
        id={id}
        className="input"
        role="combobox"
        autoComplete="off"
        autoCapitalize="none"
        aria-expanded={open && people.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && people[at] ? `${list}-${at}` : undefined}
        aria-describedby={by}
        maxLength={80}
        required={required}
        value={text}
        onChange={({ target }) => {
          setOpen(true)
          setAt(0)
          onType(target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        id={list}
        role="listbox"
        aria-label={t('可选人员')}
        className="person-offers"
        hidden={!open || !people.length}
      >
        {people.map((person, place) => (
          <Offer
            key={person.account}
            id={`${list}-${place}`}
            person={person}
            chosen={place === at}
            onTake={() => take(person)}
          />
        ))}
      </ul>
      {/* Over the page, as the offers are: nothing below moves away from under a pointer that is being pressed. */}
      <div aria-live="polite">
        {open && nobody && <p className="person-offers small soft">{t('没有找到，请换个写法。')}</p>}
      </div>
    </div>
  )
}

interface OfferProps {
  readonly id: string
  readonly person: Person
  readonly chosen: boolean
  readonly onTake: () => void
}

function Offer({ id, person: { account, name, unit }, chosen, onTake }: OfferProps) {
  const unitName = useUnitName()
  return (
    // Taken on pressing, before the field loses the focus and closes the list.
    <li
      id={id}
      role="option"
      aria-selected={chosen}
      onPointerDown={(event) => {
        event.preventDefault()
        onTake()
      }}
    >
      {inScript(name)}{' '}
      <span className="small soft">{[unitName(unit), account].filter(Boolean).join(' · ')}</span>
    </li>
  )
}

const NOBODY: readonly Person[] = []

/** Who could be meant, once the typing pauses. */
function useOffers(text: string, unit: string | undefined) {
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const query = { text: asked, ...(unit ? { unit } : {}) }
  const answer = useAnswer(findPerson, { query }, { enabled: asked !== '' })
  const people = asked === '' || text === '' ? NOBODY : (answer.data?.rows ?? NOBODY)
  return { people, nobody: text !== '' && asked === text.trim() && answer.data?.rows.length === 0 }
}

interface PeopleFieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly name?: string
  readonly required?: boolean
  readonly onChange?: (accounts: readonly string[]) => void
}

/** What is written out and not chosen counts too: accounts that one may not look up. */
const accountsIn = (text: string): string[] =>
  text.split(/[,，、\s]+/).filter((account) => /^[a-z][a-z0-9.-]+$/.test(account))

/** Several members of staff: each that is chosen stands above the field and can be taken off. In a form: one value each. */
export function PeopleField({ label, hint, name, required, onChange }: PeopleFieldProps) {
  const t = useText()
  const id = useId()
  const called = usePersonName()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [text, setText] = useState('')
  const change = (accounts: readonly string[]) => {
    setChosen(accounts)
    onChange?.(accounts)
  }
  const add = (account: string) => {
    setText('')
    if (!chosen.includes(account)) change([...chosen, account])
  }
  const written = accountsIn(text).filter((account) => !chosen.includes(account))
  const usualHint = t('写姓名、账号或单位，从下面选一位')
  return (
    <Frame {...{ id, label, required }} hint={hint ?? usualHint}>
      {chosen.length > 0 && (
        <ul className="person-chosen">
          {chosen.map((account) => (
            <li key={account} title={account}>
              {called(account)}
              <Button
                look="quiet"
                aria-label={`${t('去掉')} ${called(account)}`}
                onClick={() => change(chosen.filter((one) => one !== account))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Search
        id={id}
        text={text}
        required={required && chosen.length === 0}
        described={described(id, { label, hint: hint ?? usualHint })['aria-describedby']}
        onType={(typed) => {
          setText(typed)
          onChange?.([...chosen, ...accountsIn(typed)])
        }}
        onChoose={({ account }) => add(account)}
      />
      {name &&
        [...chosen, ...written].map((one) => <input key={one} type="hidden" name={name} value={one} />)}
    </Frame>
  )
}
