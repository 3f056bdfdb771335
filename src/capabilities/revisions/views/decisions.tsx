import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  Disclosure,
  type FieldError,
  Form,
  type Jump,
  Section,
  Textarea,
} from '#web/ui/index.ts'
import { paths, type RevisionDecision, stepNouns } from '../paths.ts'
import type { stepsFor } from '../policy.ts'
import type { Revision } from '../revision.ts'
import { sentences } from '../sentences.ts'

/** A step's form that came back. */
export type FailedStep = {
  readonly step: string
  readonly reason: string
  readonly errors: readonly FieldError[]
}

export type DecisionsProps = {
  readonly lang: Language
  readonly city: City
  readonly revision: Revision
  readonly steps: ReturnType<typeof stepsFor>
  /** True where registrations of the class have no end: a renewal then only confirms. */
  readonly endless: boolean
  readonly newKey: () => string
  readonly failed?: FailedStep | undefined
}

/** The id of a step's reason, to which the error summary leads. */
export const reasonId = (step: string): string => `reason-${step}`

const isDecision = (name: string): name is RevisionDecision => Object.hasOwn(stepNouns, name)

const labelOf = ({ lang, revision }: DecisionsProps, step: RevisionDecision): string => {
  const words = sentences[lang].desk
  return step === 'approve' ? words.approve[revision.kind] : words[step]
}

const textOf = ({ lang, revision, endless }: DecisionsProps, step: RevisionDecision): string => {
  const words = sentences[lang].desk
  if (step === 'approve' && revision.kind === 'renewal' && endless) return words.approveEndless
  if (step === 'approve') return words.approveText[revision.kind]
  if (step === 'return') return words.returnText
  if (step === 'reopen') return words.reopenText
  return step === 'refuse' ? words.refuseText : words.withdrawText
}

const StepForm = (props: DecisionsProps & { readonly step: RevisionDecision }) => {
  const { lang, city, revision, step, failed, newKey } = props
  const words = sentences[lang].desk
  const mine = failed?.step === step ? failed : undefined
  const withReason = step === 'return' || step === 'refuse'
  const kind =
    step === 'approve' ? 'primary' : step === 'return' || step === 'reopen' ? 'secondary' : 'danger'
  return (
    <Form action={paths.step(city.slug, revision.id, step)} idempotencyKey={newKey()}>
      <p>{textOf(props, step)}</p>
      {withReason && (
        <Textarea
          lang={lang}
          name="reason"
          id={reasonId(step)}
          label={words.reason}
          hint={words.reasonHint}
          required
          rows={4}
          value={mine?.reason}
          error={mine?.errors.find(({ id }) => id === reasonId(step))?.message}
        />
      )}
      <Button kind={kind}>{labelOf(props, step)}</Button>
    </Form>
  )
}

/** The ways from the top of the page to what can be done with it now. */
export const decisionJumps = (
  props: Pick<DecisionsProps, 'lang' | 'revision' | 'steps'>,
): readonly Jump[] => {
  const words = sentences[props.lang].desk
  const names = props.steps.map(({ name }) => name)
  const first = names.includes('approve') ? [{ label: words.decide, to: 'decide' }] : []
  return [
    ...first,
    ...(names.includes('reopen') ? [{ label: words.reopenTitle, to: 'reopen' }] : []),
  ]
}

/** What can be done with it now: acceptance stands open, the rest is folded. */
export const Decisions = (props: DecisionsProps) => {
  const { lang, steps, failed } = props
  const words = sentences[lang].desk
  const names = steps.map(({ name }) => name).filter(isDecision)
  const folded = names.filter((name) => name !== 'approve' && name !== 'reopen')
  return (
    <>
      {names.includes('approve') && (
        <Section id="decide" title={words.decide}>
          <p>{words.decideText}</p>
          <StepForm {...props} step="approve" />
        </Section>
      )}
      {names.includes('reopen') && (
        <Section id="reopen" title={words.reopenTitle}>
          <StepForm {...props} step="reopen" />
        </Section>
      )}
      {folded.map((step) => (
        <Disclosure key={step} summary={labelOf(props, step)} open={failed?.step === step}>
          <StepForm {...props} step={step} />
        </Disclosure>
      ))}
    </>
  )
}
