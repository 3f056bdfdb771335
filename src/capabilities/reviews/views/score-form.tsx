import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import {
  Button,
  ButtonRow,
  Form,
  NotificationBanner,
  RadioGroup,
  Section,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Review } from '../review.ts'
import { listChoices, type ScoreProblem, type ScoreSheet, scoreField } from '../score-sheet.ts'
import type { Criterion } from '../scoring.ts'
import { sentences } from '../sentences.ts'

export type ScoreFormProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly review: Review
  readonly proposalId: string
  readonly sheet: ScoreSheet | undefined
  readonly commentsPublic: boolean
  readonly formKey: string
  /** Points as they were typed, when the form comes back. */
  readonly typed?: Readonly<Record<string, string>> | undefined
  readonly typedComment?: string | undefined
  readonly problems?: readonly ScoreProblem[] | undefined
}

/** What is to be mended in one field. */
export const problemText = (review: Review, problem: ScoreProblem, lang: Language): string => {
  const criterion = review.rubric.criteria.find(({ code }) => code === problem.criterion)
  return sentences[lang].score.problems[problem.code](criterion ? say(criterion.label, lang) : '')
}

const pointsOf = (props: ScoreFormProps, { code }: Criterion): string => {
  if (props.typed) return props.typed[code] ?? ''
  const points = props.sheet?.scores[code]
  return points === undefined ? '' : String(points)
}

const CriterionField = (props: ScoreFormProps & { readonly criterion: Criterion }) => {
  const { lang, review, criterion, problems = [] } = props
  const words = sentences[lang].score
  const { min, max, step, weight } = criterion
  const name = scoreField(criterion.code)
  const found = problems.find(({ field }) => field === name)
  const choices = listChoices(criterion)
  const range = words.points(min, max, step)
  const field = {
    lang,
    name,
    label: say(criterion.label, lang),
    required: true,
    hint: (
      <>
        {say(criterion.viewpoint, lang)}
        <br />
        {weight === 1 ? range : `${range}${inBrackets(words.weight(weight), lang)}`}
      </>
    ),
    error: found && problemText(review, found, lang),
  }
  const value = pointsOf(props, criterion)
  if (!choices)
    return (
      <TextInput
        {...field}
        value={value}
        width="short"
        inputmode="decimal"
        autocomplete="off"
        unit={words.pointsUnit}
      />
    )
  return (
    <RadioGroup
      {...field}
      inline
      value={value}
      options={choices.map((points) => ({ value: String(points), label: String(points) }))}
    />
  )
}

/** 評点票: one question for each criterion, and room for a comment. */
export const ScoreForm = (props: ScoreFormProps) => {
  const { lang, citySlug, review, proposalId, sheet, commentsPublic, problems = [] } = props
  const words = sentences[lang].score
  const handedIn = sheet?.submittedAt != null
  const comment = problems.find(({ field }) => field === 'comment')
  return (
    <Section id="score-sheet" title={words.sheet}>
      <p>{words.sheetLead}</p>
      {commentsPublic && (
        <NotificationBanner lang={lang} kind="warning" level={3} heading={words.commentPublic} />
      )}
      <Form
        action={paths.proposal(citySlug, review.id, proposalId)}
        idempotencyKey={props.formKey}
        keepsChanges
      >
        {review.rubric.criteria.map((criterion) => (
          <CriterionField key={criterion.code} {...props} criterion={criterion} />
        ))}
        <Textarea
          lang={lang}
          name="comment"
          label={words.comment}
          hint={words.commentHint}
          required={false}
          rows={5}
          max={2_000}
          value={props.typedComment ?? sheet?.comment ?? ''}
          error={comment && problemText(review, comment, lang)}
        />
        <ButtonRow>
          <Button name="intent" value="send">
            {handedIn ? words.correct : words.submit}
          </Button>
          {!handedIn && (
            <Button kind="secondary" name="intent" value="save">
              {words.save}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </Section>
  )
}
