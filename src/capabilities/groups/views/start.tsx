import { type Language, say } from '#kernel/bilingual.ts'
import {
  Button,
  ButtonRow,
  ChipLabel,
  DateInput,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  Lead,
  RadioGroup,
  Section,
  TextInput,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { RegistrationClass } from '../preset.ts'
import type { MyGroup } from '../queries/members.ts'
import { registration } from '../registration.ts'
import { registrationSentences } from '../registration-sentences.ts'

/** How paper can come in; the web is not among them. */
export const paperChannels = ['counter', 'post', 'phone', 'mail'] as const
export type PaperChannel = (typeof paperChannels)[number]

type StartProps = {
  /** What the city registers; asked for where there are several. */
  readonly classes: readonly RegistrationClass[]
  readonly chosen: string
  readonly lang: Language
  readonly citySlug: string
  readonly formKey: string
  readonly name: string
  readonly errors: readonly FieldError[]
}

const errorFor = (errors: readonly FieldError[], id: string): string | undefined =>
  errors.find((error) => error.id === id)?.message

const NameField = ({ lang, name, errors }: StartProps) => {
  const words = registrationSentences[lang].start
  return (
    <TextInput
      lang={lang}
      name="name"
      label={words.name}
      hint={words.nameHint}
      required
      value={name}
      error={errorFor(errors, 'name')}
      autocomplete="off"
    />
  )
}

const ClassField = ({ lang, citySlug, classes, chosen, errors }: StartProps) => {
  const words = registrationSentences[lang].start
  if (classes.length < 2) return null
  return (
    <>
      <RadioGroup
        lang={lang}
        name="class"
        label={words.class}
        required
        value={chosen}
        error={errorFor(errors, 'class')}
        options={classes.map(({ code, name, purpose }) => ({
          value: code,
          label: say(name, lang),
          hint: purpose && say(purpose, lang),
        }))}
      />
      <p>
        <a href={paths.guide(citySlug)}>{words.classGuide}</a>
      </p>
    </>
  )
}

const Unfinished = ({ lang, citySlug, mine }: StartProps & { mine: readonly MyGroup[] }) => {
  const words = registrationSentences[lang].start
  if (mine.length === 0) return null
  return (
    <Section id="mine" title={words.mine}>
      <p>{words.mineText}</p>
      <ul>
        {mine.map(({ id, name, state }) => (
          <li key={id}>
            <a href={paths.registration(citySlug, id)}>{name}</a>{' '}
            <ChipLabel>{say(registration.states[state].applicant, lang)}</ChipLabel>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The first question: what the group is called. */
export const StartPage = (props: StartProps & { readonly mine: readonly MyGroup[] }) => {
  const { lang, citySlug, formKey, errors } = props
  const words = registrationSentences[lang].start
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      <Form action={paths.start(citySlug)} idempotencyKey={formKey}>
        <ClassField {...props} />
        <NameField {...props} />
        <ButtonRow>
          <Button>{words.begin}</Button>
        </ButtonRow>
      </Form>
      <Unfinished {...props} />
    </>
  )
}

/** The channel through which paper came, asked of staff. */
export const ChannelField = ({
  lang,
  value,
  error,
}: {
  lang: Language
  value: string
  error?: string | undefined
}) => {
  const words = registrationSentences[lang].paper
  return (
    <RadioGroup
      lang={lang}
      name="channel"
      label={words.channel}
      required
      value={value}
      error={error}
      options={paperChannels.map((channel) => ({ value: channel, label: words.channels[channel] }))}
    />
  )
}

/** Staff begin the registration of a group that came with paper. */
export const PaperPage = (
  props: StartProps & { readonly channel: string; readonly receivedOn: string },
) => {
  const { lang, citySlug, formKey, errors, channel, receivedOn } = props
  const words = registrationSentences[lang].paper
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      <Form action={paths.paper(citySlug)} idempotencyKey={formKey}>
        <ClassField {...props} />
        <NameField {...props} />
        <ChannelField lang={lang} value={channel} error={errorFor(errors, 'channel')} />
        <DateInput
          lang={lang}
          name="received_on"
          label={words.receivedOn}
          hint={words.receivedHint}
          required
          value={receivedOn}
          error={errorFor(errors, 'received_on')}
        />
        <ButtonRow>
          <Button>{registrationSentences[lang].start.begin}</Button>
        </ButtonRow>
      </Form>
    </>
  )
}
