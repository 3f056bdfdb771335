import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateInput,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  JumpLinks,
  Lead,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import { AnswerList, PublicNote, type Sheet } from '../../forms/index.ts'
import type { StoredFile } from '../../procedures/index.ts'
import type { Call } from '../../programmes/index.ts'
import type { Condition } from '../conditions.ts'
import type { Problem } from '../figures.ts'
import { paths } from '../paths.ts'
import type { Proposal } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { Conditions } from './conditions.tsx'
import { AnsweredTheme, shownTitle } from './labels.tsx'

export type ConfirmationPageProps = {
  readonly lang: Language
  readonly city: City
  readonly proposal: Proposal
  readonly call: Call
  readonly sheet: Sheet
  readonly files: ReadonlyMap<string, readonly StoredFile[]>
  readonly conditions: readonly Condition[]
  readonly warnings: readonly Problem[]
  readonly errors: readonly FieldError[]
  /** Set for the office: the day on which the paper came, as typed. */
  readonly receivedOn?: string | undefined
  readonly formKey: string
}

/** What everyone will be able to read, told before it is sent. */
const Publicity = ({ lang, call, sheet }: ConfirmationPageProps) => {
  const words = sentences[lang].confirm
  if (!call.definition.publish.submitted) return <p>{words.notPublic}</p>
  return (
    <PublicNote
      lang={lang}
      definition={sheet.definition}
      visibility={sheet.visibility}
      when="sent"
    />
  )
}

const Warnings = ({ lang, warnings }: ConfirmationPageProps) =>
  warnings.length === 0 ? null : (
    <NotificationBanner lang={lang} kind="warning" heading={sentences[lang].edit.warnings}>
      <ul>
        {warnings.map(({ text }) => (
          <li key={text.ja}>{say(text, lang)}</li>
        ))}
      </ul>
    </NotificationBanner>
  )

const SendForm = (props: ConfirmationPageProps) => {
  const { lang, city, proposal, sheet, errors, receivedOn, formKey } = props
  const words = sentences[lang].confirm
  return (
    <Form action={paths.confirmation(city.slug, proposal.id)} idempotencyKey={formKey} id="send">
      <HiddenInput name="revision" value={String(sheet.revision)} />
      {receivedOn !== undefined && (
        <DateInput
          lang={lang}
          name="received_on"
          label={words.receivedOn}
          required
          hint={words.receivedOnHint}
          value={receivedOn}
          error={errors.find(({ id }) => id === 'received_on')?.message}
        />
      )}
      <ButtonRow>
        <Button size="large">{words.send}</Button>
        <ButtonLink kind="secondary" href={paths.edit(city.slug, proposal.id)}>
          {words.change}
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}

/** The last look before a proposal is sent. */
export const ConfirmationPage = (props: ConfirmationPageProps) => {
  const { lang, city, proposal, sheet, files, conditions, errors } = props
  const words = sentences[lang].confirm
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={shownTitle(proposal, lang)}>
        {words.title}
      </Heading>
      <Lead>{words.lead}</Lead>
      <JumpLinks lang={lang} jumps={[{ label: words.send, to: 'send' }]} />
      <AnsweredTheme lang={lang} city={city} proposal={proposal} />
      <Publicity {...props} />
      <Warnings {...props} />
      <Conditions lang={lang} city={city} proposal={proposal} conditions={conditions} />
      <Section
        id="answers"
        title={say(sheet.definition.title, lang)}
        more={{ href: paths.edit(city.slug, proposal.id), label: words.change }}
      >
        <AnswerList
          lang={lang}
          city={city}
          definition={sheet.definition}
          answers={sheet.answers}
          visibility={sheet.visibility}
          files={files}
          reader="staff"
          level={3}
        />
      </Section>
      <SendForm {...props} />
    </>
  )
}
