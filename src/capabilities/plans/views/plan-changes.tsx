import { type Bilingual, both, type Language } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import { type Description, DescriptionList, Disclosure, Section, Table } from '#web/ui/index.ts'
import {
  compareFacts,
  compareFigures,
  compareLegends,
  type FigureChange,
  type LegendChange,
} from '../compare-plans.ts'
import { comparisonSentences } from '../comparison-sentences.ts'
import type { Plan } from '../plan.ts'
import { adoptedText, figureText, periodText } from '../plan-text.ts'
import { sentences } from '../sentences.ts'
import { MarkedText } from './marked-text.tsx'

interface PlansProps {
  lang: Language
  before: Plan
  after: Plan
}

const inBoth = (text: (lang: Language) => string): Bilingual => both(text('ja'), text('en'))

const factRows = ({ lang, before, after }: PlansProps): Description[] => {
  const words = comparisonSentences[lang]
  const said = (term: string, of: (plan: Plan, lang: Language) => string): Description[] => {
    const [was, is] = [inBoth((one) => of(before, one)), inBoth((one) => of(after, one))]
    if (was.ja === is.ja) return []
    return [{ term, description: <MarkedText lang={lang} before={was} after={is} /> }]
  }
  return [
    ...compareFacts(before, after).map(({ name, before: was, after: is }) => ({
      term: name === 'title' ? words.name : words.about,
      description: <MarkedText lang={lang} before={was} after={is} />,
    })),
    ...said(words.status, (plan, one) => sentences[one].status[plan.status]),
    ...said(words.period, periodText),
    ...said(words.adopted, adoptedText),
  ]
}

function Legends({ lang, changes }: { lang: Language; changes: readonly LegendChange[] }) {
  const words = comparisonSentences[lang]
  if (changes.length === 0) return null
  const nothing = both('', '')
  return (
    <Table
      lang={lang}
      id="legend-changes"
      caption={words.legends}
      stacks
      columns={[
        {
          label: words.what,
          heading: true,
          cell: ({ of, code }: LegendChange) =>
            // The codes of levels and targets are the site's own; nobody has read them anywhere.
            of === 'levels' || of === 'targets'
              ? words.legendOf[of]
              : `${words.legendOf[of]} ${code}`,
        },
        {
          label: words.changeOf,
          cell: ({ before = nothing, after = nothing }: LegendChange) => (
            <MarkedText lang={lang} before={before} after={after} />
          ),
        },
      ]}
      rows={changes}
    />
  )
}

/** What changed of the plan itself: its title, period and legends. */
export function FactChanges(props: PlansProps) {
  const { lang, before, after } = props
  const words = comparisonSentences[lang]
  const rows = factRows(props)
  const legends = compareLegends(before, after)
  return (
    <Section id="facts" title={words.facts}>
      {rows.length === 0 && legends.length === 0 && <p>{words.noFacts}</p>}
      {rows.length > 0 && <DescriptionList items={rows} />}
      <Legends lang={lang} changes={legends} />
    </Section>
  )
}

const valueText = (
  value: string | undefined,
  unit: Bilingual | undefined,
  lang: Language,
): string =>
  value === undefined ? comparisonSentences[lang].notPrinted : figureText(value, unit, lang)

const hasChanged = (figure: FigureChange): boolean => figure.before !== figure.after

interface FigureTableProps {
  lang: Language
  id: string
  figures: readonly FigureChange[]
}

function FigureTable({ lang, id, figures }: FigureTableProps) {
  const words = comparisonSentences[lang]
  if (figures.length === 0) return null
  return (
    <Table
      lang={lang}
      id={id}
      caption={words.figuresCaption}
      stacks
      columns={[
        { label: words.figure, heading: true, cell: ({ label }: FigureChange) => label[lang] },
        {
          label: words.before,
          cell: (one: FigureChange) => {
            const text = valueText(one.before, one.unit, lang)
            return hasChanged(one) && one.before !== undefined ? <del>{text}</del> : text
          },
        },
        {
          label: words.after,
          cell: (one: FigureChange) => {
            const text = valueText(one.after, one.unit, lang)
            return hasChanged(one) && one.after !== undefined ? <ins>{text}</ins> : text
          },
        },
      ]}
      rows={figures}
    />
  )
}

/** The figures that the text prints: those that changed, and the others for those who want them. */
export function FigureChanges({ lang, before, after }: PlansProps) {
  const words = comparisonSentences[lang]
  const figures = compareFigures(before, after)
  if (figures.length === 0) return null
  const changed = figures.filter(hasChanged)
  return (
    <Section id="figures" title={words.figures}>
      <p>{words.figuresNote(formatNumber(changed.length), formatNumber(figures.length))}</p>
      <FigureTable lang={lang} id="figure-changes" figures={changed} />
      {changed.length < figures.length && (
        <Disclosure summary={words.sameFigures(formatNumber(figures.length - changed.length))}>
          <FigureTable
            lang={lang}
            id="figures-same"
            figures={figures.filter((one) => !hasChanged(one))}
          />
        </Disclosure>
      )}
    </Section>
  )
}
