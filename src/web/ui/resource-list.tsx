import type { Child } from '#web/html/jsx-runtime.ts'
import type { Description } from './description-list.tsx'
import { Heading, type HeadingLevel } from './heading.tsx'
import { Icon, type IconName } from './icon.tsx'

interface CardProps {
  title: Child
  href?: string | undefined
  level?: HeadingLevel | undefined
  /** States and kinds, as chips. */
  labels?: Child
  /** Two or three facts that help to choose. */
  facts?: readonly Description[] | undefined
  children?: Child
}

/** One thing of many. The whole card leads to its page; its title is the link. */
export function Card({ title, href, level = 3, labels, facts, children }: CardProps) {
  return (
    <article class="card">
      {labels && <div class="chip-row">{labels}</div>}
      <Heading level={level}>{href ? <a href={href}>{title}</a> : title}</Heading>
      {children && <div class="card-text">{children}</div>}
      {facts && facts.length > 0 && (
        <dl class="card-facts">
          {facts.map(({ term, description }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}

/** Cards one below the other, or beside each other where there is room. */
export function ResourceList({
  children,
  columns = 1,
}: {
  children: readonly Child[]
  columns?: 1 | 2 | 3
}) {
  return (
    <ul class="cards" data-columns={columns}>
      {children.map((card, at) => (
        <li key={at}>{card}</li>
      ))}
    </ul>
  )
}

export interface Action {
  icon: IconName
  title: string
  /** What one gets there, in a few words. */
  text?: string | undefined
  href: string
}

/** The things most people come for, large enough for every finger. */
export function ActionTiles({ actions }: { actions: readonly Action[] }) {
  return (
    <ul class="tiles">
      {actions.map(({ icon, title, text, href }) => (
        <li key={href}>
          <a href={href}>
            <Icon name={icon} />
            <strong>{title}</strong>
            {text && <span>{text}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
