import { inBrackets, type Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { momentText } from '#web/moment.ts'
import { Button, Form, Section, Textarea, When } from '#web/ui/index.ts'
import type { Message } from '../message-queries.ts'
import { paths } from '../paths.ts'
import { roleText } from '../role.ts'
import { sentences } from '../sentences.ts'
import type { SubjectRef } from '../subject.ts'

type ConversationProps = {
  readonly lang: Language
  readonly city: City
  readonly subject: SubjectRef
  readonly messages: readonly Message[]
  readonly formKey: string
  readonly error?: string | undefined
  readonly typed?: string | undefined
}

/** The form for one more message. */
export const MessageForm = ({ lang, city, subject, formKey, error, typed }: ConversationProps) => (
  <Form action={paths.messages(city.slug, subject)} idempotencyKey={formKey}>
    <Textarea
      lang={lang}
      name="body"
      label={sentences[lang].messageLabel}
      hint={sentences[lang].messageHint}
      required
      rows={4}
      value={typed}
      error={error}
    />
    <Button kind="secondary">{sentences[lang].messageSend}</Button>
  </Form>
)

/** What the people concerned wrote to each other, and room for one more message. */
export const Conversation = (props: ConversationProps) => {
  const { lang, city, messages } = props
  const words = sentences[lang]
  return (
    <Section id="messages" title={words.messagesTitle}>
      {messages.length === 0 ? (
        <p>{words.messagesEmpty}</p>
      ) : (
        <ol class="messages">
          {messages.map((message) => (
            <li key={message.id}>
              <p class="message-head">
                {message.authorName}
                {inBrackets(roleText(message.authorRole, city, lang), lang)}{' '}
                <When time={momentText(message.at, lang)} />
              </p>
              <p class="prose">{message.body}</p>
            </li>
          ))}
        </ol>
      )}
      <MessageForm {...props} />
    </Section>
  )
}
