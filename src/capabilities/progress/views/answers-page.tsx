import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  type FieldError,
  Form,
  HiddenInput,
  Section,
  Textarea,
} from '#web/ui/index.ts'
import type { TypedAnswer } from '../actions/round.ts'
import { longestNext } from '../form.ts'
import { paths, type YearPlace } from '../paths.ts'
import type { YearReport } from '../report-document.ts'
import { sentences } from '../sentences.ts'
import { GradeTallies } from './grade-tallies.tsx'
import { YearFrame } from './year-frame.tsx'

type AnswersPageProps = {
  readonly lang: Language
  readonly title: string
  readonly city: City
  readonly at: YearPlace
  readonly report: YearReport
  readonly typed: readonly TypedAnswer[]
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

/** The city answers every comment of the committee, and publishes the year. */
export const AnswersPage = (props: AnswersPageProps) => {
  const { lang, at, report, typed, errors, newKey } = props
  const words = sentences[lang]
  const { round, items, comments } = report
  const missing = items.filter((one) => one.missing)
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message
  return (
    <YearFrame {...props} round={round} lead={words.answersLead}>
      {missing.length > 0 && (
        <p>
          {words.missingWillShow(
            missing.map(({ item }) => item.no).join(lang === 'ja' ? '、' : ', '),
          )}
        </p>
      )}
      <Form action={paths.answers(at)} idempotencyKey={newKey()} keepsChanges>
        {comments.length === 0 && <p>{words.noComments}</p>}
        {comments.map(({ id, no, body, answer, version }, index) => (
          <Section key={id} id={`comment-${id}`} title={words.commentNo(index + 1, no)}>
            <p class="prose">{body}</p>
            <HiddenInput name={`shown_${id}`} value={String(version)} />
            {errorOf(`answer_${id}`) === words.answerConflict && (
              <p class="prose">
                {words.presentAnswer}
                {answer}
              </p>
            )}
            <Textarea
              lang={lang}
              name={`answer_${id}`}
              label={words.answerTo(index + 1)}
              required
              rows={4}
              max={longestNext}
              value={typed.find((one) => one.id === id)?.answer ?? answer}
              error={errorOf(`answer_${id}`)}
            />
          </Section>
        ))}
        <Section id="publish" title={words.publishTitle}>
          <p>{words.publishText}</p>
          <Checkbox
            lang={lang}
            name="checked"
            label={words.publishCheck}
            error={errorOf('checked')}
          />
          <ButtonRow>
            <Button kind="secondary" name="intent" value="save">
              {words.save}
            </Button>
            <Button name="intent" value="publish">
              {words.publish}
            </Button>
          </ButtonRow>
        </Section>
      </Form>
      <GradeTallies lang={lang} scale={round.scale} items={items} />
    </YearFrame>
  )
}
