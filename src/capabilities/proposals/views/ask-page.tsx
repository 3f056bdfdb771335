import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Lead,
  RadioGroup,
  ResourceList,
  Select,
} from '#web/ui/index.ts'
import { type Filled, type FormDefinition, FormFields, fieldsOf } from '../../forms/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { type Call, CallDeadline } from '../../programmes/index.ts'
import { consultationSentences } from '../consultation-sentences.ts'
import { paths } from '../paths.ts'
import type { Proposal } from '../proposal.ts'
import { shownTitle } from './labels.tsx'

type Around = { readonly lang: Language; readonly city: City }

/** Which call a consultation is about, where several are ahead. */
export const ChooseConsultationCallPage = ({
  lang,
  city,
  now,
  calls,
  group,
}: Around & { readonly now: Date; readonly calls: readonly Call[]; readonly group: string }) => {
  const words = consultationSentences[lang]
  return (
    <>
      <Heading level={1}>{words.askTitle}</Heading>
      <Lead>{words.chooseCall}</Lead>
      <ResourceList>
        {calls.map((call) => (
          <Card
            key={call.id}
            level={2}
            title={say(call.title, lang)}
            href={paths.askConsultation(city.slug, { call: call.id, group })}
          >
            <CallDeadline lang={lang} call={call} now={now} />
          </Card>
        ))}
      </ResourceList>
    </>
  )
}

export type AskPageProps = Around & {
  readonly call: Call | undefined
  /** The draft it is about, where it is asked for from there. */
  readonly proposal: Pick<Proposal, 'id' | 'title' | 'themeTitle'> | undefined
  /** Themes among which the group chooses while no draft names one. */
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  readonly theme: string
  readonly now: Date
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly group: string
  readonly definition: FormDefinition
  readonly filled: Filled
  readonly errors: readonly FieldError[]
  readonly formKey: string
}

/** What it is about decides for which proposal it counts: said at once, where it is known. */
const ThemeField = ({ lang, proposal, themes, theme, errors }: AskPageProps) => {
  const words = consultationSentences[lang]
  if (proposal || themes.length === 0) return null
  return (
    <Select
      lang={lang}
      name="theme"
      label={words.theme}
      hint={words.themeHint}
      required={false}
      emptyLabel={words.themeNone}
      value={theme}
      error={errors.find(({ id }) => id === 'theme')?.message}
      options={themes.map(({ id, title }) => ({ value: id, label: title }))}
    />
  )
}

const About = ({ lang, proposal }: AskPageProps) => {
  const words = consultationSentences[lang]
  if (!proposal) return null
  return (
    <DescriptionList
      items={[
        { term: words.facts.proposal, description: shownTitle(proposal, lang) },
        ...(proposal.themeTitle
          ? [{ term: words.themeWord, description: proposal.themeTitle }]
          : []),
      ]}
    />
  )
}

const AskForm = (props: AskPageProps) => {
  const { lang, city, call, proposal, groups, group, definition, filled, formKey } = props
  const words = consultationSentences[lang]
  const hasFiles = fieldsOf(definition).some(({ kind }) => kind === 'file')
  return (
    <Form
      action={paths.consultations(city.slug)}
      idempotencyKey={formKey}
      files={hasFiles}
      keepsChanges
    >
      {call && <HiddenInput name="call" value={call.id} />}
      {proposal && <HiddenInput name="proposal" value={proposal.id} />}
      <RadioGroup
        lang={lang}
        name="group"
        label={words.group}
        required
        value={group || (groups.length === 1 ? groups[0]?.id : undefined)}
        error={props.errors.find(({ id }) => id === 'group')?.message}
        options={groups.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ThemeField {...props} />
      <FormFields lang={lang} city={city} definition={definition} filled={filled} />
      <ButtonRow>
        <Button size="large">{words.send}</Button>
      </ButtonRow>
    </Form>
  )
}

/** The city's form for asking for a consultation. */
export const AskPage = (props: AskPageProps) => {
  const { lang, city, call, groups, definition, errors } = props
  const words = consultationSentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={call && say(call.title, lang)}>
        {say(definition.title, lang)}
      </Heading>
      {groups.length === 0 ? (
        <div id="group">
          <EmptyState
            title={words.noGroup}
            action={
              <ButtonLink href={groupPaths.guide(city.slug)}>{words.registerGroup}</ButtonLink>
            }
          >
            <p>{words.noGroupHelp}</p>
          </EmptyState>
        </div>
      ) : (
        <>
          {definition.intro && <Lead>{say(definition.intro, lang)}</Lead>}
          <About {...props} />
          <AskForm {...props} />
        </>
      )}
    </>
  )
}
