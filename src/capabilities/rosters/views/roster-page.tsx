import type { Language } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoTimeOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateInput,
  EmptyState,
  ErrorSummary,
  type FieldError,
  FilterForm,
  Heading,
  Lead,
  NotificationBanner,
  Pagination,
  Section,
  Select,
} from '#web/ui/index.ts'
import { accountPaths } from '../../accounts/index.ts'
import { type Presence, WithoutPeople } from '../../groups/index.ts'
import { rosterPaths as paths } from '../paths.ts'
import type { RosterRules } from '../preset.ts'
import type { RosterHead } from '../queries/on-a-day.ts'
import { type RosterCounts, type RosterPerson, rosterPageSize } from '../roster.ts'
import { sentences } from '../sentences.ts'
import type { Viewing } from '../trace.ts'
import { Differences, Numbers } from './numbers.tsx'
import { OfficersForm } from './officers.tsx'
import { PeopleTable } from './people-table.tsx'
import { AskToView } from './viewing-form.tsx'

export type Who = 'members' | 'officers' | 'left'

export type RosterPageProps = {
  readonly lang: Language
  readonly city: City
  readonly head: RosterHead
  readonly rules: RosterRules
  readonly today: PlainDate
  readonly day: PlainDate
  readonly who: Who
  readonly counts: RosterCounts
  /** Undefined where the reader sees numbers only. */
  readonly people: readonly RosterPerson[] | undefined
  readonly total: number
  /** People whose first day is still to come. */
  readonly coming: readonly RosterPerson[]
  readonly page: number
  readonly viewing: Viewing | undefined
  /** Set for staff, where nobody signs in for a group whose registration stands. */
  readonly presence: Presence | undefined
  readonly may: { readonly keep: boolean; readonly openOfficers: boolean; readonly desk: boolean }
  readonly typedDay: string
  readonly typedReason: string
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

const whoKinds: readonly Who[] = ['members', 'officers', 'left']

const DayForm = ({ lang, city, head, who, typedDay, errors, day, today }: RosterPageProps) => {
  const words = sentences[lang]
  return (
    <FilterForm action={paths.roster(city.slug, head.id)}>
      <DateInput
        lang={lang}
        name="day"
        label={words.day}
        hint={words.dayHint}
        formatTold
        value={typedDay}
        error={errors.find(({ id }) => id === 'day')?.message}
      />
      <Select
        lang={lang}
        name="who"
        label={words.who}
        value={who}
        emptyLabel={words.whoOptions.members}
        options={whoKinds
          .filter((kind) => kind !== 'members')
          .map((kind) => ({ value: kind, label: words.whoOptions[kind] }))}
      />
      <ButtonRow>
        <Button kind="secondary">{words.show}</Button>
        {(day !== today || who !== 'members') && (
          <ButtonLink href={paths.roster(city.slug, head.id)} kind="text">
            {words.today}
          </ButtonLink>
        )}
      </ButtonRow>
    </FilterForm>
  )
}

const Ways = ({ lang, city, head, may }: RosterPageProps) => {
  const words = sentences[lang]
  return may.keep ? (
    <ButtonRow>
      <ButtonLink href={paths.add(city.slug, head.id)}>{words.add}</ButtonLink>
      <ButtonLink href={paths.intake(city.slug, head.id)} kind="secondary">
        {words.takeIn}
      </ButtonLink>
    </ButtonRow>
  ) : null
}

const People = (props: RosterPageProps & { people: readonly RosterPerson[] }) => {
  const { lang, city, head, day, who, people, total, page } = props
  const words = sentences[lang]
  const title = who === 'left' ? words.left : words.on(formatDate(day, lang))
  if (people.length === 0)
    return (
      <Section id="people" title={title}>
        <EmptyState title={who === 'left' ? words.emptyLeft : words.empty}>
          {who === 'left' ? words.emptyLeftText : words.emptyText}
        </EmptyState>
      </Section>
    )
  return (
    <Section id="people" title={title}>
      <PeopleTable {...props} caption={title} />
      <Pagination
        lang={lang}
        page={page}
        pageSize={rosterPageSize}
        total={total}
        hrefOf={(number) => paths.roster(city.slug, head.id, { day, who, page: number })}
      />
    </Section>
  )
}

/** They are on no day's list yet, and would seem to be lost. */
const Coming = (props: RosterPageProps) => {
  const { coming, lang, may, ...around } = props
  const words = sentences[lang]
  if (coming.length === 0) return null
  return (
    <Section id="coming" title={words.coming}>
      <p>{words.comingText}</p>
      <PeopleTable
        {...around}
        lang={lang}
        may={may}
        id="coming-table"
        people={coming}
        caption={words.coming}
      />
    </Section>
  )
}

const Files = ({ lang, city, head, day, people, rules }: RosterPageProps) => {
  const words = sentences[lang]
  if (!people) return null
  return (
    <Section id="files" title={words.files}>
      <p>{words.filesText}</p>
      <ButtonRow>
        <ButtonLink href={paths.file(city.slug, head.id, { as: 'xlsx', day })} kind="secondary">
          {words.excel}
        </ButtonLink>
        <ButtonLink href={paths.file(city.slug, head.id, { as: 'csv', day })} kind="secondary">
          {words.csv}
        </ButtonLink>
      </ButtonRow>
      <p>
        <a href={paths.changes(city.slug, head.id)}>{words.openChanges}</a>
      </p>
      <p>
        <a href={accountPaths.members(city.slug, head.id)}>{words.openMembers}</a>
      </p>
      <p>{words.keepNote(rules.keepYears)}</p>
    </Section>
  )
}

const Viewed = ({ lang, viewing }: RosterPageProps) => {
  const words = sentences[lang].viewing
  if (!viewing) return null
  return (
    <NotificationBanner lang={lang} kind="info" heading={words.open(tokyoTimeOf(viewing.endsAt))}>
      <p class="prose">{words.openText(viewing.reason)}</p>
    </NotificationBanner>
  )
}

/** A group's roster on a day: numbers, people, and what can be done. */
export const RosterPage = (props: RosterPageProps) => {
  const { lang, city, head, people, errors, may, presence } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1}>{words.titleOf(head.name)}</Heading>
      <Lead>{words.lead}</Lead>
      {presence && (
        <WithoutPeople lang={lang} citySlug={city.slug} groupId={head.id} presence={presence} />
      )}
      <Viewed {...props} />
      <Ways {...props} />
      <Differences {...props} />
      <Numbers {...props} />
      <DayForm {...props} />
      {people ? <People {...props} people={people} /> : <AskToView {...props} />}
      <Coming {...props} />
      <Files {...props} />
      {may.openOfficers && <OfficersForm {...props} />}
    </>
  )
}
