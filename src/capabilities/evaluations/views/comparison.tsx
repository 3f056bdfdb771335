import { colon, inBrackets, type Language, say } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import { ChipLabel, DescriptionList, Section, Table } from '#web/ui/index.ts'
import type { Definition } from '../evaluation.ts'
import { type Result, withheldMark } from '../published.ts'
import { type Comparison, formatDifference, meanOf, nameOfScore } from '../scores.ts'
import { sentences } from '../sentences.ts'

type Around = { readonly lang: Language; readonly definition: Definition }

/** What the numbers of the scale stand for. */
export const ScaleLegend = ({ lang, definition }: Around) => (
  <p>
    {sentences[lang].scale}
    {colon[lang]}
    {definition.scale
      .map(({ value, label }) => `${value} ${say(label, lang)}`)
      .join(lang === 'ja' ? '／' : ' / ')}
  </p>
)

/** Both sides beside each other, item by item, with the difference in figures and in words. */
export /** The best score of a scale: a mean says nothing without it. */
const bestOf = ({ scale }: Definition): string =>
  formatNumber(Math.max(...scale.map(({ value }) => value)))

const ComparisonTable = ({
  lang,
  definition,
  comparisons,
}: Around & {
  comparisons: readonly Comparison[]
}) => {
  const words = sentences[lang]
  return (
    <Table<Comparison>
      lang={lang}
      id="comparison"
      stacks
      caption={words.mutualTitle}
      captionHidden
      rows={comparisons}
      columns={[
        {
          label: words.item,
          heading: true,
          cell: ({ item, discuss }) => (
            <>
              {say(item.label, lang)}{' '}
              {discuss && <ChipLabel tone="warning">{words.discuss}</ChipLabel>}
            </>
          ),
        },
        { label: words.group, numeric: true, cell: ({ group }) => String(group.score) },
        { label: words.city, numeric: true, cell: ({ city }) => String(city.score) },
        {
          label: words.difference,
          numeric: true,
          cell: ({ difference }) => formatDifference(difference),
        },
      ]}
      foot={[
        `${words.mean}${inBrackets(words.meanNote(bestOf(definition)), lang)}`,
        meanOf(comparisons, 'group'),
        meanOf(comparisons, 'city'),
        '',
      ]}
    />
  )
}

/** The mark that stands for a withheld comment, in the reader's language. */
const spoken = (text: string, lang: Language): string =>
  text === withheldMark ? sentences[lang].withheldMark : text

const Saying = ({
  lang,
  definition,
  line,
}: Around & { line: { readonly score: number; readonly comment: string } }) => (
  <>
    {line.score}
    {inBrackets(say(nameOfScore(definition, line.score), lang), lang)}
    {line.comment && <p class="prose">{spoken(line.comment, lang)}</p>}
  </>
)

/** What each side said on each item, and why they differ. */
export const Sayings = ({
  lang,
  definition,
  comparisons,
  explanations,
}: Around & Pick<Result, 'comparisons' | 'explanations'>) => {
  const words = sentences[lang]
  return (
    <>
      {comparisons.map(({ item, group, city }) => {
        const explanation = explanations.get(item.code)
        return (
          <Section key={item.code} id={`item-${item.code}`} level={3} title={say(item.label, lang)}>
            <p>{say(item.viewpoint, lang)}</p>
            <DescriptionList
              items={[
                {
                  term: words.group,
                  description: <Saying lang={lang} definition={definition} line={group} />,
                },
                {
                  term: words.city,
                  description: <Saying lang={lang} definition={definition} line={city} />,
                },
                ...(explanation
                  ? [
                      {
                        term: words.explanation,
                        description: <span class="prose">{spoken(explanation, lang)}</span>,
                      },
                    ]
                  : []),
              ]}
            />
          </Section>
        )
      })}
    </>
  )
}

/** What the committee thinks: how many chose what, and their opinions without names. */
export const Opinions = ({
  lang,
  definition,
  result,
}: Around & { result: Pick<Result, 'tally' | 'opinions'> }) => {
  const words = sentences[lang]
  const chosen = result.tally.filter(({ count }) => count > 0)
  return (
    <Section
      id="opinions"
      title={`${words.others}${inBrackets(say(definition.committee, lang), lang)}`}
    >
      {chosen.length === 0 ? (
        <p>{words.noOthers}</p>
      ) : (
        <DescriptionList
          items={chosen.map(({ label, count }) => ({
            term: say(label, lang),
            description: words.people(formatNumber(count)),
          }))}
        />
      )}
      {result.opinions.length > 0 && (
        <ul>
          {result.opinions.map((opinion, at) => (
            <li key={at} class="prose">
              {spoken(opinion, lang)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Scores, sayings and explanations together. */
export const MutualResult = (props: Around & Pick<Result, 'comparisons' | 'explanations'>) => (
  <Section id="mutual" title={sentences[props.lang].mutualTitle}>
    <ScaleLegend {...props} />
    <ComparisonTable {...props} />
    <Sayings {...props} />
  </Section>
)
