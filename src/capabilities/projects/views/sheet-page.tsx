import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ButtonRow,
  Deadline,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  Lead,
  NotificationBanner,
} from '#web/ui/index.ts'
import {
  ClashBox,
  type ClashShown,
  type Filled,
  type FormDefinition,
  FormFields,
  MarksField,
  PublicNote,
  type SheetContent,
} from '../../forms/index.ts'
import { sentences } from '../sentences.ts'

export type SheetPageProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly title: string
  readonly over: string
  readonly lead: string
  readonly action: string
  readonly formKey: string
  readonly definition: FormDefinition
  readonly filled: Filled
  /** What is stored now; `filled` may say something else. */
  readonly stored: SheetContent
  readonly clash?: ClashShown | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly refusal?: string | undefined
  readonly dueOn?: PlainDate | undefined
  /** What the page tells before the form: what is to be corrected. */
  readonly before?: Child
  /** Fields beside those of the city's form. */
  readonly more?: Child
  /** A page without drafts has one button only. */
  readonly sendLabel: string
  /** The step by which its public answers become public. */
  readonly publicWhen?: 'sent' | 'accepted' | undefined
  readonly draft?: boolean
}

/** A form that the city configured, in the frame of a project's page. */
export const SheetPage = (props: SheetPageProps) => {
  const { lang, city, now, title, over, lead, definition, filled, dueOn, draft = true } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={props.errors ?? []} />
      {props.refusal && (
        <NotificationBanner lang={lang} kind="error" heading={props.refusal} announced />
      )}
      <Heading level={1} over={over}>
        {title}
      </Heading>
      <Lead>{lead}</Lead>
      {dueOn && (
        <p>
          <Deadline
            lang={lang}
            label={words.dueOn}
            time={dayText(dueOn, lang)}
            daysLeft={countDaysLeft(dueOn, now)}
            passed="overdue"
          />
        </p>
      )}
      {props.before}
      <ClashBox lang={lang} city={city} definition={definition} clash={props.clash} />
      <Form action={props.action} idempotencyKey={props.formKey} files keepsChanges>
        <MarksField definition={definition} stored={props.stored} />
        <FormFields lang={lang} city={city} definition={definition} filled={filled} />
        {props.more}
        {props.publicWhen && (
          <PublicNote
            lang={lang}
            definition={definition}
            visibility={filled.visibility ?? {}}
            when={props.publicWhen}
          />
        )}
        {draft && <p>{words.draftHint}</p>}
        <ButtonRow>
          <Button name="intent" value="send">
            {props.sendLabel}
          </Button>
          {draft && (
            <Button kind="secondary" name="intent" value="save">
              {words.saveDraft}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </>
  )
}
