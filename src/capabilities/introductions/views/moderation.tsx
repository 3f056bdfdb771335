import { type Bilingual, colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  RadioGroup,
  Section,
  Select,
  Table,
  Textarea,
} from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { History, type TimelineEntry } from '../../procedures/index.ts'
import { moderation, type Part } from '../moderation.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

export type ModerationProps = {
  readonly lang: Language
  readonly city: City
  readonly group: { readonly id: string; readonly name: string }
  readonly parts: readonly Part[]
  readonly events: readonly TimelineEntry[]
  readonly typed: { readonly part: string; readonly act: string; readonly reason: string }
  readonly problems: readonly { readonly name: string; readonly text: Bilingual }[]
  readonly formKey: string
}

/** What a form calls a part. */
export const partKey = ({ kind, id }: Pick<Part, 'kind' | 'id'>): string => `${kind}:${id}`

const nameOf = (part: Part, lang: Language): string => {
  const kind = sentences[lang].moderation.kinds[part.kind]
  return part.title === '' ? kind : kind + colon[lang] + part.title
}

const Decide = ({ lang, city, group, parts, typed, problems, formKey }: ModerationProps) => {
  const words = sentences[lang].moderation
  const errorOf = (name: string): string | undefined => {
    const found = problems.find((problem) => problem.name === name)
    return found && say(found.text, lang)
  }
  return (
    <Form action={paths.moderation(city.slug, group.id)} idempotencyKey={formKey}>
      <Select
        lang={lang}
        name="part"
        label={words.part}
        required
        options={parts.map((part) => ({ value: partKey(part), label: nameOf(part, lang) }))}
        value={typed.part}
        error={errorOf('part')}
      />
      <RadioGroup
        lang={lang}
        name="act"
        label={words.act}
        required
        options={(['hide', 'show'] as const).map((name) => ({
          value: name,
          label: say(
            moderation.transitions.find((one) => one.name === name)?.label ?? { ja: '', en: '' },
            lang,
          ),
        }))}
        value={typed.act || 'hide'}
        error={errorOf('act')}
      />
      <Textarea
        lang={lang}
        name="reason"
        label={words.why}
        hint={words.whyHint}
        rows={4}
        max={1000}
        value={typed.reason}
        error={errorOf('reason')}
      />
      <Button>{words.send}</Button>
    </Form>
  )
}

/** For the desk: every public part of a group's page, and how to take one out of sight. */
export const ModerationPage = (props: ModerationProps) => {
  const { lang, city, group, parts, problems, events } = props
  const words = sentences[lang].moderation
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={problems.map(({ name, text }) => ({ id: name, message: say(text, lang) }))}
      />
      <Heading level={1} over={group.name}>
        {words.title}
      </Heading>
      <Lead>{words.lead}</Lead>
      {parts.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <Table
            lang={lang}
            id="parts"
            caption={words.title}
            captionHidden
            stacks
            columns={[
              { label: words.kind, cell: (part: Part) => words.kinds[part.kind] },
              {
                label: words.name,
                heading: true,
                cell: (part: Part) => part.title || words.kinds[part.kind],
              },
              {
                label: words.state,
                cell: (part: Part) => say(moderation.states[part.state].staff, lang),
              },
              { label: words.reason, cell: (part: Part) => part.reason ?? '' },
            ]}
            rows={parts}
          />
          <Section id="decide" title={words.act}>
            <Decide {...props} />
          </Section>
        </>
      )}
      {events.length > 0 && <History lang={lang} city={city} entries={events} withNames />}
      <p>
        <a href={groupPaths.group(city.slug, group.id)}>{sentences[lang].hub.toPage}</a>
      </p>
    </>
  )
}
