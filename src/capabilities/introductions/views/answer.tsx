import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { momentText } from '#web/moment.ts'
import {
  Button,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  Section,
  Textarea,
  When,
} from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import type { Message } from '../../procedures/index.ts'
import { answerLimits } from '../answer-form.ts'
import { type OfferAnswer, type OfferOfGroup, topicOf } from '../offer.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

type Around = { readonly lang: Language; readonly city: City; readonly formKey: string }
type Typed = { readonly body?: string | undefined; readonly error?: string | undefined }

type FirstWord = Omit<Around, 'city'> &
  Typed & {
    readonly action: string
    readonly over: string
    readonly title: string
    readonly group: string
    readonly name: string
    readonly hint: string
    /** What the button says. */
    readonly send: string
  }

const FirstWordPage = (props: FirstWord) => {
  const { lang, error } = props
  const words = sentences[lang].answer
  return (
    <>
      <ErrorSummary lang={lang} errors={error ? [{ id: 'body', message: error }] : []} />
      <Heading level={1} over={props.over}>
        {props.title}
      </Heading>
      <Lead>{words.lead(props.group)}</Lead>
      <p>{words.name(props.name)}</p>
      <Form action={props.action} idempotencyKey={props.formKey} keepsChanges>
        <Textarea
          lang={lang}
          name="body"
          label={words.body}
          hint={props.hint}
          required
          max={answerLimits.body}
          value={props.body}
          error={error}
        />
        <Button>{props.send}</Button>
      </Form>
    </>
  )
}

/** The first word to a group about its offer. */
export const AnswerFormPage = ({
  city,
  offer,
  ...rest
}: Around & Typed & { offer: OfferOfGroup; name: string }) => (
  <FirstWordPage
    {...rest}
    action={paths.answerOffer(city.slug, offer.id)}
    over={offer.title}
    title={sentences[rest.lang].answer.title}
    group={offer.groupName}
    hint={sentences[rest.lang].answer.bodyHint}
    send={sentences[rest.lang].answer.send}
  />
)

/** The first word to a group of which no address is public. */
export const QuestionPage = ({
  city,
  group,
  ...rest
}: Around & Typed & { group: { readonly id: string; readonly name: string }; name: string }) => (
  <FirstWordPage
    {...rest}
    action={groupPaths.question(city.slug, group.id)}
    over={group.name}
    title={sentences[rest.lang].answer.ask}
    group={group.name}
    hint={sentences[rest.lang].answer.askHint}
    send={sentences[rest.lang].answer.askSend}
  />
)

type ConversationProps = Around & {
  readonly answer: OfferAnswer
  readonly messages: readonly Message[]
  readonly mayGoOn: boolean
  readonly mayReport: boolean
  readonly maySettle: boolean
  /** The reason of a report is not for the side that it is about. */
  readonly mayReadReport: boolean
  /** What the other side wrote still waits for this one. */
  readonly toRead: boolean
  readonly formKeys: readonly [string, string, string]
  /** What was typed into which field, and why it came back. */
  readonly typed:
    | { readonly name: string; readonly text: string; readonly error: string }
    | undefined
}

const typedIn = ({ typed }: ConversationProps, name: string): Typed =>
  typed?.name === name ? { body: typed.text, error: typed.error } : {}

const Reported = ({ lang, answer, mayReadReport }: ConversationProps) => {
  const words = sentences[lang].answer
  if (!answer.reportedAt) return null
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.stopped}>
      {mayReadReport && <p class="prose">{words.reportedBecause(answer.reportReason ?? '')}</p>}
      {!answer.settlement && <p>{words.beingChecked}</p>}
      {answer.settlement && <p class="prose">{words.settledText(answer.settlement)}</p>}
    </NotificationBanner>
  )
}

const Report = (props: ConversationProps) => {
  const { lang, city, answer, formKeys } = props
  const words = sentences[lang].answer
  const typed = typedIn(props, 'reason')
  return (
    <Disclosure summary={words.report} id="report" open={typed.error !== undefined}>
      <p>{words.reportText}</p>
      <Form action={paths.report(city.slug, answer.id)} idempotencyKey={formKeys[0]}>
        <Textarea
          lang={lang}
          name="reason"
          label={words.reportReason}
          required
          rows={3}
          max={answerLimits.reason}
          value={typed.body}
          error={typed.error}
        />
        <Button kind="danger">{words.reportSend}</Button>
      </Form>
    </Disclosure>
  )
}

const Settle = (props: ConversationProps) => {
  const { lang, city, answer, formKeys } = props
  const words = sentences[lang].answer
  const typed = typedIn(props, 'settlement')
  return (
    <Form action={paths.settle(city.slug, answer.id)} idempotencyKey={formKeys[1]}>
      <Textarea
        lang={lang}
        name="settlement"
        label={words.settle}
        hint={words.settleHint}
        required
        max={answerLimits.reason}
        value={typed.body}
        error={typed.error}
      />
      <Button>{words.settleSend}</Button>
    </Form>
  )
}

const More = (props: ConversationProps) => {
  const { lang, city, answer, formKey } = props
  const words = sentences[lang].answer
  const typed = typedIn(props, 'body')
  return (
    <Form action={paths.answer(city.slug, answer.id)} idempotencyKey={formKey} keepsChanges>
      <Textarea
        lang={lang}
        name="body"
        label={words.more}
        required
        rows={4}
        max={answerLimits.body}
        value={typed.body}
        error={typed.error}
      />
      <Button>{words.send}</Button>
    </Form>
  )
}

/** For those who have nothing to write back. */
const Read = ({ lang, city, answer, formKeys }: ConversationProps) => {
  const words = sentences[lang].answer
  return (
    <Form action={paths.read(city.slug, answer.id)} idempotencyKey={formKeys[2]}>
      <p>{words.readHint}</p>
      <Button kind="secondary">{words.markRead}</Button>
    </Form>
  )
}

/** What both sides wrote to each other about an offer. */
export const ConversationPage = (props: ConversationProps) => {
  const { lang, city, answer, messages, typed } = props
  const words = sentences[lang].answer
  const topic = say(topicOf(answer), lang)
  return (
    <>
      <ErrorSummary lang={lang} errors={typed ? [{ id: typed.name, message: typed.error }] : []} />
      <Heading level={1}>{answer.offerId === null ? topic : words.conversation(topic)}</Heading>
      <Lead>{words.between(answer.groupName, answer.authorName)}</Lead>
      <Reported {...props} />
      <Section id="messages" title={words.body}>
        <ol class="messages">
          {messages.map((message) => (
            <li key={message.id}>
              <p class="message-head">
                {message.authorName} <When time={momentText(message.at, lang)} />
              </p>
              <p class="prose">{message.body}</p>
            </li>
          ))}
        </ol>
      </Section>
      {props.mayGoOn && <More {...props} />}
      {props.toRead && <Read {...props} />}
      {props.maySettle && <Settle {...props} />}
      {props.mayReport && <Report {...props} />}
      <p>
        {answer.offerId === null ? (
          <a href={groupPaths.group(city.slug, answer.groupId)}>{answer.groupName}</a>
        ) : (
          <a href={paths.offer(city.slug, answer.offerId)}>{answer.offerTitle}</a>
        )}
      </p>
    </>
  )
}
