import type { Child } from '#web/html/jsx-runtime.ts'

export type HeadingLevel = 1 | 2 | 3 | 4

interface HeadingProps {
  level: HeadingLevel
  id?: string | undefined
  children: Child
  /** A small line above: what kind of thing this is. */
  over?: Child
}

/** A heading; its size follows its level. */
export function Heading({ level, id, over, children }: HeadingProps) {
  const Tag = `h${level}` as const
  if (!over) return <Tag id={id}>{children}</Tag>
  return (
    <hgroup>
      <p class="over">{over}</p>
      <Tag id={id}>{children}</Tag>
    </hgroup>
  )
}

/** The first paragraph of a page: what it is, for whom, in one or two sentences. */
export const Lead = ({ children }: { children: Child }) => <p class="lead">{children}</p>

/** Running text with its own paragraphs, lists and headings: what people wrote, rendered from Markdown. */
export const Prose = ({ children }: { children: Child }) => <div class="prose">{children}</div>

interface SectionProps {
  id: string
  title: Child
  level?: 2 | 3 | undefined
  /** A way to everything of this kind. */
  more?: { href: string; label: string } | undefined
  children: Child
}

/** A part of a page under its own heading. */
export function Section({ id, title, level = 2, more, children }: SectionProps) {
  return (
    <section class="section" aria-labelledby={id}>
      <div class="section-head">
        <Heading level={level} id={id}>
          {title}
        </Heading>
        {more && (
          <a class="more" href={more.href}>
            {more.label}
          </a>
        )}
      </div>
      {children}
    </section>
  )
}
