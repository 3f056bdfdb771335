import type { Language } from '#kernel/bilingual.ts'
import { Section, Table } from '#web/ui/index.ts'
import type { Legend, Plan } from '../plan.ts'
import { sentences } from '../sentences.ts'

interface LegendTableProps {
  lang: Language
  name: 'class' | 'marks' | 'grade'
  entries: readonly Legend[]
}

function LegendTable({ lang, name, entries }: LegendTableProps) {
  if (entries.length === 0) return null
  const words = sentences[lang]
  const hasBands = entries.some(({ band }) => band !== undefined)
  return (
    <Table
      lang={lang}
      id={`legend-${name}`}
      caption={words.legendOf[name]}
      columns={[
        { label: words.label, heading: true, cell: ({ label }) => label[lang] },
        ...(hasBands ? [{ label: words.band, cell: ({ band }: Legend) => band ?? '―' }] : []),
        { label: words.meaning, cell: ({ meaning }) => meaning?.[lang] ?? words.noMeaning },
      ]}
      rows={entries}
    />
  )
}

export const hasLegends = (plan: Plan): boolean =>
  plan.classes.length + plan.marks.length + plan.grades.length > 0

/** What the document's classes, marks and grades mean, with the bands as printed. */
export function Legends({ lang, plan }: { lang: Language; plan: Plan }) {
  if (!hasLegends(plan)) return null
  return (
    <Section id="legend" title={sentences[lang].legend}>
      <LegendTable lang={lang} name="class" entries={plan.classes} />
      <LegendTable lang={lang} name="marks" entries={plan.marks} />
      <LegendTable lang={lang} name="grade" entries={plan.grades} />
    </Section>
  )
}
