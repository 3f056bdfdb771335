import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ButtonRow,
  Deadline,
  DescriptionList,
  type FieldError,
  Form,
  HiddenInput,
  RadioGroup,
  Section,
  Textarea,
} from '#web/ui/index.ts'
import type { Project, Side } from '../../projects/index.ts'
import type { Definition, Evaluation, Item } from '../evaluation.ts'
import { commentField, scoreField } from '../form.ts'
import { paths } from '../paths.ts'
import { longestComment, lowScores, nameOfScore, type Sheet } from '../scores.ts'
import { sentences } from '../sentences.ts'
import { markSheet, shownField } from '../shared-sheet.ts'
import { Frame } from './frame.tsx'

export type SelfPageProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly project: Project
  readonly evaluation: Evaluation
  readonly side: Side
  /** This side's own sheet, and nobody else's. */
  readonly sheet: Sheet
  /** What is stored now; `sheet` may say something else. */
  readonly stored: Sheet
  /** Items that somebody else of the side changed meanwhile. */
  readonly conflicts?: readonly string[] | undefined
  readonly mayWrite: boolean
  readonly mayTakeBack: boolean
  readonly newKey: () => string
  readonly errors?: readonly FieldError[] | undefined
  readonly refusal?: string | undefined
}

/** What the other person of the side saved of an item that both changed. */
const Present = ({ lang, evaluation, stored, item }: SelfPageProps & { item: Item }) => {
  const words = sentences[lang]
  const line = stored.get(item.code)
  if (!line) return null
  const { definition } = evaluation
  const chosen =
    line.score === null ? words.notChosen : say(nameOfScore(definition, line.score), lang)
  return (
    <DescriptionList
      items={[
        {
          term: words.presentLine,
          description: (
            <>
              {line.score} {chosen}
              {line.comment && <p class="prose">{line.comment}</p>}
            </>
          ),
        },
      ]}
    />
  )
}

/** The scores that need a reason, as the choices name them. */
const lowScoresText = (definition: Definition, lang: Language): string => {
  const low = lowScores(definition)
  const names = definition.scale
    .filter(({ value }) => low.has(value))
    .map(({ value, label }) => `${value} ${say(label, lang)}`)
  return lang === 'ja'
    ? names.map((name) => `「${name}」`).join('')
    : names.map((name) => `“${name}”`).join(' or ')
}

const ItemFields = (props: SelfPageProps & { item: Item; number: number }) => {
  const { lang, evaluation, sheet, errors, item } = props
  const words = sentences[lang]
  const line = sheet.get(item.code)
  const errorOf = (name: string) => errors?.find(({ id }) => id === name)?.message
  const options = evaluation.definition.scale.map(({ value, label }) => ({
    value: String(value),
    label: `${value} ${say(label, lang)}`,
  }))
  return (
    <Section id={`item-${item.code}`} title={`${props.number} ${say(item.label, lang)}`}>
      <RadioGroup
        lang={lang}
        name={scoreField(item.code)}
        label={say(item.viewpoint, lang)}
        required
        options={options}
        value={line?.score === null || line?.score === undefined ? '' : String(line.score)}
        error={errorOf(scoreField(item.code))}
      />
      {props.conflicts?.includes(item.code) && <Present {...props} />}
      <Textarea
        lang={lang}
        name={commentField(item.code)}
        label={`${words.comment}${inBrackets(say(item.label, lang), lang)}`}
        required={false}
        hint={`${words.commentHint} ${words.commentHintLow(lowScoresText(evaluation.definition, lang))}`}
        rows={3}
        max={longestComment}
        value={line?.comment}
        error={errorOf(commentField(item.code))}
      />
    </Section>
  )
}

const Writing = (props: SelfPageProps) => {
  const { lang, city, project, evaluation, newKey, now } = props
  const words = sentences[lang]
  return (
    <>
      <p>
        <Deadline
          lang={lang}
          label={words.dueOn}
          time={dayText(evaluation.dueOn, lang)}
          daysLeft={countDaysLeft(evaluation.dueOn, now)}
          passed="overdue"
        />
      </p>
      <Form action={paths.self(city.slug, project.id)} idempotencyKey={newKey()} keepsChanges>
        <HiddenInput name={shownField} value={markSheet(props.stored, evaluation.definition)} />
        {evaluation.definition.items.map((item, at) => (
          <ItemFields key={item.code} {...props} item={item} number={at + 1} />
        ))}
        <ButtonRow>
          <Button name="intent" value="send">
            {words.submit}
          </Button>
          <Button kind="secondary" name="intent" value="save">
            {words.save}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}

const Reading = ({
  lang,
  city,
  project,
  evaluation,
  sheet,
  mayTakeBack,
  newKey,
}: SelfPageProps) => {
  const words = sentences[lang]
  const { definition } = evaluation
  const say1 = (code: string) => {
    const line = sheet.get(code)
    if (!line || line.score === null) return '－'
    return (
      <>
        {line.score}
        {inBrackets(say(nameOfScore(definition, line.score), lang), lang)}
        {line.comment && <p class="prose">{line.comment}</p>}
      </>
    )
  }
  return (
    <Section id="submitted" title={words.submittedTitle}>
      {mayTakeBack && (
        <>
          <p>{words.submittedText}</p>
          <Form action={paths.takeBack(city.slug, project.id)} idempotencyKey={newKey()}>
            <Button kind="secondary">{words.takeBack}</Button>
          </Form>
        </>
      )}
      <DescriptionList
        items={definition.items.map(({ code, label }) => ({
          term: say(label, lang),
          description: say1(code),
        }))}
      />
    </Section>
  )
}

/** A side's own evaluation: written, or read after it was handed in. */
export const SelfPage = (props: SelfPageProps) => {
  const { lang, city, project, side, mayWrite, errors, refusal } = props
  const words = sentences[lang]
  return (
    <Frame
      lang={lang}
      title={words.selfTitle[side]}
      over={project.title}
      lead={words.selfLead}
      errors={errors}
      refusal={refusal}
    >
      {mayWrite ? <Writing {...props} /> : <Reading {...props} />}
      <p>
        <a href={paths.show(city.slug, project.id)}>{words.back}</a>
      </p>
    </Frame>
  )
}
