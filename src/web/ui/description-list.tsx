import { colon, type Language } from '#kernel/bilingual.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { Heading } from './heading.tsx'
import { sentences } from './sentences.ts'

export interface Description {
  term: string
  description: Child
}

/** Names and what they stand for: the facts of a group, a call, a room. */
export const DescriptionList = ({ items }: { items: readonly Description[] }) => (
  <dl class="facts">
    {items.map(({ term, description }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{description}</dd>
      </div>
    ))}
  </dl>
)

export interface ConfirmSection {
  title: string
  /** The page or field where this part can still be changed. */
  changeHref: string
  items: readonly Description[]
}

/** What one is about to send, part by part, each with a way back to change it. */
export function ConfirmList({
  lang,
  sections,
}: {
  lang: Language
  sections: readonly ConfirmSection[]
}) {
  return (
    <>
      {sections.map(({ title, changeHref, items }) => (
        <section key={title} class="confirm">
          <div class="section-head">
            <Heading level={2}>{title}</Heading>
            <a class="more" href={changeHref}>
              {sentences[lang].change}
              <span class="hidden-text">{`${colon[lang]}${title}`}</span>
            </a>
          </div>
          <DescriptionList items={items} />
        </section>
      ))}
    </>
  )
}
