import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import {
  Button,
  DateInput,
  Disclosure,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  NotificationBanner,
  Section,
  Select,
  Textarea,
} from '#web/ui/index.ts'
import type { Member } from '../../accounts/index.ts'
import { rosterPaths as paths } from '../paths.ts'
import type { RosterRules } from '../preset.ts'
import type { RosterHead } from '../queries/on-a-day.ts'
import type { RosterPerson, Term } from '../roster.ts'
import { sentences } from '../sentences.ts'
import type { RosterChange } from '../trace.ts'
import { officeName } from '../words-of.ts'
import { EntryFields, errorOf, type Typed } from './entry-fields.tsx'
import { Changes } from './traces-page.tsx'

export type PersonPageProps = {
  readonly lang: Language
  readonly city: City
  readonly head: RosterHead
  readonly rules: RosterRules
  readonly person: RosterPerson
  readonly accounts: readonly Member[]
  readonly changes: readonly RosterChange[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

type Props = PersonPageProps

const at = ({ head, person }: Props) => ({ group: head.id, person: person.id })

const EndTerm = (props: Props & { term: Term }) => {
  const { lang, city, head, person, rules, term, newKey } = props
  const words = sentences[lang].person
  const id = `end-${term.id}`
  return (
    <Disclosure summary={words.endTerm(say(officeName(rules, term.office), lang))}>
      <Form
        action={paths.endOfTerm(city.slug, head.id, { person: person.id, term: term.id })}
        idempotencyKey={newKey()}
      >
        <DateInput
          lang={lang}
          name="until"
          id={id}
          label={words.endTermDay}
          required
          error={errorOf(props.errors, id)}
        />
        <Button kind="secondary">{words.endTermButton}</Button>
      </Form>
    </Disclosure>
  )
}

const Terms = (props: Props) => {
  const { lang, rules, person } = props
  const words = sentences[lang].person
  if (person.terms.length === 0) return <p>{words.noOffices}</p>
  return (
    <ul>
      {person.terms.map((term) => (
        <li key={term.id}>
          {say(officeName(rules, term.office), lang)}{' '}
          {words.span(
            formatDate(term.since, lang),
            term.until ? words.until(formatDate(term.until, lang)) : words.now,
          )}
          {!term.until && !person.struck && <EndTerm {...props} term={term} />}
        </li>
      ))}
    </ul>
  )
}

const AddTerm = (props: Props) => {
  const { lang, city, rules, person, typed, newKey } = props
  const words = sentences[lang].person
  const { group } = at(props)
  return (
    <Disclosure
      summary={words.addTerm}
      open={props.errors.some(({ id }) => id.startsWith('term-'))}
    >
      <Form
        action={paths.step(city.slug, group, { person: person.id, step: 'terms' })}
        idempotencyKey={newKey()}
      >
        <Select
          lang={lang}
          name="office"
          id="term-office"
          label={sentences[lang].entry.office}
          required
          value={typed.office}
          options={rules.offices.map(({ code, name }) => ({ value: code, label: say(name, lang) }))}
          error={errorOf(props.errors, 'term-office')}
        />
        <DateInput
          lang={lang}
          name="since"
          id="term-since"
          label={words.addTermSince}
          required
          error={errorOf(props.errors, 'term-since')}
        />
        <DateInput
          lang={lang}
          name="until"
          id="term-until"
          label={words.addTermUntil}
          formatTold
          error={errorOf(props.errors, 'term-until')}
        />
        <Button kind="secondary">{words.addTermButton}</Button>
      </Form>
    </Disclosure>
  )
}

const Leave = (props: Props) => {
  const { lang, city, person, newKey } = props
  const words = sentences[lang].person
  if (person.until) return null
  return (
    <Section id="leave" title={words.leave}>
      <p>{words.leaveText}</p>
      <Form
        action={paths.step(city.slug, at(props).group, { person: person.id, step: 'departure' })}
        idempotencyKey={newKey()}
      >
        <DateInput
          lang={lang}
          name="until"
          id="leave-until"
          label={words.leaveDay}
          required
          error={errorOf(props.errors, 'leave-until')}
        />
        <Button kind="secondary">{words.leaveButton}</Button>
      </Form>
    </Section>
  )
}

const Reason = (props: Props & { id: string; hint: string }) => (
  <Textarea
    lang={props.lang}
    name="reason"
    id={props.id}
    label={sentences[props.lang].person.reason}
    hint={props.hint}
    required
    rows={2}
    value={props.errors.length > 0 ? props.typed.reason : ''}
    error={errorOf(props.errors, props.id)}
  />
)

const Correct = (props: Props) => {
  const { lang, city, person, newKey } = props
  const words = sentences[lang].person
  return (
    <Section id="correct" title={words.correct}>
      <p>{words.correctText}</p>
      <Form
        action={paths.step(city.slug, at(props).group, { person: person.id, step: 'correction' })}
        idempotencyKey={newKey()}
        keepsChanges
      >
        <EntryFields {...props} withOffice={false} />
        <Reason {...props} id="reason" hint={words.correctReasonHint} />
        <Button>{sentences[lang].entry.saveAgain}</Button>
      </Form>
    </Section>
  )
}

const Remove = (props: Props) => {
  const { lang, city, person, newKey } = props
  const words = sentences[lang].person
  return (
    <Section id="remove" title={words.remove}>
      <p>{words.removeText}</p>
      <Form
        action={paths.step(city.slug, at(props).group, { person: person.id, step: 'removal' })}
        idempotencyKey={newKey()}
      >
        <Reason {...props} id="remove-reason" hint={words.removeReasonHint} />
        <Button kind="danger">{words.removeButton}</Button>
      </Form>
    </Section>
  )
}

/** One entry of a roster, and all that can be done to it. */
export const PersonPage = (props: Props) => {
  const { lang, head, person, changes, errors } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={words.titleOf(head.name)}>
        {person.name}
      </Heading>
      {person.struck && (
        <NotificationBanner lang={lang} kind="warning" heading={words.person.struckNotice} />
      )}
      <Section id="offices" title={words.person.offices}>
        <Terms {...props} />
        {!person.struck && <AddTerm {...props} />}
      </Section>
      {!person.struck && <Leave {...props} />}
      {!person.struck && <Correct {...props} />}
      {!person.struck && <Remove {...props} />}
      <Section id="history" title={words.person.history}>
        <Changes {...props} changes={changes} />
      </Section>
    </>
  )
}
