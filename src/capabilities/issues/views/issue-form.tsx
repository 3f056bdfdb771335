import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  Checkbox,
  ErrorSummary,
  FileInput,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  RadioGroup,
  Select,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import {
  acceptedEndings,
  channels,
  procedurePaths,
  type StoredFile,
  sizeText,
} from '../../procedures/index.ts'
import { contactsSeenField, type FieldProblem, limits } from '../form.ts'
import { issuePaths } from '../paths.ts'
import { sentences } from '../sentences.ts'

/** What the form is filled in with. */
export type IssueFormValues = {
  readonly title: string
  readonly body: string
  readonly place: string
  readonly field: string
  readonly shown: 'none' | 'name'
  readonly consent: boolean
  readonly forOther: boolean
  readonly authorName: string
  readonly channel: string
}

export const emptyIssueForm: IssueFormValues = {
  title: '',
  body: '',
  place: '',
  field: '',
  shown: 'none',
  consent: false,
  forOther: false,
  authorName: '',
  channel: '',
}

type IssueFormProps = {
  readonly lang: Language
  readonly city: City
  readonly values: IssueFormValues
  readonly problems: readonly FieldProblem[]
  readonly formKey: string
  /** The issue that is being mended; none for a new one. */
  readonly editing?: { readonly id: string; readonly files: readonly StoredFile[] } | undefined
  readonly mayEnterFor: boolean
  /** The text seems to hold somebody's telephone number or mail address. */
  readonly asksContacts?: boolean | undefined
  /** Files came with a form that is shown again: browsers do not send them twice. */
  readonly filesLost?: boolean | undefined
}

const errorOf = ({ problems, lang }: IssueFormProps, name: string): string | undefined => {
  const found = problems.find((problem) => problem.name === name)
  return found && say(found.text, lang)
}

const TextFields = (props: IssueFormProps) => {
  const { lang, city, values } = props
  const words = sentences[lang]
  return (
    <>
      <TextInput
        lang={lang}
        name="title"
        label={words.titleLabel}
        required
        hint={words.titleHint}
        value={values.title}
        error={errorOf(props, 'title')}
      />
      <Textarea
        lang={lang}
        name="body"
        label={words.bodyLabel}
        required
        hint={words.bodyHint}
        rows={8}
        max={limits.body}
        value={values.body}
        error={errorOf(props, 'body')}
      />
      <TextInput
        lang={lang}
        name="place"
        label={words.placeLabel}
        required={false}
        hint={words.placeHint}
        value={values.place}
        error={errorOf(props, 'place')}
      />
      <Select
        lang={lang}
        name="field"
        label={words.fieldLabel}
        required={false}
        hint={words.fieldHint}
        options={city.fields.map(({ code, name }) => ({ value: code, label: say(name, lang) }))}
        value={values.field}
        error={errorOf(props, 'field')}
      />
    </>
  )
}

const Photos = (props: IssueFormProps) => {
  const { lang, city, editing, filesLost } = props
  const words = sentences[lang]
  return (
    <FileInput
      lang={lang}
      name="photos"
      label={words.photosLabel}
      required={false}
      hint={words.photosHint}
      multiple
      accept={acceptedEndings}
      limits={{ types: words.photoKinds, size: '10MB' }}
      kept={(editing?.files ?? []).map((file) => ({
        id: file.id,
        name: file.name,
        size: sizeText(file.bytes),
        href: procedurePaths.file(city.slug, file.id),
      }))}
      error={errorOf(props, 'photos') ?? (filesLost ? words.photosAgain : undefined)}
    />
  )
}

const OnBehalf = (props: IssueFormProps) => {
  const { lang, values } = props
  const words = sentences[lang]
  return (
    <>
      <RadioGroup
        lang={lang}
        name="for"
        label={words.forLabel}
        required
        options={[
          { value: 'self', label: words.forSelf },
          { value: 'other', label: words.forOther },
        ]}
        value={values.forOther ? 'other' : 'self'}
      />
      <TextInput
        lang={lang}
        name="author_name"
        label={words.otherName}
        required={false}
        hint={words.otherNameHint}
        width="medium"
        autocomplete="off"
        value={values.authorName}
        error={errorOf(props, 'author_name')}
      />
      <Select
        lang={lang}
        name="channel"
        label={words.otherChannel}
        required={false}
        options={channels
          .filter((one) => one !== 'web')
          .map((one) => ({ value: one, label: words.channels[one] }))}
        value={values.channel}
        error={errorOf(props, 'channel')}
      />
    </>
  )
}

/** The form in which somebody raises an issue, or mends it. */
export const IssueFormPage = (props: IssueFormProps) => {
  const { lang, city, values, problems, formKey, editing, mayEnterFor } = props
  const words = sentences[lang]
  const title = editing ? words.editTitle : words.formTitle
  const action = editing ? issuePaths.edit(city.slug, editing.id) : issuePaths.list(city.slug)
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      {props.asksContacts && (
        <NotificationBanner lang={lang} kind="warning" heading={words.contactsTitle} announced>
          <p>{words.contactsText}</p>
        </NotificationBanner>
      )}
      <Heading level={1}>{title}</Heading>
      <Lead>{words.formLead(say(city.centre, lang))}</Lead>
      <NotificationBanner lang={lang} kind="warning" heading={words.formNoteTitle}>
        <p>{words.formNote}</p>
      </NotificationBanner>
      <Form action={action} idempotencyKey={formKey} files keepsChanges>
        {props.asksContacts && <HiddenInput name={contactsSeenField} value="yes" />}
        {mayEnterFor && !editing && <OnBehalf {...props} />}
        <TextFields {...props} />
        <Photos {...props} />
        <RadioGroup
          lang={lang}
          name="shown"
          label={words.shown}
          required
          options={[
            { value: 'none', label: words.showNone },
            { value: 'name', label: words.showName },
          ]}
          value={values.shown}
        />
        <Checkbox
          lang={lang}
          name="consent"
          label={words.consent}
          required
          checked={values.consent}
          error={errorOf(props, 'consent')}
        />
        <Button>{editing ? words.resend : words.send}</Button>
      </Form>
    </>
  )
}
