import { type Language, say } from '#kernel/bilingual.ts'
import { wordOf } from '#kernel/city.ts'
import { formatYen } from '#kernel/money.ts'
import { Button, ButtonRow, Form, HiddenInput, RadioGroup, Select } from '#web/ui/index.ts'
import type { Call } from '../../programmes/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import type { StartPageProps } from './start-page.tsx'

const paperChannels = ['counter', 'post', 'phone', 'mail'] as const

const errorOf = ({ errors }: StartPageProps, id: string): string | undefined =>
  errors.find((error) => error.id === id)?.message

const Types = (props: StartPageProps) => {
  const { lang, call, typed } = props
  const words = sentences[lang].start
  return (
    <RadioGroup
      lang={lang}
      name="type"
      label={words.type}
      required
      value={typed.type}
      error={errorOf(props, 'type')}
      options={call.definition.types.map((type) => ({
        value: type.code,
        label: say(type.name, lang),
        hint: [
          say(type.about, lang),
          type.themed ? `［${words.themed}］` : '',
          type.cap === null ? say(type.funding, lang) : words.cap(formatYen(type.cap, lang)),
        ]
          .filter(Boolean)
          .join(' '),
      }))}
    />
  )
}

const ThemeChoice = (props: StartPageProps) => {
  const { lang, city, call, themes, typed } = props
  const words = sentences[lang].start
  const themed = call.definition.types.filter((type) => type.themed)
  if (themed.length === 0) return null
  if (themes.length === 0) return <p>{words.noThemes}</p>
  const themeWord = say(wordOf(city, 'theme', { ja: 'テーマ', en: 'theme' }), lang)
  return (
    <Select
      lang={lang}
      name="theme"
      label={`${words.theme}${lang === 'ja' ? `（${themeWord}）` : ` (${themeWord})`}`}
      hint={words.themeHint(
        themed.map(({ name }) => say(name, lang)).join(lang === 'ja' ? '」「' : '”, “'),
      )}
      value={typed.theme}
      error={errorOf(props, 'theme')}
      options={themes.map(({ id, title }) => ({ value: id, label: title }))}
    />
  )
}

const registeringText = ({ definition }: Call, name: string, lang: Language): string =>
  sentences[lang].start.registering[definition.registration === 'with' ? 'with' : 'before'](name)

/** The first questions themselves. */
export const BeginForm = (props: StartPageProps) => {
  const { lang, city, call, groups, issue, onPaper, typed, formKey } = props
  const words = sentences[lang].start
  return (
    <Form action={paths.begin(city.slug)} idempotencyKey={formKey}>
      <HiddenInput name="call" value={call.id} />
      {props.consultation && <HiddenInput name="consultation" value={props.consultation.id} />}
      {issue && <HiddenInput name="issue" value={issue.id} />}
      <RadioGroup
        lang={lang}
        name="group"
        label={words.group}
        required
        value={typed.group || (groups.length === 1 ? groups[0]?.id : undefined)}
        error={errorOf(props, 'group')}
        options={groups.map(({ id, name, registration }) => ({
          value: id,
          label: name,
          hint: registration === 'applied' ? registeringText(call, name, lang) : undefined,
        }))}
      />
      <Types {...props} />
      <ThemeChoice {...props} />
      {issue && (
        <p>
          {words.issue}: {issue.title}
        </p>
      )}
      {onPaper && (
        <RadioGroup
          lang={lang}
          name="channel"
          label={words.channel}
          required
          hint={words.channelHint}
          value={typed.channel}
          error={errorOf(props, 'channel')}
          options={paperChannels.map((one) => ({
            value: one,
            label: sentences[lang].channels[one],
          }))}
        />
      )}
      <ButtonRow>
        <Button size="large">{words.begin}</Button>
      </ButtonRow>
    </Form>
  )
}
