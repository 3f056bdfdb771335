import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import { fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import { type City, wordOf } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { formatYen } from '#kernel/money.ts'
import { sourceText, withoutTitles } from '#kernel/source.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ChipLabel,
  ChipRow,
  DescriptionList,
  Disclosure,
  EmptyState,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  Section,
  Table,
} from '#web/ui/index.ts'
import { resolveCalendar } from '../calendar.ts'
import { type CallHead, callStateAt, isCancelled } from '../call.ts'
import { paths } from '../paths.ts'
import type { Programme } from '../programme.ts'
import { sentences } from '../sentences.ts'
import { CalendarSteps } from './calendar-steps.tsx'
import { CallChips, CallDeadline } from './call-labels.tsx'
import { ConsultationWay } from './consultation-way.tsx'
import { Period } from './days.tsx'
import {
  AfterwardsSections,
  DecisionSection,
  OpennessSection,
  TypesTable,
} from './programme-rules.tsx'

/** What the office may do here: open the next year's call. */
export type NextCall = { readonly fiscalYear: number; readonly formKey: string }

type ProgrammePageProps = {
  readonly lang: Language
  readonly city: City
  readonly programme: Programme
  readonly calls: readonly CallHead[]
  readonly now: Date
  readonly nextCall?: NextCall | undefined
}

const OpenCallBanner = ({ lang, city, calls, now }: ProgrammePageProps) => {
  const open = calls.find((call) => callStateAt(call, now) === 'open')
  if (!open) return null
  return (
    <>
      <NotificationBanner lang={lang} kind="info" heading={say(open.title, lang)}>
        <p>
          <CallDeadline lang={lang} call={open} now={now} />
        </p>
        <ButtonRow>
          <ButtonLink href={paths.call(city.slug, open.id)}>{sentences[lang].seeCall}</ButtonLink>
        </ButtonRow>
      </NotificationBanner>
      <ConsultationWay lang={lang} city={city} call={open} now={now} />
    </>
  )
}

const WhoSection = ({ lang, city, programme: { definition } }: ProgrammePageProps) => {
  const words = sentences[lang]
  return (
    <Section id="who" title={words.who}>
      <p>{words.whoText}</p>
      <ul>
        {definition.eligibility.map(({ code, text }) => (
          <li key={code}>{say(text, lang)}</li>
        ))}
      </ul>
      {definition.registration !== 'none' && (
        <p>
          {words.registration[definition.registration]}{' '}
          <a href={`/${city.slug}/groups/registration`}>{words.registerGroup}</a>
        </p>
      )}
      <p>{words.consultation[definition.consultation]}</p>
    </Section>
  )
}

const MoneySection = ({ lang, city, programme: { definition } }: ProgrammePageProps) => {
  const words = sentences[lang]
  const themed = definition.types.some((type) => type.themed)
  return (
    <Section
      id="types"
      title={words.types}
      more={themed ? { href: `/${city.slug}/themes`, label: words.seeThemes } : undefined}
    >
      <TypesTable lang={lang} definition={definition} />
      <DescriptionList
        items={[
          ...(definition.envelope === null
            ? []
            : [{ term: words.envelope, description: formatYen(definition.envelope, lang) }]),
          { term: words.maxYears, description: words.years(definition.maxYears) },
        ]}
      />
    </Section>
  )
}

/** The dates that matter now: of the open call, else of the nearest one, else of this year by the rule. */
const calendarNow = ({ programme, calls, now }: ProgrammePageProps) => {
  const visible = calls.filter((call) => call.state !== 'planned' && !isCancelled(call))
  const call = visible.find((one) => callStateAt(one, now) !== 'closed') ?? visible[0]
  const fiscalYear = call?.fiscalYear ?? fiscalYearOf(tokyoDayOf(now))
  return {
    fiscalYear,
    closesAt: call?.closesAt ?? null,
    calendar: call?.calendar ?? resolveCalendar(programme.definition.calendar, fiscalYear),
  }
}

