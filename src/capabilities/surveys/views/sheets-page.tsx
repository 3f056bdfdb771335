import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  Lead,
  TextInput,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { unknownNumber } from '../paper-form.ts'
import { paths } from '../paths.ts'
import type { SheetCount } from '../queries/sheets.ts'
import { hasChoices, numberOf, type Question, read } from '../questionnaire.ts'
import { type FieldProblem, inputs } from '../read-answers.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'

export type SheetsPageProps = {
  readonly lang: Language
  readonly city: City
  readonly survey: Survey
  readonly count: SheetCount
  readonly number: string
  readonly typed: { text(name: string): string }
  readonly problems: readonly FieldProblem[]
  readonly formKey: string
  /** True where a sheet is typed a second time. */
  readonly checks: boolean
  /** True where the second typing differed. */
  readonly differs: boolean
}

type OneProps = SheetsPageProps & { readonly question: Question }

const errorIn = ({ problems, lang }: SheetsPageProps, name: string) => {
  const found = problems.find((problem) => problem.name === name)
  return found && say(found.text, lang)
}

/** 「1 はい　2 いいえ　3＝わからない」: what is typed for what. */
const keyOf = ({ question, lang }: OneProps): string => {
  const words = sentences[lang].sheets
  const choices = question.choices.map(({ text }, at) => `${at + 1} ${read(text, lang)}`)
  const unknown = hasChoices(question.kind) && question.kind !== 'matrix'
  const last = question.dontKnow
    ? [unknown ? words.unknown(unknownNumber(question)) : words.unknownMark]
    : []
  return [...choices, ...last].join(lang === 'ja' ? '　' : '  ')
}

const Input = (
  props: OneProps & { readonly name: string; readonly label: string; readonly hint?: string },
) => {
  const { lang, name, label, hint, typed, question } = props
  return (
    <TextInput
      lang={lang}
      name={name}
      label={label}
      hint={hint}
      width={question.kind === 'text' ? 'full' : 'medium'}
      autocomplete="off"
      value={typed.text(name)}
      error={errorIn(props, name)}
    />
  )
}

const One = (props: OneProps) => {
  const { lang, survey, question } = props
  const words = sentences[lang]
  const gap = lang === 'ja' ? '　' : '. '
  const label = `${words.builder.number(numberOf(survey.questionnaire, question.id))}${gap}${read(question.text, lang)}`
  if (question.kind === 'matrix')
    return (
      <>
        {question.rows.map(({ code, text }, at) => (
          <Input
            key={code}
            {...props}
            name={inputs.row(question.id, code)}
            label={`${label}${gap}${read(text, lang)}`}
            {...(at === 0 ? { hint: keyOf(props) } : {})}
          />
        ))}
      </>
    )
  const hint = keyOf(props)
  return (
    <>
      <Input {...props} name={inputs.main(question.id)} label={label} {...(hint ? { hint } : {})} />
      {question.choices.some(({ other }) => other) && (
        <Input {...props} name={inputs.other(question.id)} label={words.sheets.other} />
      )}
    </>
  )
}

const Head = (props: SheetsPageProps) => {
  const { lang, city, survey, count, checks } = props
  const words = sentences[lang].sheets
  return (
    <>
      <Heading level={1} over={read(survey.texts.title, lang)}>
        {checks ? words.checkTitle : words.title}
      </Heading>
      <Lead>{checks ? words.checkLead : words.lead}</Lead>
      <p>{words.several}</p>
      <p>
        {words.counts(count.entered, count.checked)}{' '}
        {checks ? (
          <a href={paths.sheets(city.slug, survey.id)}>{words.back}</a>
        ) : (
          count.unchecked !== null && (
            <a href={paths.check(city.slug, survey.id, count.unchecked)}>{words.check}</a>
          )
        )}
      </p>
    </>
  )
}

/** Sheets of paper typed in: one input for each question, numbers of choices, the next sheet at once. */
export const SheetsPage = (props: SheetsPageProps) => {
  const { lang, city, survey, number, problems, formKey, checks, differs } = props
  const words = sentences[lang].sheets
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      <Head {...props} />
      <enter-moves>
        <Form action={paths.sheets(city.slug, survey.id)} idempotencyKey={formKey}>
          {checks && <HiddenInput name="check" value="yes" />}
          <HiddenInput name="revision" value={String(survey.revision)} />
          <TextInput
            lang={lang}
            name="number"
            label={words.number}
            required
            width="short"
            inputmode="numeric"
            autocomplete="off"
            value={number}
            error={errorIn(props, 'number')}
          />
          {survey.questionnaire.questions.map((question) => (
            <One key={question.id} {...props} question={question} />
          ))}
          {differs && <Checkbox lang={lang} name="certain" label={words.certain} />}
          <ButtonRow>
            <Button>{checks ? words.checkSave : words.save}</Button>
          </ButtonRow>
        </Form>
      </enter-moves>
    </>
  )
}
