import { colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  CheckboxGroup,
  type FieldError,
  Form,
  Textarea,
} from '#web/ui/index.ts'
import type { Project } from '../../projects/index.ts'
import { commentKey, type Evaluation } from '../evaluation.ts'
import { type AnswerForm, publishedField } from '../form.ts'
import { paths } from '../paths.ts'
import type { Whole } from '../published.ts'
import { wholeResult } from '../published.ts'
import { sentences } from '../sentences.ts'
import { MutualResult, Opinions } from './comparison.tsx'
import { Frame } from './frame.tsx'

export type AnswerPageProps = {
  readonly lang: Language
  readonly city: City
  readonly project: Project
  readonly evaluation: Evaluation
  readonly whole: Whole
  readonly content: AnswerForm
  readonly checked: boolean
  readonly formKey: string
  readonly errors?: readonly FieldError[] | undefined
  readonly refusal?: string | undefined
}

const shorten = (text: string): string => {
  const signs = [...text.replaceAll('\n', ' ')]
  return signs.length > 80 ? `${signs.slice(0, 80).join('')}…` : signs.join('')
}

/** Every comment that would become public, with whose it is. */
const commentsOf = ({ lang, whole }: AnswerPageProps) => {
  const words = sentences[lang]
  const scores = whole.comparisons.flatMap(({ item, group, city }) =>
    (
      [
        ['group', group.comment],
        ['city', city.comment],
      ] as const
    ).flatMap(([side, comment]) =>
      comment === ''
        ? []
        : [
            {
              value: commentKey.score(side, item.code),
              label: `${words[side]}・${say(item.label, lang)}${colon[lang]}${shorten(comment)}`,
            },
          ],
    ),
  )
  const explanations = whole.comparisons.flatMap(({ item }) => {
    const text = whole.explanations.get(item.code)
    return text
      ? [
          {
            value: commentKey.explanation(item.code),
            label: `${words.explanation}・${say(item.label, lang)}${colon[lang]}${shorten(text)}`,
          },
        ]
      : []
  })
  const opinions = whole.assessments.map(({ accountId, comment }) => ({
    value: commentKey.assessment(accountId),
    label: `${words.opinion}${colon[lang]}${shorten(comment)}`,
  }))
  return [...scores, ...explanations, ...opinions]
}

/** The office reads everything once more, writes the city's answer, and publishes. */
export const AnswerPage = (props: AnswerPageProps) => {
  const { lang, city, project, evaluation, whole, content, checked, formKey, errors } = props
  const words = sentences[lang]
  const result = wholeResult(whole)
  const errorOf = (name: string) => errors?.find(({ id }) => id === name)?.message
  const comments = commentsOf(props)
  return (
    <Frame
      lang={lang}
      title={words.answerTitle}
      over={project.title}
      lead={words.answerLead}
      errors={errors}
      refusal={props.refusal}
      jumps={[{ label: words.answer, to: 'answer' }]}
    >
      <MutualResult lang={lang} definition={evaluation.definition} {...result} />
      <Opinions lang={lang} definition={evaluation.definition} result={result} />
      <Form action={paths.answer(city.slug, project.id)} idempotencyKey={formKey} keepsChanges>
        <Textarea
          lang={lang}
          name="answer"
          label={words.answer}
          hint={words.answerHint}
          required
          rows={8}
          max={5_000}
          value={content.answer}
          error={errorOf('answer')}
        />
        <Textarea
          lang={lang}
          name="next_year"
          label={words.nextYear}
          hint={words.nextYearHint}
          required
          rows={4}
          max={5_000}
          value={content.nextYear}
          error={errorOf('next_year')}
        />
        {comments.length > 0 && (
          <CheckboxGroup
            lang={lang}
            name={publishedField}
            label={words.publishComments}
            hint={words.publishCommentsHint}
            required={false}
            options={comments}
            values={comments
              .map(({ value }) => value)
              .filter((key) => !content.withheld.includes(key))}
          />
        )}
        <Checkbox
          lang={lang}
          name="checked"
          label={words.checked}
          required
          checked={checked}
          error={errorOf('checked')}
        />
        <ButtonRow>
          <Button name="intent" value="publish">
            {words.publish}
          </Button>
          <Button kind="secondary" name="intent" value="save">
            {words.saveAnswer}
          </Button>
        </ButtonRow>
      </Form>
    </Frame>
  )
}
