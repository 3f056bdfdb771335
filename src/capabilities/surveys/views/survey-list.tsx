import { colon, type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { dayText } from '#web/moment.ts'
import {
  ButtonLink,
  ButtonRow,
  Card,
  ChipLabel,
  Deadline,
  EmptyState,
  Heading,
  Lead,
  Pagination,
  ResourceList,
  Section,
  When,
} from '#web/ui/index.ts'
import { type ListedSurvey, pageSize } from '../listing.ts'
import { paths } from '../paths.ts'
import { read } from '../questionnaire.ts'
import { sentences } from '../sentences.ts'
import { standingAt } from '../survey.ts'

type Around = { readonly lang: Language; readonly city: City; readonly now: Date }

const WhenOpen = ({ lang, survey, now }: Around & { readonly survey: ListedSurvey }) =>
  standingAt(survey, now) === 'not-yet' ? (
    <p>
      {sentences[lang].facts.period}
      {colon[lang]}
      <When time={dayText(survey.opensOn, lang)} />
      {lang === 'ja' ? '～' : ' – '}
      <When time={dayText(survey.closesOn, lang)} />
    </p>
  ) : (
    <Deadline
      lang={lang}
      label={sentences[lang].until}
      time={dayText(survey.closesOn, lang)}
      daysLeft={survey.state === 'closed' ? -1 : countDaysLeft(survey.closesOn, now)}
    />
  )

const SurveyCard = (props: Around & { readonly survey: ListedSurvey }) => {
  const { lang, city, survey, now } = props
  const words = sentences[lang]
  const standing = standingAt(survey, now)
  const department = survey.department
    ? say(nameOfCode(city.departments, survey.department), lang)
    : say(city.contact.office, lang)
  return (
    <Card
      title={read(survey.texts.title, lang)}
      href={paths.survey(city.slug, survey.id)}
      labels={
        <>
          <ChipLabel tone={standing === 'open' ? 'success' : 'plain'}>
            {words.standing[standing]}
          </ChipLabel>
          {survey.ways.map((way) => (
            <ChipLabel key={way}>{words.ways[way]}</ChipLabel>
          ))}
          {survey.sample && <ChipLabel>{words.sample}</ChipLabel>}
        </>
      }
      facts={[
        { term: words.facts.questions, description: words.questionCount(survey.questions) },
        { term: words.facts.by, description: department },
      ]}
    >
      <p>{read(survey.texts.asked, lang)}</p>
      <WhenOpen {...props} />
    </Card>
  )
}

type ListProps = Around & {
  readonly open: readonly ListedSurvey[]
  readonly closed: readonly ListedSurvey[]
  readonly drafts: readonly ListedSurvey[]
  /** True where the address asks for those that ended alone. */
  readonly closedOnly: boolean
  readonly page: number
  readonly closedTotal: number
  readonly mayBegin: boolean
  readonly statisticsHref: string
}

const cardsOf = (props: ListProps, surveys: readonly ListedSurvey[]) => (
  <ResourceList>
    {surveys.map((survey) => (
      <SurveyCard key={survey.id} {...props} survey={survey} />
    ))}
  </ResourceList>
)

const Closed = (props: ListProps) => {
  const { lang, city, closed, closedOnly, page, closedTotal } = props
  const words = sentences[lang]
  const more =
    !closedOnly && closedTotal > closed.length
      ? { href: paths.list(city.slug, 'closed'), label: words.allClosed }
      : undefined
  return (
    <Section id="closed" title={words.closed} more={more}>
      {closed.length === 0 ? (
        <EmptyState title={words.noneClosed}>
          <p>{words.noneClosedText}</p>
        </EmptyState>
      ) : (
        cardsOf(props, closed)
      )}
      {closedOnly && (
        <Pagination
          lang={lang}
          page={page}
          pageSize={pageSize}
          total={closedTotal}
          hrefOf={(page) => paths.list(city.slug, 'closed', page)}
        />
      )}
    </Section>
  )
}

/** All surveys of the city: those that can be answered, those that ended. */
export const SurveyListPage = (props: ListProps) => {
  const { lang, city, open, drafts, closedOnly, mayBegin, statisticsHref } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      {mayBegin && (
        <ButtonRow>
          <ButtonLink href={paths.begin(city.slug)} icon="plus">
            {words.begin}
          </ButtonLink>
        </ButtonRow>
      )}
      {drafts.length > 0 && (
        <Section id="drafts" title={words.drafts}>
          {cardsOf(props, drafts)}
        </Section>
      )}
      {closedOnly ? (
        <p>
          <a href={paths.list(city.slug)}>{words.allOpen}</a>
        </p>
      ) : (
        <Section id="open" title={words.open}>
          {open.length === 0 ? (
            <EmptyState title={words.noneOpen}>
              <p>{words.noneOpenText}</p>
            </EmptyState>
          ) : (
            cardsOf(props, open)
          )}
        </Section>
      )}
      <Closed {...props} />
      <Section id="printed" title={words.printed}>
        <p>{words.printedText}</p>
        <p>
          <a href={statisticsHref}>{words.statistics}</a>
        </p>
      </Section>
    </>
  )
}
