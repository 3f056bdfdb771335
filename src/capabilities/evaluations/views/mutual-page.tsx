import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { Button, type FieldError, Form, HiddenInput, Section, Textarea } from '#web/ui/index.ts'
import { type Project, type Side, sides } from '../../projects/index.ts'
import { type Evaluation, hasConfirmed } from '../evaluation.ts'
import { explanationField } from '../form.ts'
import { paths } from '../paths.ts'
import type { Result } from '../published.ts'
import type { Comparison } from '../scores.ts'
import { sentences } from '../sentences.ts'
import { MutualResult } from './comparison.tsx'
import { Frame } from './frame.tsx'

export type MutualPageProps = {
  readonly lang: Language
  readonly city: City
  readonly project: Project
  readonly evaluation: Evaluation
  readonly result: Pick<Result, 'comparisons' | 'explanations'>
  readonly mayExplain: boolean
  readonly mayConfirm: boolean
  readonly mayClose: boolean
  readonly newKey: () => string
  /** What was typed, when the form of the explanations comes back. */
  readonly typed?: ReadonlyMap<string, string> | undefined
  /** Items that somebody else changed meanwhile. */
  readonly conflicts?: readonly string[] | undefined
  readonly typedReason?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly refusal?: string | undefined
}

/** The form of the explanations: the button that confirms belongs to it, so that nothing typed is lost. */
const explanationForm = 'explanation-form'

const apartIn = ({ result }: MutualPageProps): readonly Comparison[] =>
  result.comparisons.filter(({ discuss }) => discuss)

/** The name of the field that keeps what the page showed, so that nobody's words are overwritten unseen. */
export const shownField = (item: string): string => `shown_${item}`

const ExplanationField = (props: MutualPageProps & { one: Comparison }) => {
  const { lang, result, typed, conflicts = [], errors, one } = props
  const words = sentences[lang]
  const { code, label } = one.item
  const stored = result.explanations.get(code) ?? ''
  const name = explanationField(code)
  const hint = conflicts.includes(code)
    ? `${words.explanationHint}\n${words.presentText(stored)}`
    : words.explanationHint
  return (
    <>
      <HiddenInput name={shownField(code)} value={stored} />
      <Textarea
        lang={lang}
        name={name}
        label={words.explanationFor(say(label, lang))}
        required
        hint={<span class="prose">{hint}</span>}
        rows={4}
        max={2_000}
        value={typed?.get(code) ?? stored}
        error={errors?.find(({ id }) => id === name)?.message}
      />
    </>
  )
}

const Explanations = (props: MutualPageProps) => {
  const { lang, city, project, evaluation, mayExplain, newKey } = props
  const words = sentences[lang]
  const apart = apartIn(props)
  if (apart.length === 0) return <p>{words.noDifference}</p>
  if (!mayExplain) return null
  return (
    <Section id="explanations" title={words.explanation}>
      <Form
        action={paths.mutual(city.slug, project.id)}
        idempotencyKey={newKey()}
        id={explanationForm}
        keepsChanges
      >
        <HiddenInput name="revision" value={String(evaluation.mutualRevision)} />
        {apart.map((one) => (
          <ExplanationField key={one.item.code} {...props} one={one} />
        ))}
        <Button kind="secondary">{words.saveExplanation}</Button>
      </Form>
    </Section>
  )
}

const sideText = (lang: Language, evaluation: Evaluation, side: Side): string => {
  const words = sentences[lang]
  return hasConfirmed(evaluation, side)
    ? words.confirmed(words[side])
    : words.notConfirmed(words[side])
}

/** Where the page has the form of the explanations, confirming sends what stands in it. */
const ConfirmButton = (props: MutualPageProps) => {
  const { lang, city, project, evaluation, mayExplain, newKey } = props
  const words = sentences[lang]
  if (mayExplain && apartIn(props).length > 0)
    return (
      <>
        <p>{words.confirmKeeps}</p>
        <Button form={explanationForm} name="intent" value="confirm">
          {words.confirm}
        </Button>
      </>
    )
  return (
    <Form action={paths.confirmation(city.slug, project.id)} idempotencyKey={newKey()}>
      <HiddenInput name="revision" value={String(evaluation.mutualRevision)} />
      <Button>{words.confirm}</Button>
    </Form>
  )
}

const Confirmation = (props: MutualPageProps) => {
  const { lang, evaluation, mayConfirm } = props
  const words = sentences[lang]
  if (evaluation.state !== 'mutual') return null
  return (
    <Section id="confirmation" title={words.confirmTitle}>
      <p>{words.confirmText}</p>
      <ul>
        {sides.map((side) => (
          <li key={side}>{sideText(lang, evaluation, side)}</li>
        ))}
      </ul>
      {mayConfirm && <ConfirmButton {...props} />}
    </Section>
  )
}

const Closing = ({ lang, city, project, newKey, typedReason, errors }: MutualPageProps) => {
  const words = sentences[lang]
  return (
    <Section id="closing" title={words.closeMutualTitle}>
      <p>{words.closeMutualText}</p>
      <Form action={paths.mutualClosing(city.slug, project.id)} idempotencyKey={newKey()}>
        <Textarea
          lang={lang}
          name="reason"
          label={words.reason}
          hint={words.reasonPublicHint}
          required
          rows={3}
          max={1_000}
          value={typedReason}
          error={errors?.find(({ id }) => id === 'reason')?.message}
        />
        <Button kind="secondary">{words.closeMutual}</Button>
      </Form>
    </Section>
  )
}

/** Both evaluations beside each other, what is to be explained, and both sides' word that it is. */
export const MutualPage = (props: MutualPageProps) => {
  const { lang, city, project, evaluation, result, mayClose, errors, refusal } = props
  const words = sentences[lang]
  return (
    <Frame
      lang={lang}
      title={words.mutualTitle}
      over={project.title}
      lead={words.mutualLead}
      errors={errors}
      refusal={refusal}
      jumps={[
        ...(props.mayExplain && apartIn(props).length > 0
          ? [{ label: words.explanation, to: 'explanations' }]
          : []),
        ...(props.mayConfirm ? [{ label: words.confirmTitle, to: 'confirmation' }] : []),
        ...(mayClose ? [{ label: words.closeMutualTitle, to: 'closing' }] : []),
      ]}
    >
      <MutualResult lang={lang} definition={evaluation.definition} {...result} />
      <Explanations {...props} />
      <Confirmation {...props} />
      {mayClose && <Closing {...props} />}
      <p>
        <a href={paths.show(city.slug, project.id)}>{words.back}</a>
      </p>
    </Frame>
  )
}
