import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { dueAfter } from '#kernel/deadline.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ChipLabel,
  DateInput,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  JumpLinks,
  Lead,
  RadioGroup,
  Section,
  Select,
  Textarea,
} from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import type { Call } from '../../programmes/index.ts'
import type { Condition } from '../conditions.ts'
import type { Problem } from '../figures.ts'
import { type CheckDecision, optionsIn } from '../form.ts'
import { paths } from '../paths.ts'
import { correctionDays, type Proposal } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { Eligibility } from './eligibility.tsx'
import { shownTitle } from './labels.tsx'

export type CheckPageProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly proposal: Proposal
  readonly call: Call
  readonly conditions: readonly Condition[]
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
  readonly typed: {
    readonly decision: string
    readonly department: string
    readonly reason: string
    readonly dueOn: string
  }
  readonly errors: readonly FieldError[]
  readonly formKey: string
}

const errorOf = ({ errors }: CheckPageProps, id: string): string | undefined =>
  errors.find((error) => error.id === id)?.message

/**
 * What the rules find now: a help for the office, and never a decision. Whether the call is open today says
 * nothing about what was sent while it was.
 */
const Found = (props: CheckPageProps) => {
  const { lang, city, proposal, conditions, problems, warnings } = props
  const words = sentences[lang]
  const findings = [...problems, ...warnings]
  const papers = conditions.filter(({ code }) => code === 'papers')
  return (
    <Section id="found" title={words.check.found}>
      {findings.length + papers.length === 0 && <p>{words.check.nothingFound}</p>}
      <ul>
        {conditions.map(({ code, level }) =>
          code === 'registration' || code === 'consultation' ? (
            <li key={code}>
              <ChipLabel tone={level === 'met' ? 'success' : 'warning'}>
                {words.conditions.levels[level]}
              </ChipLabel>{' '}
              {words.check.findings[code][level]}{' '}
              {code === 'registration' && level !== 'met' && (
                <a href={groupPaths.registration(city.slug, proposal.groupId)}>
                  {words.conditions.ways.registration}
                </a>
              )}
            </li>
          ) : null,
        )}
        {papers.map(({ code, level, text }) => (
          <li key={code}>
            <ChipLabel tone="warning">{words.conditions.levels[level]}</ChipLabel> {say(text, lang)}
          </li>
        ))}
        {findings.map(({ name, text }) => (
          <li key={name + text.ja}>{say(text, lang)}</li>
        ))}
      </ul>
    </Section>
  )
}

const hintOf = (lang: Language, decision: CheckDecision): string | undefined => {
  const words = sentences[lang].check
  if (decision === 'rule-out') return words.ruleOutHint
  return decision === 'go-on' ? words.goOnHint : undefined
}

const DepartmentField = (props: CheckPageProps) => {
  const { lang, city, proposal, typed } = props
  const words = sentences[lang].check
  const fixed = proposal.themeId && proposal.department && proposal.state === 'submitted'
  if (fixed)
    return (
      <>
        <HiddenInput name="department" value={proposal.department ?? ''} />
        <p id="department">
          {words.department}:{' '}
          {words.departmentFixed(
            say(nameOfCode(city.departments, proposal.department ?? ''), lang),
          )}
        </p>
      </>
    )
  return (
    <Select
      lang={lang}
      name="department"
      label={words.department}
      hint={words.departmentHint}
      value={typed.department || (proposal.department ?? '')}
      error={errorOf(props, 'department')}
      options={city.departments.map(({ code, name }) => ({ value: code, label: say(name, lang) }))}
    />
  )
}

const DueField = (props: CheckPageProps) => {
  const { lang, now, typed } = props
  const words = sentences[lang].check
  return (
    <DateInput
      lang={lang}
      name="due_on"
      label={words.dueOn}
      hint={words.dueOnHint}
      value={typed.dueOn || dueAfter(tokyoDayOf(now), correctionDays)}
      error={errorOf(props, 'due_on')}
    />
  )
}

const DecisionForm = (props: CheckPageProps) => {
  const { lang, city, proposal, typed, formKey } = props
  const words = sentences[lang].check
  const options = optionsIn(proposal.state)
  const asks = (...decisions: readonly CheckDecision[]): boolean =>
    options.some((option) => decisions.includes(option))
  return (
    <Form action={paths.formalCheck(city.slug, proposal.id)} idempotencyKey={formKey} keepsChanges>
      <RadioGroup
        lang={lang}
        name="decision"
        label={words.decision}
        required
        value={typed.decision}
        error={errorOf(props, 'decision')}
        options={options.map((option) => ({
          value: option,
          label: words.options[option],
          hint: hintOf(lang, option),
        }))}
      />
      {asks('pass', 'reassign') && <DepartmentField {...props} />}
      <Textarea
        lang={lang}
        name="reason"
        label={words.reason}
        hint={asks('pass') ? words.reasonHint : undefined}
        max={2000}
        value={typed.reason}
        error={errorOf(props, 'reason')}
      />
      {asks('return', 'extend') && <DueField {...props} />}
      <ButtonRow>
        <Button>{words.send}</Button>
        <ButtonLink kind="secondary" href={paths.show(city.slug, proposal.id)}>
          {sentences[lang].edit.back}
        </ButtonLink>
      </ButtonRow>
    </Form>
  )
}

/** The office checks the papers and says what comes next. */
export const CheckPage = (props: CheckPageProps) => {
  const { lang, city, proposal, errors } = props
  const words = sentences[lang].check
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={shownTitle(proposal, lang)}>
        {words.title}
      </Heading>
      <Lead>{words.lead}</Lead>
      <JumpLinks lang={lang} jumps={[{ label: words.settle, to: 'result' }]} />
      <p>
        <a href={paths.show(city.slug, proposal.id)}>{words.read}</a>
      </p>
      <Found {...props} />
      <Eligibility lang={props.lang} call={props.call} forStaff />
      <Section id="result" title={words.settle}>
        <DecisionForm {...props} />
      </Section>
    </>
  )
}
