import type { Language } from '#kernel/bilingual.ts'
import { type Documents, documentNumber, sourceText } from '#kernel/source.ts'
import { Section, Table } from '#web/ui/index.ts'
import type { Plan } from '../plan.ts'
import { figureText } from '../plan-text.ts'
import { sentences } from '../sentences.ts'

interface FiguresProps {
  lang: Language
  plan: Plan
  documents: Documents
}

/** The figures that the text of the plan prints, each with the place where it stands. */
export function Figures({ lang, plan, documents }: FiguresProps) {
  if (plan.figures.length === 0) return null
  const words = sentences[lang]
  const own = documentNumber(plan.source)
  return (
    <Section id="figures" title={words.figures}>
      <Table
        lang={lang}
        id="figure-table"
        caption={words.figures}
        captionHidden
        stacks
        columns={[
          { label: words.figure, heading: true, cell: ({ label }) => label[lang] },
          { label: words.value, cell: ({ value, unit }) => figureText(value, unit, lang) },
          { label: words.source, cell: ({ source }) => sourceText(source, documents, own) },
        ]}
        rows={plan.figures}
      />
    </Section>
  )
}
