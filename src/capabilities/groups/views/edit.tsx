import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NotificationBanner,
} from '#web/ui/index.ts'
import {
  type Clash,
  ClashBox,
  type Filled,
  type FormDefinition,
  FormFields,
  fieldsOf,
  MarksField,
  type SheetContent,
  summaryOf,
} from '../../forms/index.ts'
import type { Group } from '../group.ts'
import { forPaper } from '../paper-form.ts'
import { paths } from '../paths.ts'
import { registrationSentences } from '../registration-sentences.ts'
import { ChannelField } from './start.tsx'

export type EditProps = {
  readonly lang: Language
  readonly city: City
  readonly group: Group
  readonly definition: FormDefinition
  readonly filled: Filled
  /** What is stored now; `filled` may say something else. */
  readonly stored: SheetContent
  readonly clash?: Clash | undefined
  readonly formKey: string
  /** Why the group was asked to correct it. */
  readonly askedFor?: string | null | undefined
  /** Set when staff write for the group: how the paper came. */
  readonly channel?: string | undefined
}

const Notices = ({ lang, askedFor, channel }: EditProps) => {
  const words = registrationSentences[lang].edit
  return (
    <>
      {askedFor && (
        <NotificationBanner lang={lang} kind="warning" heading={words.returned}>
          <p class="prose">{askedFor}</p>
        </NotificationBanner>
      )}
      {channel !== undefined && (
        <NotificationBanner lang={lang} kind="info" heading={words.onBehalf}>
          <p>{words.onBehalfText}</p>
        </NotificationBanner>
      )}
    </>
  )
}

const isWritten = (answer: Filled['answers'][string] | undefined): boolean =>
  answer !== undefined && answer !== '' && (!Array.isArray(answer) || answer.length > 0)

/** Parts in which nothing must be answered are folded until something is written or wrong in them. */
const isOpenIn =
  (filled: Filled) =>
  ({ fields }: FormDefinition['sections'][number]): boolean => {
    const wrong = new Set((filled.problems ?? []).map(({ name }) => name.split('.')[0]))
    return fields.some(
      ({ code, required, kind }) =>
        required ||
        kind === 'declaration' ||
        wrong.has(code) ||
        filled.moreRows === code ||
        isWritten(filled.answers[code]) ||
        (filled.files?.get(code)?.length ?? 0) > 0,
    )
  }

/** The registration form of the city, filled in as far as it has come. */
export const EditPage = (props: EditProps) => {
  const { lang, city, group, definition, filled, formKey, channel } = props
  const words = registrationSentences[lang].edit
  const hasFiles = fieldsOf(definition).some(({ kind }) => kind === 'file')
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(filled.problems ?? [], lang, definition)} />
      <Heading level={1} over={group.name}>
        {words.title}
      </Heading>
      {channel === undefined && definition.intro && <Lead>{say(definition.intro, lang)}</Lead>}
      {channel === undefined && definition.intro ? <p>{words.lead}</p> : <Lead>{words.lead}</Lead>}
      <Notices {...props} />
      <ClashBox lang={lang} city={city} definition={definition} clash={props.clash} />
      <Form
        action={paths.edit(city.slug, group.id)}
        idempotencyKey={formKey}
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
        {channel !== undefined && <ChannelField lang={lang} value={channel} />}
        <FormFields
          lang={lang}
          city={city}
          definition={channel === undefined ? definition : forPaper(definition)}
          filled={filled}
          opened={isOpenIn(filled)}
        />
        <ButtonRow>
          <Button name="intent" value="send">
            {group.state === 'returned' ? words.sendAgain : words.send}
          </Button>
          <Button name="intent" value="save" kind="secondary">
            {words.save}
          </Button>
        </ButtonRow>
      </Form>
      <p>
        <a href={paths.registration(city.slug, group.id)}>{words.back}</a>
      </p>
    </>
  )
}