const ScheduleSection = (props: ProgrammePageProps) => {
  const { lang, now } = props
  const words = sentences[lang]
  const { fiscalYear, closesAt, calendar } = calendarNow(props)
  return (
    <Section id="schedule" title={words.schedule}>
      <p>{words.scheduleOf(formatFiscalYear(fiscalYear, lang))}</p>
      <CalendarSteps lang={lang} calendar={calendar} now={now} closesAt={closesAt} />
    </Section>
  )
}

const StartSection = ({ lang }: { lang: Language }) => {
  const { start, startSteps } = sentences[lang]
  return (
    <Section id="start" title={start}>
      <ol>
        <li>{startSteps.consult}</li>
        <li>{startSteps.register}</li>
        <li>{startSteps.write}</li>
        <li>{startSteps.send}</li>
      </ol>
    </Section>
  )
}

const CallsSection = ({ lang, city, calls, now }: ProgrammePageProps) => {
  const words = sentences[lang]
  if (calls.length === 0)
    return (
      <Section id="calls" title={words.calls}>
        <EmptyState title={words.noCalls}>
          <p>{words.noCallsText}</p>
        </EmptyState>
      </Section>
    )
  return (
    <Section id="calls" title={words.calls}>
      <Table<CallHead>
        lang={lang}
        id="calls-table"
        caption={words.callsCaption}
        captionHidden
        columns={[
          {
            label: words.fiscalYear,
            heading: true,
            cell: (call) => (
              <a href={paths.call(city.slug, call.id)}>{formatFiscalYear(call.fiscalYear, lang)}</a>
            ),
          },
          {
            label: words.period,
            cell: (call) => (
              <Period lang={lang} from={call.opensOn} to={call.closesOn} closesAt={call.closesAt} />
            ),
          },
          {
            label: words.state,
            cell: (call) => (
              <ChipRow>
                <CallChips lang={lang} call={call} now={now} />
              </ChipRow>
            ),
          },
        ]}
        rows={calls}
      />
    </Section>
  )
}

const OfficeSection = ({ lang, city, programme, nextCall }: ProgrammePageProps) => {
  if (!nextCall) return null
  const words = sentences[lang]
  return (
    <Section id="office" title={words.office}>
      <p>{words.openNextText}</p>
      <Form action={paths.openNext(city.slug, programme.id)} idempotencyKey={nextCall.formKey}>
        <Button kind="secondary">
          {words.openNext(formatFiscalYear(nextCall.fiscalYear, lang))}
        </Button>
      </Form>
    </Section>
  )
}

/** The scheme in the order of an applicant's questions. */
export const ProgrammePage = (props: ProgrammePageProps) => {
  const { lang, city, programme } = props
  const { definition } = programme
  const words = sentences[lang]
  const common = { ja: '協働事業提案制度', en: 'Co-production programme' }
  return (
    <>
      <ChipRow>
        <ChipLabel tone={programme.state === 'running' ? 'success' : 'plain'}>
          {programme.state === 'running' ? words.running : words.endedProgramme}
        </ChipLabel>
      </ChipRow>
      <Heading level={1} over={say(wordOf(city, 'programme', common), lang)}>
        {say(programme.title, lang)}
      </Heading>
      <Lead>{say(definition.about, lang)}</Lead>
      <OpenCallBanner {...props} />
      <WhoSection {...props} />
      <MoneySection {...props} />
      <DecisionSection lang={lang} definition={definition} />
      <ScheduleSection {...props} />
      <StartSection lang={lang} />
      <CallsSection {...props} />
      <AfterwardsSections lang={lang} definition={definition} />
      <OpennessSection lang={lang} definition={definition} />
      <Section id="history" title={words.history}>
        <p>{say(definition.after, lang)}</p>
        <Disclosure summary={words.source}>
          <p>{sourceText(definition.source, withoutTitles(lang))}</p>
          <ul>
            {definition.eligibility.map(({ code, text, source }) => (
              <li key={code}>
                {say(text, lang)}
                {inBrackets(sourceText(source, withoutTitles(lang)), lang)}
              </li>
            ))}
            <li>{sourceText(definition.committee.source, withoutTitles(lang))}</li>
          </ul>
        </Disclosure>
      </Section>
      <OfficeSection {...props} />
    </>
  )
}
