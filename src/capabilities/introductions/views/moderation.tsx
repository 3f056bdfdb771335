import { type Bilingual, colon, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { isId } from '#kernel/ids.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Pagination,
  RadioGroup,
  Section,
  Select,
  Table,
  Textarea,
} from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { History, type TimelineEntry } from '../../procedures/index.ts'
import { pageSizes } from '../lists.ts'
import { moderation, type Part, partKinds } from '../moderation.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { errorOf } from './part-page.tsx'

export type ModerationProps = {
  readonly lang: Language
  readonly city: City
  readonly group: { readonly id: string; readonly name: string }
  readonly parts: readonly Part[]
  readonly shown: { readonly page: number; readonly total: number }
  readonly events: readonly TimelineEntry[]
  readonly typed: { readonly part: string; readonly act: string; readonly reason: string }
  readonly problems: readonly { readonly name: string; readonly text: Bilingual }[]
  readonly formKey: string
}

/** What a form calls a part. */
const partKey = ({ kind, id }: Pick<Part, 'kind' | 'id'>): string => `${kind}:${id}`

/** The part that a form names. */
export const readPartKey = (key: string): Pick<Part, 'kind' | 'id'> | undefined => {
  const [name, id = ''] = key.split(':')
  const kind = partKinds.find((one) => one === name)
  return kind && isId(id) ? { kind, id } : undefined
}

const nameOf = (part: Part, lang: Language): string => {
  const kind = sentences[lang].moderation.kinds[part.kind]
  return part.title === '' ? kind : kind + colon[lang] + part.title
}

const Decide = ({ lang, city, group, parts, shown, typed, problems, formKey }: ModerationProps) => {
  const words = sentences[lang].moderation
  return (
    <Form action={paths.moderation(city.slug, group.id, shown.page)} idempotencyKey={formKey}>
      <Select
        lang={lang}
        name="part"
        label={words.part}
        required
        options={parts.map((part) => ({ value: partKey(part), label: nameOf(part, lang) }))}
        value={typed.part}
        error={errorOf({ problems, lang }, 'part')}
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
        error={errorOf({ problems, lang }, 'act')}
      />
      <Textarea
        lang={lang}
        name="reason"
        label={words.why}
        hint={words.whyHint}
        rows={4}
        max={1000}
        value={typed.reason}
        error={errorOf({ problems, lang }, 'reason')}
      />
      <Button>{words.send}</Button>
    </Form>
  )
}

/** For the desk: every public part of a group's page, and how to take one out of sight. */
export const ModerationPage = (props: ModerationProps) => {
  const { lang, city, group, parts, shown, problems, events } = props
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
          <Pagination
            lang={lang}
            page={shown.page}
            pageSize={pageSizes.parts}
            total={shown.total}
            hrefOf={(page) => paths.moderation(city.slug, group.id, page)}
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
