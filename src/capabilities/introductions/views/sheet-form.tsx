import { type Language, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
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
  MarksField,
  type SheetContent,
  summaryOf,
} from '../../forms/index.ts'
import { pastDayBox } from '../past-days.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

export type SheetFormProps = {
  readonly lang: Language
  readonly city: City
  readonly group: { readonly id: string; readonly name: string }
  readonly kind: 'introduction' | 'news' | 'offer'
  readonly action: string
  readonly definition: FormDefinition
  readonly filled: Filled
  readonly stored: SheetContent
  readonly clash?: Clash | undefined
  readonly formKey: string
  /** True when something of it is public already. */
  readonly live: boolean
  /** Why the desk took it out of sight, where it did. */
  readonly hiddenReason: string | null
  /** Something to know before one writes. */
  readonly note?: Child
  /** A day of an event that is over: to be confirmed before it is published. */
  readonly pastDay?: PlainDate | undefined
  /** What else can be done with it: to close it, to take it off. */
  readonly children?: Child
}

const Notices = ({ lang, live, hiddenReason }: SheetFormProps) => {
  const words = sentences[lang].form
  if (hiddenReason !== null)
    return (
      <NotificationBanner lang={lang} kind="warning" heading={words.hidden}>
        <p>{words.hiddenText}</p>
        <p class="prose">{hiddenReason}</p>
      </NotificationBanner>
    )
  return live ? <NotificationBanner lang={lang} kind="info" heading={words.live} /> : null
}

/** A form of the group's page: kept as a draft at any time, public when the group says so. */
export const SheetFormPage = (props: SheetFormProps) => {
  const { lang, city, group, definition, filled } = props
  const words = sentences[lang].form
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(filled.problems ?? [], lang)} />
      <Heading level={1} over={group.name}>
        {words[props.kind]}
      </Heading>
      {definition.intro && <Lead>{say(definition.intro, lang)}</Lead>}
      <Notices {...props} />
      {props.note}
      <ClashBox lang={lang} city={city} definition={definition} clash={props.clash} />
      <Form action={props.action} idempotencyKey={props.formKey} keepsChanges>
        <MarksField definition={definition} stored={props.stored} />
        {/* The first button of a form is the one that Enter presses: it must not publish. */}
        <ButtonRow>
          <Button name="intent" value="save" kind="secondary" size="small">
            {words.save}
          </Button>
        </ButtonRow>
        <FormFields lang={lang} city={city} definition={definition} filled={filled} />
        {props.pastDay && (
          <Checkbox
            lang={lang}
            name={pastDayBox}
            value={props.pastDay}
            label={words.pastDay(dayText(props.pastDay, lang).text)}
            required={false}
          />
        )}
        <ButtonRow>
          <Button name="intent" value="publish">
            {words.publish}
          </Button>
          <Button name="intent" value="save" kind="secondary">
            {words.save}
          </Button>
        </ButtonRow>
      </Form>
      {props.children}
      <p>
        <a href={paths.hub(city.slug, group.id)}>{words.back}</a>
      </p>
    </>
  )
}
