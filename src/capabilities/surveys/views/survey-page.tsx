import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import { dayText } from '#web/moment.ts'
import {
  ButtonLink,
  ButtonRow,
  ChipLabel,
  ChipRow,
  Deadline,
  DescriptionList,
  Heading,
  Lead,
  NotificationBanner,
  Section,
  When,
} from '#web/ui/index.ts'
import { History, type TimelineEntry } from '../../procedures/index.ts'
import { paths } from '../paths.ts'
import { read } from '../questionnaire.ts'
import { sentences } from '../sentences.ts'
import { type Survey, standingAt } from '../survey.ts'
import { type DeskProps, SurveyDesk } from './survey-desk.tsx'

export type SurveyPageProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly survey: Survey
  readonly events: readonly TimelineEntry[]
  /** What later capabilities show of it: its results. */
  readonly panels: readonly View[]
  /** Only for those who work on it. */
  readonly desk: Omit<DeskProps, 'lang' | 'city' | 'survey'> | undefined
}

const Ways = ({ lang, city, survey }: SurveyPageProps) => {
  const words = sentences[lang]
  const { ways } = survey
  const invited = ways.filter((way) => way !== 'open').map((way) => words.ways[way])
  const open = ways.includes('open')
  const easy = lang === 'ja' && survey.texts.title.easy !== ''
  return (
    <>
      {!open && <p>{words.byInvitation(invited.join(lang === 'ja' ? '、' : ', '))}</p>}
      <ButtonRow>
        {open && (
          <ButtonLink href={paths.answer(city.slug, survey.id)} size="large">
            {words.answer}
          </ButtonLink>
        )}
        {open && easy && (
          <ButtonLink href={paths.answer(city.slug, survey.id, { easy: true })} kind="secondary">
            {words.answerEasy}
          </ButtonLink>
        )}
        <ButtonLink
          href={paths.entry(city.slug, survey.id)}
          kind={open ? 'text' : 'primary'}
          size={open ? 'medium' : 'large'}
        >
          {invited.length > 0 ? words.enterCode : words.goOn}
        </ButtonLink>
      </ButtonRow>
      {ways.includes('groups') && <p>{words.ownGroup}</p>}
    </>
  )
}

const Standing = (props: SurveyPageProps) => {
  const { lang, survey, now } = props
  const words = sentences[lang]
  const standing = standingAt(survey, now)
  if (standing === 'open') return <Ways {...props} />
  if (standing === 'closed')
    return (
      <NotificationBanner lang={lang} kind="info" heading={words.over}>
        <p>{words.overText}</p>
        {survey.closingReason && <p>{words.closedEarly(survey.closingReason)}</p>}
      </NotificationBanner>
    )
  if (standing === 'draft') return null
  return (
    <NotificationBanner
      lang={lang}
      kind="info"
      heading={words.notYet(formatDate(survey.opensOn, lang))}
    />
  )
}

const Facts = ({ lang, city, survey, now }: SurveyPageProps) => {
  const words = sentences[lang].facts
  const { texts } = survey
  const department = survey.department
    ? say(nameOfCode(city.departments, survey.department), lang)
    : say(city.contact.office, lang)
  const paragraphs = (text: string) => <span class="prose">{text}</span>
  return (
    <DescriptionList
      items={[
        { term: words.asked, description: paragraphs(read(texts.asked, lang)) },
        {
          term: words.period,
          description: (
            <>
              <When time={dayText(survey.opensOn, lang)} />
              {lang === 'ja' ? '～' : ' – '}
              <Deadline
                lang={lang}
                label=""
                time={dayText(survey.closesOn, lang)}
                daysLeft={survey.state === 'closed' ? -1 : countDaysLeft(survey.closesOn, now)}
              />
            </>
          ),
        },
        {
          term: words.questions,
          description: sentences[lang].questionCount(survey.questionnaire.questions.length),
        },
        { term: words.use, description: paragraphs(read(texts.use, lang)) },
        { term: words.by, description: department },
        { term: words.contact, description: paragraphs(read(texts.contact, lang)) },
      ]}
    />
  )
}

/** A survey: what it is for, who is asked, until when, how answers are used; and the way to answer. */
export const SurveyPage = (props: SurveyPageProps) => {
  const { lang, city, survey, now, events, panels, desk } = props
  const words = sentences[lang]
  const standing = standingAt(survey, now)
  return (
    <>
      <Heading level={1}>{read(survey.texts.title, lang)}</Heading>
      <ChipRow>
        <ChipLabel tone={standing === 'open' ? 'success' : 'plain'} filled={standing === 'open'}>
          {words.standing[standing]}
        </ChipLabel>
        {survey.ways.map((way) => (
          <ChipLabel key={way}>{words.ways[way]}</ChipLabel>
        ))}
        {survey.sample && <ChipLabel>{words.sample}</ChipLabel>}
      </ChipRow>
      <Lead>{read(survey.texts.purpose, lang)}</Lead>
      {survey.sample && <p>{words.sampleText}</p>}
      <Standing {...props} />
      {panels}
      <Facts {...props} />
      <Section id="anonymous" title={words.anonymous}>
        <p>{words.anonymousText}</p>
        <p>{words.anonymousLimits}</p>
      </Section>
      {survey.version > 1 && (
        <p>
          <a href={paths.wordings(city.slug, survey.id)}>{words.wordings.link}</a>
        </p>
      )}
      {desk && <SurveyDesk lang={lang} city={city} survey={survey} {...desk} />}
      {events.length > 0 && (
        <History entries={events} lang={lang} city={city} withNames={desk !== undefined} />
      )}
    </>
  )
}
