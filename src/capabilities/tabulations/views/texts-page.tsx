import { colon, inBrackets, type Language } from '#kernel/bilingual.ts'
import {
  Button,
  CheckboxGroup,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  RadioGroup,
  Section,
  Select,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { deskSentences } from '../desk-sentences.ts'
import { type FormProblem, longest } from '../form.ts'
import { proposeMasks } from '../masking.ts'
import { paths } from '../paths.ts'
import type { TextHeading, WrittenText } from '../queries/texts.ts'
import { FurtherTexts, TextParts, type TextPartsProps } from './text-parts.tsx'

export interface TextsPageProps extends TextPartsProps {
  question: string
  texts: readonly WrittenText[]
  headings: readonly TextHeading[]
  problems: readonly FormProblem[]
  /** Whose form came back: the id of a text or a heading, or `new`. */
  failed?: string | undefined
  refusal?: string | undefined
  typed: (name: string) => string
  formKey: () => string
}

interface HeadingFormProps {
  props: TextsPageProps
  heading?: TextHeading
}

function HeadingForm({ props, heading }: HeadingFormProps) {
  const { lang, city, surveyId, slot, problems, failed, typed, formKey } = props
  const words = deskSentences[lang]
  const id = heading?.id ?? 'new'
  const isBack = failed === id
  const action = heading
    ? paths.heading(city.slug, surveyId, heading.id)
    : paths.headings(city.slug, surveyId)
  return (
    <Form action={action} idempotencyKey={formKey()}>
      <HiddenInput name="slot" value={String(slot)} />
      <TextInput
        lang={lang}
        id={`title-${id}`}
        name="title"
        label={words.headingTitle}
        required
        value={isBack ? typed('title') : heading?.title}
        error={isBack && problems.includes('title') ? words.problems.title : undefined}
      />
      <Textarea
        lang={lang}
        id={`answer-${id}`}
        name="answer"
        label={words.headingAnswer}
        rows={3}
        max={longest.answer}
        value={isBack ? typed('answer') : heading?.answer}
        error={isBack && problems.includes('answer') ? words.problems.answer : undefined}
      />
      <Button kind="secondary">{heading ? words.saveHeading : words.addHeading}</Button>
    </Form>
  )
}

function Masks({ lang, text }: { lang: Language; text: WrittenText }) {
  const words = deskSentences[lang]
  const proposals = proposeMasks(text.text)
  if (proposals.length === 0) return null
  return (
    <CheckboxGroup
      lang={lang}
      id={`mask-${text.answerId}`}
      name="mask"
      label={words.masks}
      hint={words.masksHint}
      options={proposals.map((proposal, at) => ({
        value: String(at),
        label: `${proposal.text}${inBrackets(words.maskKinds[proposal.kind], lang)}`,
      }))}
      values={proposals.map((_, at) => String(at))}
    />
  )
}

function TextForm({ props, text }: { props: TextsPageProps; text: WrittenText }) {
  const { lang, city, surveyId, slot, asked, headings, problems, failed, formKey } = props
  const words = deskSentences[lang]
  const id = text.answerId
  return (
    <Form action={paths.text(city.slug, surveyId, id)} idempotencyKey={formKey()}>
      <HiddenInput name="slot" value={String(slot)} />
      <HiddenInput name="part" value={asked.part} />
      <HiddenInput name="after" value={asked.after ?? ''} />
      <Masks lang={lang} text={text} />
      <TextInput
        lang={lang}
        id={`more-${id}`}
        name="more"
        label={words.more}
        hint={words.moreHint}
        width="long"
      />
      <RadioGroup
        lang={lang}
        id={`decision-${id}`}
        name="decision"
        label={words.decision}
        options={(['confirmed', 'left-out'] as const).map((value) => ({
          value,
          label: words.decisions[value],
        }))}
        value={text.state === 'left-out' ? 'left-out' : 'confirmed'}
      />
      <Select
        lang={lang}
        id={`heading-${id}`}
        name="heading"
        label={words.chooseHeading}
        options={headings.map((heading) => ({ value: heading.id, label: heading.title }))}
        value={text.headingId ?? ''}
        error={failed === id && problems.includes('heading') ? words.problems.heading : undefined}
      />
      <Button>{words.confirm}</Button>
    </Form>
  )
}

function Text({ props, text, at }: { props: TextsPageProps; text: WrittenText; at: number }) {
  const { lang, headings, failed } = props
  const words = deskSentences[lang]
  const isOpen = text.state === 'unread' || failed === text.answerId
  return (
    <Section
      id={`text-${text.answerId}`}
      level={3}
      title={`${words.text} ${at + 1}${inBrackets(words.states[text.state], lang)}`}
    >
      <blockquote>{text.text}</blockquote>
      {text.shown && (
        <p>
          {words.shown}
          {colon[lang]}
          {text.shown}
        </p>
      )}
      {headings.length > 0 && (
        <Disclosure summary={words.decision} open={isOpen}>
          <TextForm props={props} text={text} />
        </Disclosure>
      )}
    </Section>
  )
}

const fieldOf = (problem: FormProblem, failed: string | undefined): string =>
  `${problem}-${failed ?? 'new'}`

/** What people wrote to one question: read, masked, put under headings, answered. */
export function TextsPage(props: TextsPageProps) {
  const { lang, city, surveyId, question, texts, counts, headings, problems } = props
  const words = deskSentences[lang]
  return (
    <>
      <Heading level={1} over={words.texts}>
        {question}
      </Heading>
      {props.refusal && (
        <NotificationBanner lang={lang} kind="error" heading={props.refusal} announced />
      )}
      <ErrorSummary
        lang={lang}
        errors={problems.map((problem) => ({
          id: fieldOf(problem, props.failed),
          message: words.problems[problem],
        }))}
      />
      <Lead>{words.textsLead}</Lead>
      <Section id="headings" title={words.headings}>
        {headings.map((heading) => (
          <Disclosure key={heading.id} summary={heading.title} open={props.failed === heading.id}>
            <HeadingForm props={props} heading={heading} />
          </Disclosure>
        ))}
        <Disclosure
          summary={words.addHeading}
          open={headings.length === 0 || props.failed === 'new'}
        >
          <HeadingForm props={props} />
        </Disclosure>
      </Section>
      <Section id="texts" title={words.text}>
        <TextParts {...props} />
        {texts.length === 0 && <p>{counts.all === 0 ? words.textsNone : words.partNone}</p>}
        {texts.length > 0 && headings.length === 0 && <p class="note">{words.noHeadings}</p>}
        {texts.map((text, at) => (
          <Text key={text.answerId} props={props} text={text} at={at} />
        ))}
        <FurtherTexts {...props} />
      </Section>
      <p>
        <a href={paths.desk(city.slug, surveyId)}>{words.back}</a>
      </p>
    </>
  )
}
