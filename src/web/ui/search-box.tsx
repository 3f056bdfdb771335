import type { Language } from '#kernel/bilingual.ts'
import { Button } from './button.tsx'
import { sentences } from './sentences.ts'

interface SearchBoxProps {
  lang: Language
  action: string
  /** What is searched, said to everybody who cannot see where the box stands. */
  label: string
  labelHidden?: boolean | undefined
  value?: string | undefined
  name?: string | undefined
  id?: string | undefined
}

/** One field and one button. */
export function SearchBox(props: SearchBoxProps) {
  const { lang, action, label, labelHidden = true, value, name = 'q', id = 'search' } = props
  return (
    <search>
      <form class="search" action={action} method="get">
        <label for={id} class={labelHidden ? 'hidden-text' : 'search-label'}>
          {label}
        </label>
        <input
          type="search"
          id={id}
          name={name}
          value={value}
          autocomplete="off"
          enterkeyhint="search"
        />
        <Button icon="search">{sentences[lang].search}</Button>
      </form>
    </search>
  )
}
