import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  DateInput,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import {
  type Clash,
  ClashBox,
  type Filled,
  type FormDefinition,
  fieldsOf,
  MarksField,
  type SheetContent,
  summaryOf,
} from '../../forms/index.ts'
import { ChannelField, forPaper, type Group } from '../../groups/index.ts'
import { paths } from '../paths.ts'
import type { Revision } from '../revision.ts'
import { sentences } from '../sentences.ts'
import { EditFields } from './edit-fields.tsx'

export type RevisionEditProps = {
  readonly lang: Language
  readonly city: City
  readonly group: Group
  readonly revision: Revision
  /** What this group is asked. */
  readonly definition: FormDefinition
  /** Fields whose change the desk checks first. */
  readonly approval: readonly string[]
  /** Whether what opens waits for the desk. */
  readonly openings: 'at_once' | 'by_desk'
  /** Fields of which was said that they may become public. */
  readonly agreed: readonly string[]
  readonly filled: Filled
  /** The registration as it stands. */
  readonly standing: SheetContent
  /** What is stored of this form now. */
  readonly stored: SheetContent
  readonly clash?: Clash | undefined
  readonly formKey: string
  readonly askedFor: string | null
  /** True while staff enter paper and the group writes one of its own, too. */
  readonly besides: boolean
  /** Set when staff write for the group: how and when the paper came. */
  readonly paper?: {
    readonly channel: string
    readonly receivedOn: string
    readonly error?: FieldError | undefined
  }
}

const labelsOf = ({ lang, definition, approval }: RevisionEditProps): string =>
  fieldsOf(definition)
    .filter(({ code }) => approval.includes(code))
    .map(({ label }) => say(label, lang))
    .join(lang === 'ja' ? '、' : ', ')

const Notices = (props: RevisionEditProps) => {
  const { lang, revision, askedFor, paper } = props
  const words = sentences[lang]
  return (
    <>
      {askedFor && (
        <NotificationBanner lang={lang} kind="warning" heading={words.page.returned}>
          <p class="prose">{askedFor}</p>
        </NotificationBanner>
      )}
      {revision.state === 'draft' && revision.receiptNumber !== null && (
        <NotificationBanner lang={lang} kind="warning" heading={words.edit.reopened}>
          <p>{words.edit.reopenedText}</p>
        </NotificationBanner>
      )}
      {paper && (
        <NotificationBanner lang={lang} kind="info" heading={words.edit.onBehalf}>
          <p>{words.edit.onBehalfText}</p>
          {props.besides && <p>{words.edit.besidesDesk}</p>}
        </NotificationBanner>
      )}
      {!paper && props.besides && (
        <NotificationBanner lang={lang} kind="info" heading={words.edit.besides}>
          <p>{words.edit.besidesText}</p>
        </NotificationBanner>
      )}
      {revision.kind === 'change' && (
        <>
          <p>{words.edit.approval(labelsOf(props))}</p>
          {props.openings === 'by_desk' && <p>{words.edit.openingsWait}</p>}
          <p>{words.edit.files}</p>
        </>
      )}
    </>
  )
}

const Paper = ({ lang, paper }: RevisionEditProps) =>
  paper ? (
    <>
      <ChannelField lang={lang} value={paper.channel} />
      <DateInput
        lang={lang}
        name="received_on"
        label={sentences[lang].edit.receivedOn}
        required
        value={paper.receivedOn}
        error={paper.error?.message}
      />
    </>
  ) : null

/** Asked once more, where the sending met an answer that everybody would read. */
const Opening = ({ lang, definition, filled, agreed }: RevisionEditProps) => {
  const words = sentences[lang].edit
  const met = (filled.problems ?? []).filter(({ name }) => name.startsWith('opening-'))
  if (met.length === 0) return null
  const asked = fieldsOf(definition).filter(
    ({ code }) => agreed.includes(code) || met.some(({ name }) => name === `opening-${code}`),
  )
  return (
    <Section id="opening" title={words.opening}>
      <p>{words.openingText}</p>
      {asked.map(({ code, label }) => (
        <Checkbox
          lang={lang}
          id={`opening-${code}`}
          name="opening"
          value={code}
          checked={agreed.includes(code)}
          label={words.openingAgree(say(label, lang))}
        />
      ))}
    </Section>
  )
}

/** The form of a change, a renewal or a further registration, filled in with what is registered. */
export const RevisionEditPage = (props: RevisionEditProps) => {
  const { lang, city, group, revision, definition, filled, paper } = props
  const words = sentences[lang].edit
  const hasFiles = fieldsOf(definition).some(({ kind }) => kind === 'file')
  const errors = [...(paper?.error ? [paper.error] : []), ...summaryOf(filled.problems ?? [], lang)]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={group.name}>
        {words.title[revision.kind]}
      </Heading>
      <Lead>
        {paper
          ? words.paperLead
          : revision.kind === 'renewal' && definition.intro
            ? say(definition.intro, lang)
            : words.lead[revision.kind]}
      </Lead>
      <Notices {...props} />
      <ClashBox lang={lang} city={city} definition={definition} clash={props.clash} />
      <Form
        action={paths.edit(city.slug, revision.id)}
        idempotencyKey={props.formKey}
        files={hasFiles}
        keepsChanges
      >
        <MarksField definition={definition} stored={props.stored} />
        {/* The first button of a form is the one that Enter presses: it must not send. */}
        <ButtonRow>
          <Button name="intent" value="save" kind="secondary" size="small">
            {words.save}
          </Button>
        </ButtonRow>
        <Paper {...props} />
        <Opening {...props} />
        <EditFields {...props} definition={paper ? forPaper(definition) : definition} />
        <ButtonRow>
          <Button name="intent" value="send">
            {revision.state === 'returned' ? words.sendAgain : words.send[revision.kind]}
          </Button>
          <Button name="intent" value="save" kind="secondary">
            {words.save}
          </Button>
        </ButtonRow>
      </Form>
      <p>
        <a href={paths.revision(city.slug, revision.id)}>{words.back}</a>
      </p>
    </>
  )
}
