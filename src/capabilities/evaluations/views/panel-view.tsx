import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { fractionOf, mean } from '#kernel/fraction.ts'
import { formatNumber } from '#kernel/number.ts'
import { formatFraction } from '#kernel/ratio.ts'
import { Heading, KeyNumbers, Section } from '#web/ui/index.ts'
import { type Side, sides } from '../../projects/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

type PanelViewProps = {
  readonly lang: Language
  readonly city: City
  readonly projectId: string
  readonly facts: {
    readonly state: keyof (typeof sentences)['ja']['openState']
    readonly open: boolean
    readonly cityAnswer: string | null
    readonly scores: Readonly<Record<Side, readonly number[]>>
    readonly best: number
  }
}

const Means = ({ lang, facts }: Pick<PanelViewProps, 'lang' | 'facts'>) => {
  const words = sentences[lang]
  return (
    <KeyNumbers
      numbers={sides.flatMap((side) => {
        const scores = facts.scores[side]
        const value = mean(scores.map(fractionOf))
        return value
          ? [
              {
                label: words.meanOf(words[side]),
                value: formatFraction(value, { decimals: 1, rounding: 'half_up' }),
                unit: words.outOf(formatNumber(facts.best)),
                note: words.itemsNote(formatNumber(scores.length)),
              },
            ]
          : []
      })}
    />
  )
}

/** How far the evaluation has come, and its result once it is public. */
export const PanelView = ({ lang, city, projectId, facts }: PanelViewProps) => {
  const words = sentences[lang]
  const stopped = facts.state !== 'published' && !facts.open
  return (
    <Section
      id="evaluation"
      title={words.panelTitle}
      more={{ href: paths.show(city.slug, projectId), label: words.panelMore }}
    >
      <p>{stopped ? words.stopped : words.openState[facts.state]}</p>
      {facts.state === 'published' && (
        <>
          <Means lang={lang} facts={facts} />
          <Heading level={3}>{words.answer}</Heading>
          <p class="prose">{facts.cityAnswer}</p>
        </>
      )}
    </Section>
  )
}
