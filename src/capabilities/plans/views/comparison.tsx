import type { Language } from '#kernel/bilingual.ts'
import { Heading, Section } from '#web/ui/index.ts'
import { compareNumbers, type Numbered } from '../compare.ts'
import { paths } from '../paths.ts'
import type { Plan } from '../plan.ts'
import { sentences } from '../sentences.ts'

/** A plan to compare with: the draft of this one, or what became of it. */
interface Other {
  readonly id: string
  readonly title: Plan['title']
  readonly items: readonly Numbered[]
}

interface ComparisonProps {
  lang: Language
  citySlug: string
  plan: Plan
  items: readonly Numbered[]
  others: readonly Other[]
}

interface NumberListProps {
  lang: Language
  citySlug: string
  planId: string
  heading: string
  items: readonly Numbered[]
}

const NumberList = ({ lang, citySlug, planId, heading, items }: NumberListProps) => (
  <>
    <Heading level={4}>{heading}</Heading>
    {items.length === 0 ? (
      <p>{sentences[lang].none}</p>
    ) : (
      <ul>
        {items.map(({ no, title }) => (
          <li key={no}>
            <a href={paths.item(citySlug, planId, no)}>
              {no} {title[lang]}
            </a>
          </li>
        ))}
      </ul>
    )}
  </>
)

/** Which numbers a draft and the adopted plan do not share. */
export function Comparison({ lang, citySlug, plan, items, others }: ComparisonProps) {
  if (others.length === 0) return null
  const words = sentences[lang]
  return (
    <Section id="compare" title={words.compare}>
      <p class="note">{words.compareNote}</p>
      {others.map((other) => {
        const { onlyHere, onlyThere } = compareNumbers(items, other.items)
        const both = { lang, citySlug }
        return (
          <section key={other.id} class="flow">
            <Heading level={3}>
              <a href={paths.plan(citySlug, other.id)}>{words.compareWith(other.title[lang])}</a>
            </Heading>
            <NumberList
              {...both}
              planId={plan.id}
              heading={words.onlyHere(onlyHere.length)}
              items={onlyHere}
            />
            <NumberList
              {...both}
              planId={other.id}
              heading={words.onlyThere(onlyThere.length)}
              items={onlyThere}
            />
          </section>
        )
      })}
    </Section>
  )
}
