import { say } from '#kernel/bilingual.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { Button, Checkbox, Disclosure, Form, Section, Select, Textarea } from '#web/ui/index.ts'
import { limits } from '../form.ts'
import { issuePaths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import type { Concern, IssuePageProps } from './issue-page.tsx'

/** Which of the page's forms came back. */
export type Comeback = 'publish' | 'return' | 'decline' | 'assign' | 'answer' | 'unpublish'

type ActionsProps = IssuePageProps & { readonly concern: Concern }

const errorFor = (props: ActionsProps, form: Comeback, name: string): string | undefined => {
  if (props.comeback !== form) return undefined
  const found = props.problems?.find((problem) => problem.name === name)
  return found && say(found.text, props.lang)
}

const typedIn = (props: ActionsProps, form: Comeback, name: string): string | undefined =>
  props.comeback === form ? props.typed?.text(name) : undefined

const DepartmentChoice = (props: ActionsProps & { readonly form: 'publish' | 'assign' }) => {
  const { lang, city, issue, form } = props
  const words = sentences[lang]
  return (
    <Select
      lang={lang}
      name="department"
      id={`${form}-department`}
      label={words.departmentLabel}
      required={form === 'assign'}
      hint={words.departmentHint}
      options={city.departments.map(({ code, name }) => ({ value: code, label: say(name, lang) }))}
      value={typedIn(props, form, 'department') ?? issue.department ?? ''}
      error={errorFor(props, form, 'department')}
    />
  )
}

const PublishForm = (props: ActionsProps) => {
  const { lang, city, issue, formKey } = props
  const words = sentences[lang]
  return (
    <Section id="publish" level={3} title={words.publishTitle}>
      <p>{words.publishText}</p>
      <Form action={issuePaths.publication(city.slug, issue.id)} idempotencyKey={formKey()}>
        <DepartmentChoice {...props} form="publish" />
        <Button>{words.publishButton}</Button>
      </Form>
    </Section>
  )
}

type ReasonForm = {
  readonly form: 'return' | 'decline' | 'unpublish'
  readonly action: string
  readonly title: string
  readonly label: string
  readonly hint?: string
  readonly button: string
  readonly danger: boolean
}

const ReasonSection = (props: ActionsProps & { readonly told: ReasonForm }) => {
  const { lang, formKey, told } = props
  return (
    <Section id={told.form} level={3} title={told.title}>
      <Form action={told.action} idempotencyKey={formKey()}>
        <Textarea
          lang={lang}
          name="reason"
          id={`${told.form}-reason`}
          label={told.label}
          required
          hint={told.hint}
          rows={4}
          max={limits.reason}
          value={typedIn(props, told.form, 'reason')}
          error={errorFor(props, told.form, 'reason')}
        />
        <Button kind={told.danger ? 'danger' : 'secondary'}>{told.button}</Button>
      </Form>
    </Section>
  )
}

const AssignForm = (props: ActionsProps) => {
  const { lang, city, issue, formKey } = props
  const words = sentences[lang]
  return (
    <Section id="assign" level={3} title={words.assignTitle}>
      <Form action={issuePaths.department(city.slug, issue.id)} idempotencyKey={formKey()}>
        <DepartmentChoice {...props} form="assign" />
        <Button kind="secondary">{words.assignButton}</Button>
      </Form>
    </Section>
  )
}

const AnswerForm = (props: ActionsProps) => {
  const { lang, city, issue, formKey } = props
  const words = sentences[lang]
  return (
    <Section id="answer-form" level={3} title={words.answerTitle}>
      <Form action={issuePaths.answer(city.slug, issue.id)} idempotencyKey={formKey()}>
        <Textarea
          lang={lang}
          name="answer"
          label={words.answerLabel}
          required
          hint={words.answerHint}
          rows={8}
          max={limits.answer}
          value={typedIn(props, 'answer', 'answer') ?? issue.cityAnswer ?? ''}
          error={errorFor(props, 'answer', 'answer')}
        />
        <Checkbox
          lang={lang}
          name="closes"
          label={words.closes}
          checked={typedIn(props, 'answer', 'closes') === 'yes'}
        />
        <Button>{words.answerButton}</Button>
      </Form>
    </Section>
  )
}

const WithdrawForm = ({ lang, city, issue, formKey }: ActionsProps) => {
  const words = sentences[lang]
  return (
    <Section id="withdraw" level={3} title={words.withdrawTitle}>
      {/* It cannot be undone: one press shows what it means, the next one does it. */}
      <Disclosure summary={words.withdrawButton}>
        <p>{words.withdrawText}</p>
        <Form action={issuePaths.withdrawal(city.slug, issue.id)} idempotencyKey={formKey()}>
          <Button kind="danger">{words.withdrawSure}</Button>
        </Form>
      </Disclosure>
    </Section>
  )
}

const reasonForms = ({ lang, city, issue }: ActionsProps, step: string): ReasonForm | undefined => {
  const words = sentences[lang]
  if (step === 'return')
    return {
      form: 'return',
      action: issuePaths.correction(city.slug, issue.id),
      title: words.returnTitle,
      label: words.returnLabel,
      button: words.returnButton,
      danger: false,
    }
  if (step === 'decline')
    return {
      form: 'decline',
      action: issuePaths.refusal(city.slug, issue.id),
      title: words.declineTitle,
      label: words.declineLabel,
      hint: words.declineHint,
      button: words.declineButton,
      danger: true,
    }
  if (step !== 'unpublish') return undefined
  return {
    form: 'unpublish',
    action: issuePaths.takedown(city.slug, issue.id),
    title: words.unpublishTitle,
    label: words.unpublishLabel,
    hint: words.unpublishHint,
    button: words.unpublishButton,
    danger: true,
  }
}

const formFor = (props: ActionsProps, step: string): Child => {
  const told = reasonForms(props, step)
  if (told) return <ReasonSection key={step} {...props} told={told} />
  if (step === 'publish') return <PublishForm key={step} {...props} />
  if (step === 'assign') return <AssignForm key={step} {...props} />
  // Closing is a choice within the answer.
  if (step === 'answer') return <AnswerForm key={step} {...props} />
  return step === 'withdraw' ? <WithdrawForm key={step} {...props} /> : null
}

/** The forms for the steps that this person can take now. */
export const listForms = (props: ActionsProps) =>
  props.concern.steps.map((step) => formFor(props, step)).filter((form) => form !== null)

/** Them under one heading. */
export const IssueActions = (props: ActionsProps) => {
  const { lang } = props
  const forms = listForms(props)
  if (forms.length === 0) return null
  return (
    <Section id="desk" title={sentences[lang].deskTitle}>
      {forms}
    </Section>
  )
}
