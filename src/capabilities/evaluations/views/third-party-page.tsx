import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  type FieldError,
  Form,
  NotificationBanner,
  RadioGroup,
  Section,
  Table,
  Textarea,
} from '#web/ui/index.ts'
import type { Project } from '../../projects/index.ts'
import { type Assessment, closingNeedsReason, type Seat } from '../assessment.ts'
import type { Evaluation } from '../evaluation.ts'
import { paths } from '../paths.ts'
import type { Result } from '../published.ts'
import { sentences } from '../sentences.ts'
import { MutualResult, Opinions } from './comparison.tsx'
import { Frame } from './frame.tsx'
import { type Material, MaterialSection } from './material.tsx'

export type ThirdPartyPageProps = {
  readonly lang: Language
  readonly city: City
  readonly project: Project
  readonly evaluation: Evaluation
  readonly result: Result
  /** Left out until this reader may know what the members wrote. */
  readonly seesOpinions: boolean
  readonly mayAssess: boolean
  readonly material: Material
  /** True for the parties and the sitting committee. */
  readonly inside: boolean
  readonly recused: boolean
  readonly own: Pick<Assessment, 'overall' | 'comment'> | undefined
  /** Who sits, and how far each has come: for the office. */
  readonly seats: readonly Seat[] | undefined
  readonly mayClose: boolean
  readonly newKey: () => string
  readonly typed?: { text(name: string): string } | undefined
  readonly failed?: 'assessment' | 'closing' | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly refusal?: string | undefined
}

const AssessmentForm = (props: ThirdPartyPageProps) => {
  const { lang, city, project, evaluation, own, newKey, errors, failed } = props
  const words = sentences[lang]
  const typed = failed === 'assessment' ? props.typed : undefined
  const errorOf = (name: string) => typed && errors?.find(({ id }) => id === name)?.message
  return (
    <Section id="assessment" title={words.thirdPartyTitle}>
      {own && <p>{words.assessed}</p>}
      <p>
        <a href={paths.interest(city.slug, project.id)}>{words.interestChange}</a>
      </p>
      <Form action={paths.thirdParty(city.slug, project.id)} idempotencyKey={newKey()} keepsChanges>
        <RadioGroup
          lang={lang}
          name="overall"
          label={words.overall}
          required
          options={evaluation.definition.overall.map(({ code, label }) => ({
            value: code,
            label: say(label, lang),
          }))}
          value={typed?.text('overall') ?? own?.overall}
          error={errorOf('overall')}
        />
        <Textarea
          lang={lang}
          name="comment"
          label={words.opinion}
          hint={words.opinionHint}
          required
          rows={8}
          max={3_000}
          value={typed?.text('comment') ?? own?.comment}
          error={errorOf('comment')}
        />
        <Button>{own ? words.assessAgain : words.assess}</Button>
      </Form>
    </Section>
  )
}

const seatState = ({
  recused,
  declared,
  assessed,
}: Seat): 'recused' | 'undeclared' | 'done' | 'waiting' => {
  if (recused) return 'recused'
  if (!declared) return 'undeclared'
  return assessed ? 'done' : 'waiting'
}

const Seats = ({ lang, seats }: { lang: Language; seats: readonly Seat[] }) => {
  const words = sentences[lang]
  return (
    <Section id="seats" title={words.progress}>
      <Table<Seat>
        lang={lang}
        id="seat-table"
        caption={words.progress}
        captionHidden
        rows={seats}
        columns={[
          { label: words.progress, heading: true, cell: ({ name }) => name },
          { label: words.title, cell: (seat) => words.seatState[seatState(seat)] },
        ]}
      />
    </Section>
  )
}

const Closing = (props: ThirdPartyPageProps) => {
  const { lang, city, project, seats = [], newKey, typed, errors, failed } = props
  const words = sentences[lang]
  const any = seats.some(({ assessed }) => assessed)
  const back = failed === 'closing'
  return (
    <Section id="closing" title={words.closeThirdPartyTitle}>
      <p>{any ? words.closeThirdPartyText : words.skipThirdPartyText}</p>
      <Form action={paths.thirdPartyClosing(city.slug, project.id)} idempotencyKey={newKey()}>
        {closingNeedsReason(seats) && (
          <Textarea
            lang={lang}
            name="reason"
            label={words.reason}
            hint={words.reasonPublicHint}
            required
            rows={3}
            max={1_000}
            value={back ? typed?.text('reason') : undefined}
            error={back ? errors?.find(({ id }) => id === 'reason')?.message : undefined}
          />
        )}
        <Button kind="secondary">{words.closeThirdParty}</Button>
      </Form>
    </Section>
  )
}

/** Only members are asked to write; the office is told that it closes, the parties that they wait. */
const leadOf = ({ lang, mayAssess, seats }: ThirdPartyPageProps): string => {
  const words = sentences[lang]
  if (mayAssess) return words.thirdPartyLead
  return seats ? words.thirdPartyOffice : words.thirdPartyParties
}

/** The committee reads what both sides wrote and adds its own view. */
export const ThirdPartyPage = (props: ThirdPartyPageProps) => {
  const { lang, city, project, evaluation, result, errors, refusal } = props
  const words = sentences[lang]
  const { definition } = evaluation
  return (
    <Frame
      lang={lang}
      title={words.thirdPartyTitle}
      over={project.title}
      lead={leadOf(props)}
      errors={errors}
      refusal={refusal}
      jumps={[
        ...(props.mayAssess ? [{ label: words.toAssessment, to: 'assessment' }] : []),
        ...(props.mayClose ? [{ label: words.closeThirdPartyTitle, to: 'closing' }] : []),
      ]}
    >
      {props.recused && <NotificationBanner lang={lang} kind="info" heading={words.recused} />}
      <MaterialSection
        lang={lang}
        city={city}
        project={project}
        material={props.material}
        inside={props.inside}
      />
      <MutualResult lang={lang} definition={definition} {...result} />
      {props.mayAssess && <AssessmentForm {...props} />}
      {props.seesOpinions && <Opinions lang={lang} definition={definition} result={result} />}
      {props.seats && <Seats lang={lang} seats={props.seats} />}
      {props.mayClose && <Closing {...props} />}
      <p>
        <a href={paths.show(city.slug, project.id)}>{words.back}</a>
      </p>
    </Frame>
  )
}
