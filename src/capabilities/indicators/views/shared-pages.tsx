import { inBrackets, type Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDateInBothEras } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  BarList,
  Card,
  ChipLabel,
  DescriptionList,
  EmptyState,
  Heading,
  Lead,
  Pagination,
  ResourceList,
  Section,
  Table,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { citiesOnPage, type SharedIndicator, type SharedPoint } from '../queries/comparison.ts'
import { sentences } from '../sentences.ts'
import type { SharedDefinition } from '../shared-definitions.ts'
import { valueText, yearText } from '../value-text.ts'

interface SharedListProps {
  lang: Language
  definitions: readonly SharedDefinition[]
  followers: ReadonlyMap<string, number>
}

/** Every shared definition, and how many cities measure by it. */
export function SharedList({ lang, definitions, followers }: SharedListProps) {
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.comparison}</Heading>
      <Lead>{words.comparisonLead}</Lead>
      <ResourceList>
        {definitions.map((one) => {
          const cities = followers.get(one.code) ?? 0
          return (
            <Card
              key={one.code}
              level={2}
              title={one.title[lang]}
              href={paths.definition(one.code)}
              labels={
                <ChipLabel tone={cities > 0 ? 'key' : 'plain'}>
                  {cities > 0 ? words.followers(formatNumber(cities)) : words.followersNone}
                </ChipLabel>
              }
              facts={[
                { term: words.numerator, description: one.numerator[lang] },
                ...(one.denominator
                  ? [{ term: words.denominator, description: one.denominator[lang] }]
                  : []),
              ]}
            />
          )
        })}
      </ResourceList>
      <p>
        <a href="/">{words.home}</a>
      </p>
    </>
  )
}

interface SharedPageProps {
  lang: Language
  definition: SharedDefinition
  indicators: readonly SharedIndicator[]
  total: number
  page: number
  cityOf: (id: number) => City | undefined
}

const fiscal = { calendar: 'fiscal' } as const

/** The last measured value, else the base; every source's where they disagree. */
const lastPoints = ({ points }: SharedIndicator): readonly SharedPoint[] => {
  const measured = points.filter(({ role }) => role !== 'target')
  const last = Math.max(...measured.map(({ year }) => year))
  return measured.filter(({ year }) => year === last)
}

const saidTargets = (
  lang: Language,
  definition: SharedDefinition,
  { points }: SharedIndicator,
): string => {
  const words = sentences[lang]
  const targets = points.filter(({ role }) => role === 'target')
  if (targets.length === 0) return words.states['no-target']
  return targets
    .map(
      ({ year, value }) =>
        `${valueText(value, definition.unit, lang)}${inBrackets(yearText(fiscal, year, lang), lang)}`,
    )
    .join(lang === 'ja' ? '、' : '; ')
}

function Rows({ lang, definition, indicators, cityOf }: SharedPageProps) {
  const words = sentences[lang]
  return (
    <Table
      lang={lang}
      id="cities-table"
      caption={words.comparisonCaption(definition.title[lang])}
      captionHidden
      stacks
      columns={[
        {
          label: words.city,
          heading: true,
          cell: (one) => {
            const city = cityOf(one.cityId)
            return city ? (
              <a href={paths.indicator(city.slug, one.code)}>{city.name[lang]}</a>
            ) : (
              String(one.cityId)
            )
          },
        },
        {
          label: words.latest,
          numeric: true,
          cell: (one) => {
            const points = lastPoints(one)
            const said = [
              ...new Set(points.map(({ value }) => valueText(value, definition.unit, lang))),
            ].join(' ⇔ ')
            if (said === '') return words.noValue
            return `${said}${points.some(({ disputed }) => disputed) ? words.disputedMark : ''}${
              one.sample ? inBrackets(words.sample, lang) : ''
            }`
          },
        },
        {
          label: words.baseDate,
          cell: (one) =>
            lastPoints(one)
              .slice(0, 1)
              .map(({ year, measuredOn }) =>
                measuredOn
                  ? `${yearText(fiscal, year, lang)} ${formatDateInBothEras(measuredOn as PlainDate, lang)}`
                  : yearText(fiscal, year, lang),
              )
              .join(''),
        },
        { label: words.targetColumn, cell: (one) => saidTargets(lang, definition, one) },
        {
          label: words.differences,
          cell: ({ difference }) => difference?.[lang] ?? words.sameAs,
        },
      ]}
      rows={indicators}
    />
  )
}

/** Shares of one definition stand on one scale; numbers of cities that differ in size do not. */
function Bars({ lang, definition, indicators, cityOf }: SharedPageProps) {
  const words = sentences[lang]
  const bars = indicators.flatMap((one) =>
    lastPoints(one).map(({ value, year }, at) => ({
      label: `${cityOf(one.cityId)?.name[lang] ?? one.cityId}${at > 0 ? ` ${at + 1}` : ''}${inBrackets(yearText(fiscal, year, lang), lang)}`,
      value: Number(value),
      text: valueText(value, definition.unit, lang),
    })),
  )
  if (!definition.denominator || bars.length < 2) return null
  return (
    <Section id="chart" title={words.chart}>
      <BarList
        id="cities-bars"
        caption={definition.title[lang]}
        headings={{ label: words.city, value: words.value }}
        max={100}
        bars={bars}
      />
    </Section>
  )
}

/** The cities that measure by one definition, side by side; what differs is said. */
export function SharedPage(props: SharedPageProps) {
  const { lang, definition, total, page } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1} over={words.comparison}>
        {definition.title[lang]}
      </Heading>
      <Section id="definition" title={words.definition}>
        <DescriptionList
          items={[
            { term: words.numerator, description: definition.numerator[lang] },
            ...(definition.denominator
              ? [{ term: words.denominator, description: definition.denominator[lang] }]
              : []),
            { term: words.frequency, description: definition.frequency[lang] },
            { term: words.conditions, description: definition.conditions[lang] },
            {
              term: words.rounding,
              description: words.roundings[definition.rounding.rounding](
                definition.rounding.decimals,
              ),
            },
          ]}
        />
      </Section>
      <Section id="cities" title={words.comparisonCaption(definition.title[lang])}>
        {total === 0 ? (
          <EmptyState title={words.nobody}>
            <p>{words.nobodyHelp}</p>
          </EmptyState>
        ) : (
          <>
            <p>{words.comparisonText}</p>
            <p>{definition.denominator ? words.ordered : words.notRanked}</p>
            <Rows {...props} />
            <Pagination
              lang={lang}
              page={page}
              pageSize={citiesOnPage}
              total={total}
              hrefOf={(at) => `${paths.definition(definition.code)}?page=${at}`}
            />
          </>
        )}
      </Section>
      <Bars {...props} />
      <p>
        <a href={paths.shared}>{words.allDefinitions}</a>
      </p>
    </>
  )
}
