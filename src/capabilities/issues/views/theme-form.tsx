import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import {
  Button,
  ButtonRow,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  Textarea,
} from '#web/ui/index.ts'
import {
  type Clash,
  ClashBox,
  type Filled,
  FormFields,
  type FormVersion,
  MarksField,
  PublicNote,
  type SheetContent,
  summaryOf,
} from '../../forms/index.ts'
import type { CalendarStep } from '../../programmes/index.ts'
import { limits } from '../form.ts'
import { themePaths } from '../paths.ts'
import { shownThemeTitle, type Theme } from '../theme.ts'
import { themeSentences } from '../theme-sentences.ts'

type ThemeFormProps = {
  readonly lang: Language
  readonly city: City
  readonly theme: Theme
  readonly form: FormVersion
  readonly filled: Filled
  /** What is stored now; `filled` may say something else. */
  readonly stored: SheetContent
  readonly clash?: Clash | undefined
  readonly typedReason: string
  /** The days the calendar has for publishing themes, where today is none of them. */
  readonly outside?: CalendarStep | undefined
  readonly formKey: string
  readonly refusal?: string | undefined
}

const Buttons = ({ lang, theme, form, filled }: ThemeFormProps) => {
  const words = themeSentences[lang]
  if (theme.state !== 'draft')
    return (
      <ButtonRow>
        <Button name="intent" value="send">
          {words.revise}
        </Button>
      </ButtonRow>
    )
  return (
    <>
      <p>{words.draftKept}</p>
      <ButtonRow>
        <Button kind="secondary" name="intent" value="save">
          {words.save}
        </Button>
      </ButtonRow>
      {/* One press shows what it means, the next one publishes. */}
      <Disclosure summary={words.toPublish}>
        <PublicNote
          lang={lang}
          definition={form.definition}
          visibility={filled.visibility ?? {}}
          when="sent"
        />
        <p>{words.publishText}</p>
        <Button name="intent" value="send">
          {words.publish}
        </Button>
      </Disclosure>
    </>
  )
}

/** The city's own theme form, filled in by the department. */
export const ThemeFormPage = (props: ThemeFormProps) => {
  const { lang, city, theme, form, filled, typedReason, formKey, refusal } = props
  const words = themeSentences[lang]
  const problems = filled.problems ?? []
  const reasonProblem = problems.find(({ name }) => name === 'reason')
  const { intro, title } = form.definition
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      <Heading level={1} over={say(title, lang)}>
        {shownThemeTitle(theme.title, lang)}
      </Heading>
      <Lead>{theme.state === 'draft' ? words.editLead : words.reviseLead}</Lead>
      {intro && <p>{say(intro, lang)}</p>}
      <ClashBox lang={lang} city={city} definition={form.definition} clash={props.clash} />
      <Form
        action={themePaths.edit(city.slug, theme.id)}
        idempotencyKey={formKey}
        files
        keepsChanges
      >
        <MarksField definition={form.definition} stored={props.stored} />
        <FormFields lang={lang} city={city} definition={form.definition} filled={filled} />
        {props.outside && (
          <NotificationBanner lang={lang} kind="warning" heading={words.outsideTitle}>
            <p>
              {words.outside(
                say(props.outside.name, lang),
                formatDate(props.outside.from, lang),
                formatDate(props.outside.to, lang),
              )}
            </p>
          </NotificationBanner>
        )}
        {(theme.state !== 'draft' || props.outside) && (
          <Textarea
            lang={lang}
            name="reason"
            label={props.outside ? words.outsideReason : words.reason}
            required
            hint={words.reasonHint}
            rows={3}
            max={limits.reason}
            value={typedReason}
            error={reasonProblem && say(reasonProblem.text, lang)}
          />
        )}
        <Buttons {...props} />
      </Form>
    </>
  )
}
