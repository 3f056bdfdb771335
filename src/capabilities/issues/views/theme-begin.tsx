import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  RadioGroup,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { type Call, programmePaths } from '../../programmes/index.ts'
import type { FieldProblem } from '../form.ts'
import type { Issue } from '../issue.ts'
import { themePaths } from '../paths.ts'
import { themeSentences } from '../theme-sentences.ts'

type ThemeBeginProps = {
  readonly lang: Language
  readonly city: City
  readonly calls: readonly Call[]
  /** Departments for which the reader writes. */
  readonly departments: readonly string[]
  readonly issue: Issue | undefined
  readonly chosen: { readonly call: string; readonly department: string }
  readonly problems: readonly FieldProblem[]
  readonly formKey: string
}

const Choices = (props: ThemeBeginProps) => {
  const { lang, city, calls, departments, chosen, problems } = props
  const words = themeSentences[lang]
  const errorOf = (name: string): string | undefined => {
    const found = problems.find((problem) => problem.name === name)
    return found && say(found.text, lang)
  }
  return (
    <>
      <RadioGroup
        lang={lang}
        name="call"
        label={words.chooseCall}
        required
        options={calls.map((call) => ({
          value: call.id,
          label: say(call.title, lang),
          hint: `${words.until} ${formatDate(call.closesOn, lang)}`,
        }))}
        value={chosen.call || (calls.length === 1 ? calls[0]?.id : undefined)}
        error={errorOf('call')}
      />
      <RadioGroup
        lang={lang}
        name="department"
        label={words.chooseDepartment}
        required
        options={departments.map((code) => ({
          value: code,
          label: say(nameOfCode(city.departments, code), lang),
        }))}
        value={chosen.department || (departments.length === 1 ? departments[0] : undefined)}
        error={errorOf('department')}
      />
    </>
  )
}

/** Which call, which department: the two things to know before a theme is written. */
export const ThemeBeginPage = (props: ThemeBeginProps) => {
  const { lang, city, calls, issue, problems, formKey } = props
  const words = themeSentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      <Heading level={1}>{words.beginTitle}</Heading>
      <Lead>{words.beginLead}</Lead>
      {issue && (
        <NotificationBanner lang={lang} kind="info" heading={words.beginFrom}>
          <p>{issue.title}</p>
        </NotificationBanner>
      )}
      {calls.length === 0 ? (
        <EmptyState
          title={words.noCallAhead}
          action={
            <ButtonLink kind="secondary" href={programmePaths.programmes(city.slug)}>
              {words.seeProgrammes}
            </ButtonLink>
          }
        >
          <p>{words.noCallAheadText}</p>
        </EmptyState>
      ) : (
        <Form action={themePaths.list(city.slug)} idempotencyKey={formKey}>
          {issue && <HiddenInput name="issue" value={issue.id} />}
          <Choices {...props} />
          <Button>{words.beginButton}</Button>
        </Form>
      )}
    </>
  )
}
