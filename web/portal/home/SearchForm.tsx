import { type FormEvent, useId } from 'react'
import { Button } from '#ui/index.ts'
import { go, pageAt } from '../shell/address.tsx'
import { useText } from './messages.ts'

/** The one box. It asks when one sends it, not while one types: on a slow phone each answer would come too late. */
export function SearchForm({ search = '' }: { readonly search?: string }) {
  const t = useText()
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const asked = String(new FormData(event.currentTarget).get('search') ?? '').trim()
    go(pageAt('search', '', { search: asked }))
  }
  return (
    <form role="search" className="portal-search" onSubmit={submit}>
      <label className="visually-hidden" htmlFor={id}>
        {t('要办什么事？')}
      </label>
      <input
        key={search}
        id={id}
        name="search"
        type="search"
        enterKeyHint="search"
        className="input"
        defaultValue={search}
        maxLength={100}
        autoComplete="off"
      />
      <Button type="submit" look="main">
        {t('搜一搜')}
      </Button>
    </form>
  )
}
