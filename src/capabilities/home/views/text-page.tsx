import type { Language } from '#kernel/bilingual.ts'
import { ButtonLink, ButtonRow, DescriptionList, Heading, Lead, Section } from '#web/ui/index.ts'
import { aboutSentences } from '../sentences/about.ts'
import type { Block, PageText, TextSection } from '../texts/index.ts'
import { EasyText } from './easy-text.tsx'

const BlockView = ({ block }: { block: Block }) => {
  if ('p' in block)
    return (
      <p>
        <EasyText text={block.p} />
      </p>
    )
  if ('ways' in block)
    return (
      <ButtonRow>
        {block.ways.map(({ label, href }) => (
          <ButtonLink key={href} href={href} kind="secondary">
            {label}
          </ButtonLink>
        ))}
      </ButtonRow>
    )
  if ('answers' in block)
    return (
      <DescriptionList items={block.answers.map(({ q, a }) => ({ term: q, description: a }))} />
    )
  const items = 'steps' in block ? block.steps : block.points
  const lines = items.map((text) => (
    <li key={text}>
      <EasyText text={text} />
    </li>
  ))
  return 'steps' in block ? <ol class="text-list">{lines}</ol> : <ul class="text-list">{lines}</ul>
}

const TextPart = ({ section }: { section: TextSection }) => (
  <Section id={section.id} title={section.title}>
    <div class={section.easy ? 'easy' : 'text-part'}>
      {section.blocks.map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </div>
  </Section>
)

/** What a long page holds, with ways to its parts. */
export const Contents = ({
  lang,
  parts,
}: {
  lang: Language
  parts: readonly { readonly id: string; readonly title: string }[]
}) => (
  <nav class="page-contents" aria-labelledby="contents-title">
    <p id="contents-title">{aboutSentences[lang].contents}</p>
    <ul>
      {parts.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
)

/** A page of text about the site. */
export const TextPage = ({ lang, text }: { lang: Language; text: PageText }) => (
  <>
    <Heading level={1}>{text.title}</Heading>
    <Lead>{text.lead}</Lead>
    <Contents lang={lang} parts={text.sections} />
    {text.sections.map((section) => (
      <TextPart key={section.id} section={section} />
    ))}
  </>
)
