import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  BarList,
  ButtonLink,
  ButtonRow,
  Card,
  ChipLabel,
  EmptyState,
  Heading,
  Lead,
  Pagination,
  ResourceList,
  Section,
  Table,
} from '#web/ui/index.ts'
import { planPaths } from '../../plans/index.ts'
import { isDisputed, latestOf, targetFor } from '../indicator.ts'
import { hasConflict } from '../judgement.ts'
import { judgementText } from '../judgement-text.ts'
import { paths } from '../paths.ts'
import { pageSize } from '../queries/indicators.ts'
import { sentences } from '../sentences.ts'
import type { Shown } from '../shown.ts'
import { boundedText, valueText, yearText } from '../value-text.ts'
import { JudgementChip } from './judgement-chip.tsx'

export interface ListPageProps {
  lang: Language
  city: City
  shown: readonly Shown[]
  page: number
  total: number
  /** True for those who decide which indicators the city has. */
  keeps: boolean
  /** True for those who enter values. */
  enters: boolean
}

/** The values of the base or of the latest year, every source's. */
const saidValues = (lang: Language, { indicator, values }: Shown, role: 'base' | 'latest') => {
  const one = role === 'latest' ? latestOf(values) : values.find((value) => value.role === 'base')
  if (!one) return sentences[lang].noValue
  const said = [...new Set(one.claims.map((claim) => boundedText(claim, indicator.unit, lang)))]
  return `${said.join(' ⇔ ')}${lang === 'ja' ? '　' : ' '}${yearText(indicator, one.year, lang)}`
}

const saidTarget = (lang: Language, { indicator, values }: Shown): string => {
  const target = targetFor(indicator, latestOf(values)?.year ?? 0)
  if (!target) return sentences[lang].states['no-target']
  return `${valueText(target.value, indicator.unit, lang)}${lang === 'ja' ? '　' : ' '}${yearText(indicator, target.year, lang)}`
}

function Overview({ lang, city, shown }: ListPageProps) {
  const words = sentences[lang]
  return (
    <Table
      lang={lang}
      id="overview-table"
      caption={words.overviewCaption}
      captionHidden
      stacks
      columns={[
        {
          label: words.indicator,
          heading: true,
          cell: ({ indicator }) => (
            <a href={paths.indicator(city.slug, indicator.code)}>{indicator.title[lang]}</a>
          ),
        },
        { label: words.baseColumn, cell: (one) => saidValues(lang, one, 'base') },
        { label: words.latest, cell: (one) => saidValues(lang, one, 'latest') },
        { label: words.targetColumn, cell: (one) => saidTarget(lang, one) },
        {
          label: words.judgement,
          cell: ({ judgement }) => <JudgementChip lang={lang} judgement={judgement} />,
        },
      ]}
      rows={shown}
    />
  )
}

/** Base, latest value and targets as bars, each with its year: the chart is the table. */
function Bars({ lang, one }: { lang: Language; one: Shown }) {
  const words = sentences[lang]
  const { indicator, values } = one
  const latest = latestOf(values)
  const measured = values.filter((value) => value.role === 'base' || value === latest)
  const bars = [
    ...measured.flatMap((value) =>
      value.claims.map((claim, at) => ({
        year: value.year,
        label: words.pointInTime(
          yearText(indicator, value.year, lang),
          isDisputed(value)
            ? words.seriesPlace(words.kinds[value.role], at + 1)
            : words.kinds[value.role],
        ),
        value: Number(claim.value),
        text: boundedText(claim, indicator.unit, lang),
      })),
    ),
    ...indicator.targets.map((target) => ({
      year: target.year,
      label: words.pointInTime(yearText(indicator, target.year, lang), words.kinds[target.kind]),
      value: Number(target.value),
      text: valueText(target.value, indicator.unit, lang),
    })),
  ].toSorted((a, b) => a.year - b.year)
  if (bars.length === 0) return <p>{words.standingNone}</p>
  return (
    <BarList
      id={`bars-${indicator.code}`}
      caption={words.bars}
      headings={{ label: words.year, value: words.value }}
      max={/^[%％]/.test(indicator.unit.ja) ? 100 : undefined}
      bars={bars}
    />
  )
}

function IndicatorCard({ lang, city, one }: { lang: Language; city: City; one: Shown }) {
  const words = sentences[lang]
  const { indicator, judgement, values, isSample } = one
  return (
    <Card
      title={indicator.title[lang]}
      href={paths.indicator(city.slug, indicator.code)}
      labels={
        <>
          <JudgementChip lang={lang} judgement={judgement} />
          {hasConflict(values) && <ChipLabel tone="warning">{words.conflictChip}</ChipLabel>}
          {isSample && <ChipLabel>{words.sample}</ChipLabel>}
        </>
      }
    >
      <Bars lang={lang} one={one} />
      <p>{judgementText(indicator, judgement, lang)}</p>
    </Card>
  )
}

function StaffLinks({ lang, city, keeps, enters }: ListPageProps) {
  const words = sentences[lang]
  if (!enters) return null
  return (
    <ButtonRow>
      <ButtonLink kind="secondary" href={paths.table(city.slug)}>
        {words.enterTable}
      </ButtonLink>
      {keeps && (
        <ButtonLink kind="secondary" href={paths.adopt(city.slug)}>
          {words.adopt}
        </ButtonLink>
      )}
    </ButtonRow>
  )
}

/** Every indicator of the city: base, latest, target and judgement, as a table and as charts. */
export function ListPage(props: ListPageProps) {
  const { lang, city, shown, page, total } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      {total === 0 ? (
        <EmptyState
          title={words.none}
          action={<a href={planPaths.plans(city.slug)}>{words.plans}</a>}
        >
          <p>{words.noneHelp}</p>
        </EmptyState>
      ) : (
        <>
          <Lead>{words.lead(city.name[lang])}</Lead>
          <Section id="overview" title={words.overview}>
            <Overview {...props} />
            <p>
              <a href={paths.pdf(city.slug)}>{words.pdf}</a>
            </p>
          </Section>
          <Section id="charts" title={words.charts}>
            <ResourceList columns={2}>
              {shown.map((one) => (
                <IndicatorCard key={one.indicator.code} lang={lang} city={city} one={one} />
              ))}
            </ResourceList>
          </Section>
          <Pagination
            lang={lang}
            page={page}
            pageSize={pageSize}
            total={total}
            hrefOf={(at) => `${paths.list(city.slug)}?page=${at}`}
          />
        </>
      )}
      <StaffLinks {...props} />
      <p>
        <a href={paths.shared}>{words.comparison}</a>
      </p>
    </>
  )
}
