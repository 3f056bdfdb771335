import type { Language } from '#kernel/bilingual.ts'
import { say } from '#kernel/bilingual.ts'
import {
  Button,
  Disclosure,
  Form,
  type Jump,
  RadioGroup,
  Section,
  Textarea,
} from '#web/ui/index.ts'
import { type DecisionStep, paths, stepNouns } from '../paths.ts'
import { registrationSentences } from '../registration-sentences.ts'
import type { RegistrationPageProps } from './registration-page.tsx'

/** The id of a step's reason, to which the error summary leads. */
export const reasonId = (step: string): string => `reason-${step}`

const isDecision = (name: string): name is DecisionStep => Object.hasOwn(stepNouns, name)

type StepFormProps = RegistrationPageProps & {
  readonly step: DecisionStep
  readonly label: string
  readonly text?: string
  readonly kind: 'primary' | 'secondary' | 'danger'
  /** `none` where no reason is asked for at all. */
  readonly reason: 'none' | 'optional' | 'required'
}

const ReasonField = ({ lang, step, reason, failed }: StepFormProps) => {
  const words = registrationSentences[lang].desk
  const hint = step === 'return' ? words.reasonHint.return : words.reasonHint.other
  const mine = failed?.step === step ? failed : undefined
  return (
    <Textarea
      lang={lang}
      name="reason"
      id={reasonId(step)}
      label={words.reason}
      hint={reason === 'required' ? hint : undefined}
      required={reason === 'required'}
      rows={4}
      value={mine?.reason}
      error={mine?.errors.find(({ id }) => id === reasonId(step))?.message}
    />
  )
}

/** Grounds of a revocation are the city's own list; the reason says what happened. */
const GroundField = ({ lang, step, settings, failed }: StepFormProps) => {
  if (step !== 'revoke') return null
  const mine = failed?.step === step ? failed : undefined
  return (
    <RadioGroup
      lang={lang}
      name="ground"
      label={registrationSentences[lang].desk.ground}
      required
      value={mine?.typed?.ground ?? ''}
      error={mine?.errors.find(({ id }) => id === 'ground')?.message}
      options={settings.revocationGrounds.map(({ code, label }) => ({
        value: code,
        label: say(label, lang),
      }))}
    />
  )
}

const StepForm = (props: StepFormProps) => {
  const { city, group, step, label, text, kind, reason, newKey } = props
  return (
    <Form action={paths.step(city.slug, group.id, step)} idempotencyKey={newKey()}>
      {text && <p>{text}</p>}
      <GroundField {...props} />
      {reason !== 'none' && <ReasonField {...props} />}
      <Button kind={kind}>{label}</Button>
    </Form>
  )
}

const textOf = (step: DecisionStep, lang: Language): string | undefined => {
  const words = registrationSentences[lang].desk
  if (step === 'approve') return words.approveText
  if (step === 'accept') return words.acceptText
  if (step === 'return') return words.returnText
  return step === 'reject' ? words.rejectText : undefined
}

const stepForms = (props: RegistrationPageProps) =>
  props.may.steps.flatMap(({ name, label, reasonRequired }) => {
    if (!isDecision(name)) return []
    const text = textOf(name, props.lang)
    return [
      {
        ...props,
        step: name,
        label: say(label, props.lang),
        ...(text ? { text } : {}),
        reason: reasonRequired ? ('required' as const) : ('none' as const),
      },
    ]
  })

/** The way from the top of the page to what the desk can do with it now. */
export const decisionJumps = (props: RegistrationPageProps): readonly Jump[] => {
  const words = registrationSentences[props.lang].desk
  if (!props.may.desk || stepForms(props).length === 0) return []
  const isCheck = ['submitted', 'provisional'].includes(props.group.state)
  return [{ label: isCheck ? words.decide : words.later, to: 'decide' }]
}

/** What the desk can do with the registration now: approval stands open, the rest is folded. */
export const Decisions = (props: RegistrationPageProps) => {
  const { lang, group, failed } = props
  const words = registrationSentences[lang].desk
  const forms = stepForms(props)
  if (forms.length === 0) return null
  const first = (step: DecisionStep): boolean => step === 'approve' || step === 'accept'
  const open = forms.find(({ step }) => first(step))
  const isCheck = group.state === 'submitted' || group.state === 'provisional'
  return (
    <Section id="decide" title={isCheck ? words.decide : words.later}>
      {isCheck && <p>{words.decideText}</p>}
      {open && <StepForm {...open} kind="primary" />}
      {forms
        .filter(({ step }) => !first(step))
        .map((form) => (
          <Disclosure key={form.step} summary={form.label} open={failed?.step === form.step}>
            <StepForm
              {...form}
              kind={form.step === 'return' || form.step === 'resume' ? 'secondary' : 'danger'}
            />
          </Disclosure>
        ))}
    </Section>
  )
}

/** The leader's own way out, folded away at the end of the page. */
export const WithdrawalForm = (props: RegistrationPageProps) => {
  const { lang, may, failed } = props
  const words = registrationSentences[lang].page
  if (!may.steps.some(({ name }) => name === 'withdraw')) return null
  const stood = props.group.number !== null
  return (
    <Disclosure summary={stood ? words.erase : words.withdraw} open={failed?.step === 'withdraw'}>
      <StepForm
        {...props}
        step="withdraw"
        label={stood ? words.eraseButton : words.withdrawButton}
        text={stood ? words.eraseText : words.withdrawText}
        kind="danger"
        reason="optional"
      />
    </Disclosure>
  )
}
