import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { Button, FilterForm, HiddenInput, Section, TextInput } from '#web/ui/index.ts'
import type { Call } from '../../programmes/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

/** What the office wrote to find a group, and what was found. */
export type PaperSearch = {
  readonly written: string
  readonly found: readonly { readonly id: string; readonly name: string }[]
}

/** For the office: whose proposal came on paper. */
export const PaperGroup = ({
  lang,
  city,
  call,
  search,
}: {
  lang: Language
  city: City
  call: Call
  search: PaperSearch
}) => {
  const words = sentences[lang].start.paper
  return (
    <Section id="on-paper" title={words.title}>
      <p>{words.lead}</p>
      <FilterForm action={paths.start(city.slug)}>
        <HiddenInput name="call" value={call.id} />
        <TextInput
          lang={lang}
          name="group_name"
          label={words.group}
          hint={words.hint}
          value={search.written}
        />
        <Button kind="secondary">{words.find}</Button>
      </FilterForm>
      {search.written !== '' && search.found.length === 0 && <p>{words.none}</p>}
      {search.found.length > 0 && (
        <ul>
          {search.found.map(({ id, name }) => (
            <li key={id}>
              <a href={paths.start(city.slug, { call: call.id, group: id })}>{words.enter(name)}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
