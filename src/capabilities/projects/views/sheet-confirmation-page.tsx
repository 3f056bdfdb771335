import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Lead,
  Section,
} from '#web/ui/index.ts'
import { AnswerList, PublicNote, readableFields, type Sheet } from '../../forms/index.ts'
import { sentences } from '../sentences.ts'
import type { Settlement } from '../settlement.ts'
import { SettlementView, type SheetFiles } from './year-results.tsx'

type SheetConfirmationPageProps = {
  readonly lang: Language
  readonly city: City
  readonly title: string
  readonly over: string
  readonly sheet: Sheet
  readonly files: SheetFiles
  readonly settlement: Settlement | undefined
  readonly cityShare: number
  readonly publicWhen: 'sent' | 'accepted'
  /** The page on which it can be written on. */
  readonly edit: string
  readonly action: string
  readonly formKey: string
  readonly before?: Child
  /** What is said with the sending itself. */
  readonly more?: Child
  readonly sendLabel: string
  readonly errors: readonly FieldError[]
}

const SendForm = (props: SheetConfirmationPageProps) => {
  const { lang, sheet, action, edit, formKey, more, sendLabel } = props
  return (
    <Form action={action} idempotencyKey={formKey}>
      <HiddenInput name="revision" value={String(sheet.revision)} />
      {more}
      <ButtonRow>
        <Button size="large">{sendLabel}</Button>
        <ButtonLink kind="secondary" href={edit}>
          {sentences[lang].confirm.change}
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}

/** The last look before a sheet of the year is handed in: all of it, as it will be read. */
export const SheetConfirmationPage = (props: SheetConfirmationPageProps) => {
  const { lang, city, title, over, sheet, settlement, publicWhen, edit, errors } = props
  const words = sentences[lang]
  const open = readableFields(sheet.definition, sheet.visibility, 'public')
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={over}>
        {title}
      </Heading>
      <Lead>{words.confirm.lead}</Lead>
      <PublicNote
        lang={lang}
        definition={sheet.definition}
        visibility={sheet.visibility}
        when={publicWhen}
      />
      {props.before}
      <Section
        id="answers"
        title={say(sheet.definition.title, lang)}
        more={{ href: edit, label: words.confirm.change }}
      >
        <AnswerList
          lang={lang}
          city={city}
          definition={sheet.definition}
          answers={sheet.answers}
          visibility={sheet.visibility}
          files={props.files}
          reader="staff"
          markedPublic={new Set(open.map(({ code }) => code))}
          level={3}
        />
        {settlement && (
          <SettlementView lang={lang} settlement={settlement} cityShare={props.cityShare} />
        )}
      </Section>
      <SendForm {...props} />
    </>
  )
}
