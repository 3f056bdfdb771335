import { colon, type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatDateInBothEras } from '#kernel/date-text.ts'
import { bandText } from '#kernel/scale.ts'
import {
  ButtonLink,
  ButtonRow,
  ChipLabel,
  ChipRow,
  type Description,
  DescriptionList,
  Heading,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import { type Plan, planPaths } from '../../plans/index.ts'
import { tabulationPaths } from '../../tabulations/index.ts'
import { counters } from '../counters.ts'
import type { Actual, Indicator } from '../indicator.ts'
import { hasConflict, productRule } from '../judgement.ts'
import { judgementText } from '../judgement-text.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { findDefinition } from '../shared-definitions.ts'
import type { Shown } from '../shown.ts'
import { boundedText, yearText } from '../value-text.ts'
import { JudgementChip } from './judgement-chip.tsx'
import { Conflicts, ValuesSections } from './values-section.tsx'

export interface IndicatorPageProps {
  lang: Language
  city: City
  shown: Shown
  /** The plan that sets it, and the titles of the items it names. */
  plan: Pick<Plan, 'id' | 'title'> | undefined
  items: readonly { readonly no: string; readonly title: Plan['title'] }[]
  /** Everything that was corrected or withdrawn. */
  ended: readonly Actual[]
  enters: boolean
  /** True for those who change the record. */
  keeps: boolean
  sourceOf: (source: string) => string
}

function Judged({ lang, shown }: Pick<IndicatorPageProps, 'lang' | 'shown'>) {
  const words = sentences[lang]
  const { indicator, judgement } = shown
  const rule = indicator.rule ?? productRule
  return (
    <Section id="judgement" title={words.judgement}>
      <p>{judgementText(indicator, judgement, lang)}</p>
      {judgement.kind !== 'no-target' && (
        <DescriptionList
          items={[
            {
              term: words.rule,
              description: `${words.measures[rule.measure]}${
                indicator.direction === 'down' && rule.measure === 'of-target'
                  ? ` ${words.measureDown}`
                  : ''
              }`,
            },
            ...rule.scale.grades.map((grade) => ({
              term: say(grade.label, lang),
              description: bandText(grade)?.[lang] ?? '',
            })),
            { term: words.ruleSource, description: say(rule.source, lang) },
          ]}
        />
      )}
    </Section>
  )
}

const fillingText = (lang: Language, { fills }: Indicator): string => {
  const { fillsBy } = sentences[lang]
  if (!fills) return fillsBy.hand
  if (fills.kind === 'results') return fillsBy.results
  const counter = counters.find(({ code }) => code === fills.code)
  return fillsBy.counter(counter ? say(counter.definition, lang) : fills.code)
}

const definitionOf = (props: IndicatorPageProps): readonly Description[] => {
  const { lang, city, shown, sourceOf } = props
  const words = sentences[lang]
  const { indicator } = shown
  const { numerator, denominator, measuredBy, frequency, rounding, department, fills } = indicator
  const fact = (term: string, description: Description['description'] | undefined) =>
    description === undefined || description === '' ? [] : [{ term, description }]
  return [
    ...fact(words.numerator, numerator?.[lang]),
    ...fact(words.denominator, denominator?.[lang]),
    ...fact(words.unit, indicator.unit[lang]),
    ...fact(words.direction, words.directions[indicator.direction]),
    ...fact(words.measuredBy, measuredBy?.[lang]),
    ...fact(words.frequency, frequency?.[lang]),
    ...fact(words.calendar, words.calendars[indicator.calendar]),
    ...fact(
      words.rounding,
      `${words.roundings[rounding.rounding](rounding.decimals)}${lang === 'ja' ? '。' : '. '}${words.printedAsIs}`,
    ),
    ...fact(words.department, department && say(nameOfCode(city.departments, department), lang)),
    ...fact(words.fills, fillingText(lang, indicator)),
    ...fact(
      words.survey,
      (fills?.kind === 'results' && (
        <a href={tabulationPaths.results(city.slug, fills.survey)}>{words.survey}</a>
      )) ||
        undefined,
    ),
    ...fact(words.source, sourceOf(indicator.source)),
  ]
}

function Used({ lang, city, shown, plan, items }: IndicatorPageProps) {
  const words = sentences[lang]
  return (
    <Section id="used" title={words.used}>
      {plan ? (
        <p>
          <a href={planPaths.plan(city.slug, plan.id)}>{plan.title[lang]}</a>
        </p>
      ) : (
        <p>{words.notUsed}</p>
      )}
      {plan && shown.indicator.items.length === 0 && <p>{words.wholePlan}</p>}
      {plan && shown.indicator.items.length > 0 && (
        <ul>
          {shown.indicator.items.map((no) => (
            <li key={no}>
              <a href={planPaths.item(city.slug, plan.id, no)}>
                {no} {items.find((item) => item.no === no)?.title[lang] ?? ''}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Compared({ lang, shown }: Pick<IndicatorPageProps, 'lang' | 'shown'>) {
  const words = sentences[lang]
  const { shared, difference } = shown.indicator
  const definition = shared && findDefinition(shared)
  if (!definition) return null
  return (
    <Section id="shared" title={words.shared}>
      <p>{words.sharedText(definition.title[lang])}</p>
      {difference && (
        <p>
          {words.difference}
          {colon[lang]}
          {difference[lang]}
        </p>
      )}
      <p>
        <a href={paths.definition(definition.code)}>{words.shared}</a>
      </p>
    </Section>
  )
}

const endText = (lang: Language, { state, reason, endedAt }: Actual): string => {
  const words = sentences[lang]
  const day = endedAt ? formatDateInBothEras(tokyoDayOf(endedAt), lang) : ''
  return state === 'withdrawn'
    ? words.withdrawnBecause(day, reason)
    : words.replacedBecause(day, reason)
}

function History({ lang, shown, ended }: IndicatorPageProps) {
  const words = sentences[lang]
  const { indicator } = shown
  return (
    <Section id="history" title={words.history}>
      {ended.length === 0 ? (
        <p>{words.historyNone}</p>
      ) : (
        <ul>
          {ended.map((one) => (
            <li key={one.id}>
              {words.historyOf(
                yearText(indicator, one.year, lang),
                boundedText(one, indicator.unit, lang),
              )}{' '}
              {endText(lang, one)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Notes({ lang, shown }: Pick<IndicatorPageProps, 'lang' | 'shown'>) {
  const { notes } = shown.indicator
  if (notes.length === 0) return null
  return (
    <Section id="notes" title={sentences[lang].notes}>
      <ul>
        {notes.map((note) => (
          <li key={note.ja}>{note[lang]}</li>
        ))}
      </ul>
    </Section>
  )
}

/** One indicator: how it stands, its chart and table, how it is measured, where it is used, what was corrected. */
export function IndicatorPage(props: IndicatorPageProps) {
  const { lang, city, shown, enters, keeps, plan } = props
  const words = sentences[lang]
  const { indicator, judgement, values, isSample } = shown
  return (
    <>
      <Heading level={1} over={plan?.title[lang] ?? words.title}>
        {indicator.title[lang]}
      </Heading>
      <ChipRow>
        <JudgementChip lang={lang} judgement={judgement} />
        {hasConflict(values) && <ChipLabel tone="warning">{words.conflictChip}</ChipLabel>}
        {isSample && <ChipLabel>{words.sample}</ChipLabel>}
      </ChipRow>
      {isSample && <NotificationBanner lang={lang} kind="info" heading={words.sampleText} />}
      <Conflicts lang={lang} shown={shown} />
      <ValuesSections lang={lang} shown={shown} sourceOf={props.sourceOf} />
      <Judged lang={lang} shown={shown} />
      <Section id="definition" title={words.definition}>
        <DescriptionList items={definitionOf(props)} />
      </Section>
      <Notes lang={lang} shown={shown} />
      <Used {...props} />
      <Compared lang={lang} shown={shown} />
      <History {...props} />
      <ButtonRow>
        {enters && (
          <ButtonLink href={paths.values(city.slug, indicator.code)}>{words.enter}</ButtonLink>
        )}
        {keeps && (
          <ButtonLink kind="secondary" href={paths.record(city.slug, indicator.code)}>
            {words.changeRecord}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href={paths.list(city.slug)}>
          {words.back}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
