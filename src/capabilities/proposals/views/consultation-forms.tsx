import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  DateInput,
  EmptyState,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Lead,
  RadioGroup,
  ResourceList,
  Section,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { type Filled, type FormDefinition, FormFields, fieldsOf } from '../../forms/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { type Call, CallDeadline } from '../../programmes/index.ts'
import { consultationSentences } from '../consultation-sentences.ts'
import { paths } from '../paths.ts'
import type { ConsultationPageProps } from './consultation-pages.tsx'

type Around = { readonly lang: Language; readonly city: City }

/** Which call a consultation is about, where several are ahead. */
export const ChooseConsultationCallPage = ({
  lang,
  city,
  now,
  calls,
  group,
}: Around & { readonly now: Date; readonly calls: readonly Call[]; readonly group: string }) => {
  const words = consultationSentences[lang]
  return (
    <>
      <Heading level={1}>{words.askTitle}</Heading>
      <Lead>{words.chooseCall}</Lead>
      <ResourceList>
        {calls.map((call) => (
          <Card
            key={call.id}
            level={2}
            title={say(call.title, lang)}
            href={paths.askConsultation(city.slug, { call: call.id, group })}
          >
            <CallDeadline lang={lang} call={call} now={now} />
          </Card>
        ))}
      </ResourceList>
    </>
  )
}

export type AskPageProps = Around & {
  readonly call: Call | undefined
  readonly proposalId: string
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly group: string
  readonly definition: FormDefinition
  readonly filled: Filled
  readonly errors: readonly FieldError[]
  readonly formKey: string
}

const AskForm = (props: AskPageProps) => {
  const { lang, city, call, proposalId, groups, group, definition, filled, formKey } = props
  const words = consultationSentences[lang]
  const hasFiles = fieldsOf(definition).some(({ kind }) => kind === 'file')
  return (
    <Form
      action={paths.consultations(city.slug)}
      idempotencyKey={formKey}
      files={hasFiles}
      keepsChanges
    >
      {call && <HiddenInput name="call" value={call.id} />}
      {proposalId && <HiddenInput name="proposal" value={proposalId} />}
      <RadioGroup
        lang={lang}
        name="group"
        label={words.group}
        required
        value={group || (groups.length === 1 ? groups[0]?.id : undefined)}
        error={props.errors.find(({ id }) => id === 'group')?.message}
        options={groups.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FormFields lang={lang} city={city} definition={definition} filled={filled} />
      <ButtonRow>
        <Button size="large">{words.send}</Button>
      </ButtonRow>
    </Form>
  )
}

/** The city's form for asking for a consultation. */
export const AskPage = (props: AskPageProps) => {
  const { lang, city, call, groups, definition, errors } = props
  const words = consultationSentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={call && say(call.title, lang)}>
        {say(definition.title, lang)}
      </Heading>
      {groups.length === 0 ? (
        <div id="group">
          <EmptyState
            title={words.noGroup}
            action={
              <ButtonLink href={groupPaths.guide(city.slug)}>{words.registerGroup}</ButtonLink>
            }
          >
            <p>{words.noGroupHelp}</p>
          </EmptyState>
        </div>
      ) : (
        <>
          {definition.intro && <Lead>{say(definition.intro, lang)}</Lead>}
          <AskForm {...props} />
        </>
      )}
    </>
  )
}

export type TypedRecord = {
  readonly heldOn: string
  readonly advisor: string
  readonly note: string
}

const errorOf = (errors: readonly FieldError[], name: string): string | undefined =>
  errors.find(({ id }) => id === name)?.message

/** What staff write down: when, who, what was advised. */
export const RecordForm = (props: ConsultationPageProps) => {
  const { lang, city, now, consultation, may, typed, errors, newKey } = props
  const words = consultationSentences[lang]
  if (!may.record) return null
  return (
    <Section id="record" title={consultation.state === 'held' ? words.amend : words.record}>
      <p>{words.recordText}</p>
      <Form
        action={paths.recordConsultation(city.slug, consultation.id)}
        idempotencyKey={newKey()}
        keepsChanges
      >
        <DateInput
          lang={lang}
          name="held_on"
          label={words.heldOn}
          required
          value={typed.heldOn || (consultation.heldOn ?? tokyoDayOf(now))}
          error={errorOf(errors, 'held_on')}
        />
        <TextInput
          lang={lang}
          name="advisor"
          label={words.advisor}
          hint={words.advisorHint(
            say(city.centre, lang),
            city.departments[0] ? say(city.departments[0].name, lang) : '',
          )}
          required
          value={typed.advisor || (consultation.advisor ?? '')}
          error={errorOf(errors, 'advisor')}
        />
        <Textarea
          lang={lang}
          name="note"
          label={words.note}
          hint={words.noteHint}
          required
          max={5000}
          value={typed.note || (consultation.note ?? '')}
          error={errorOf(errors, 'note')}
        />
        <ButtonRow>
          <Button>{words.save}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** Calls the consultation off, with the reason. */
export const CancelForm = (props: ConsultationPageProps) => {
  const { lang, city, consultation, may, typed, errors, newKey } = props
  const words = consultationSentences[lang]
  if (!may.cancel) return null
  return (
    <Section id="cancel" title={words.cancelTitle}>
      <Form action={paths.cancelConsultation(city.slug, consultation.id)} idempotencyKey={newKey()}>
        <Textarea
          lang={lang}
          name="cancel_reason"
          label={words.cancelReason}
          required
          rows={3}
          max={2000}
          value={typed.cancelReason}
          error={errorOf(errors, 'cancel_reason')}
        />
        <ButtonRow>
          <Button kind="danger">{words.cancel}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
