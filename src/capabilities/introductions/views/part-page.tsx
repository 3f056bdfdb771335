import { type Bilingual, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { ErrorSummary, Heading, Lead } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

/** A field that must be mended, and how. */
export type PartProblem = { readonly name: string; readonly text: Bilingual }

/** What must be mended in a field; undefined where nothing must. */
export const errorOf = (
  { problems, lang }: { readonly problems: readonly PartProblem[]; readonly lang: Language },
  name: string,
): string | undefined => {
  const found = problems.find((problem) => problem.name === name)
  return found && say(found.text, lang)
}

type PartPageProps = {
  readonly lang: Language
  readonly city: City
  readonly group: { readonly id: string; readonly name: string }
  readonly problems: readonly PartProblem[]
  readonly title: string
  readonly lead: string
  /** What to choose again, when the form has come back. */
  readonly again?: string | undefined
  readonly children: Child
}

/** The frame of a page on which a group keeps one kind of parts of its page: what is wrong, the forms, the way back. */
export const PartPage = (props: PartPageProps) => {
  const { lang, city, group, problems, title, lead, again, children } = props
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={problems.map(({ name, text }) => ({ id: name, message: say(text, lang) }))}
      />
      <Heading level={1} over={group.name}>
        {title}
      </Heading>
      <Lead>{lead}</Lead>
      {again && <p>{again}</p>}
      {children}
      <p>
        <a href={paths.hub(city.slug, group.id)}>{sentences[lang].form.back}</a>
      </p>
    </>
  )
}
