import type { Language } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import { Section, Table } from '#web/ui/index.ts'
import type { Plan, PlanItem } from '../plan.ts'
import { sentences } from '../sentences.ts'
import { type Share, tallyCodes, tallyMarks } from '../tally.ts'
import { shortYear } from './year-marks.tsx'

interface TalliesProps {
  lang: Language
  plan: Plan
  items: readonly PlanItem[]
}

const nameOf = (share: Share, lang: Language): string =>
  share.legend ? share.legend.label[lang] : sentences[lang].classNone

const percentText = ({ percent }: Share): string => (percent === undefined ? '―' : `${percent}%`)

function CodeTally({ lang, plan, items, of }: TalliesProps & { of: 'class' | 'grade' }) {
  const words = sentences[lang]
  const tally = tallyCodes(plan, items, of)
  if (!tally) return null
  const all = formatNumber(tally.population)
  return (
    <>
      <Table
        lang={lang}
        id={`tally-${of}`}
        caption={words.tallyOf[of]}
        columns={[
          { label: words.filter[of], heading: true, cell: (share) => nameOf(share, lang) },
          { label: words.count, numeric: true, cell: ({ count }) => formatNumber(count) },
          { label: words.percent, numeric: true, cell: percentText },
        ]}
        rows={tally.shares}
        foot={[words.total, all, '']}
      />
      <p class="note">{words.tallyNote(all)}</p>
    </>
  )
}

function MarkTally({ lang, plan, items }: TalliesProps) {
  const words = sentences[lang]
  const tally = tallyMarks(plan, items)
  if (!tally) return null
  const all = formatNumber(tally.population)
  const totals = plan.years.map((_, at) =>
    formatNumber(tally.rows.reduce((sum, row) => sum + row.byYear[at]!, 0)),
  )
  return (
    <>
      <Table
        lang={lang}
        id="tally-marks"
        caption={words.tallyOf.marks}
        dense
        columns={[
          { label: words.legendOf.marks, heading: true, cell: (row) => nameOf(row, lang) },
          ...plan.years.map((year, at) => ({
            label: shortYear(year, lang),
            numeric: true,
            cell: (row: { byYear: readonly number[] }) => formatNumber(row.byYear[at]!),
          })),
          { label: words.total, numeric: true, cell: ({ count }) => formatNumber(count) },
          { label: words.percent, numeric: true, cell: percentText },
        ]}
        rows={tally.rows}
        foot={[words.total, ...totals, all, '']}
      />
      <p class="note">{words.marksNote(all)}</p>
    </>
  )
}

/** True when a plan prints anything that can be counted. */
export const hasTallies = (items: readonly PlanItem[]): boolean =>
  items.some((item) => item.class || item.grade || Object.keys(item.marks).length > 0)

/** How many items carry each class, grade and mark. */
export function Tallies(props: TalliesProps) {
  if (!hasTallies(props.items)) return null
  return (
    <Section id="tally" title={sentences[props.lang].tally}>
      <CodeTally {...props} of="class" />
      <CodeTally {...props} of="grade" />
      <MarkTally {...props} />
    </Section>
  )
}
