import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  CheckboxGroup,
  ChipLabel,
  ErrorSummary,
  FilterForm,
  Form,
  Heading,
  HiddenInput,
  Lead,
  Section,
  Select,
  TextInput,
} from '#web/ui/index.ts'
import { draftSentences } from '../draft-sentences.ts'
import { type ItemLink, type LinkKind, linkKinds, linkName } from '../link.ts'
import { paths } from '../paths.ts'
import type { Plan, PlanItem } from '../plan.ts'
import { sentences } from '../sentences.ts'

export interface LinksPageProps {
  lang: Language
  city: City
  plan: Plan
  item: PlanItem
  links: readonly ItemLink[]
  /** What was looked for, and what was found; undefined before. */
  search: {
    readonly kind: LinkKind
    readonly words: string
    readonly found: readonly ItemLink[] | undefined
  }
  problem?: string | undefined
  formKey: () => string
}

function Present({ lang, city, plan, item, links, formKey }: LinksPageProps) {
  const words = draftSentences[lang]
  return (
    <Section id="now" title={words.linksNow}>
      {links.length === 0 && <p>{sentences[lang].noLinks}</p>}
      {links.map((link) => (
        <Form
          key={linkName(link)}
          action={paths.links(city.slug, plan.id, item.no)}
          idempotencyKey={formKey()}
        >
          <HiddenInput name="remove" value={linkName(link)} />
          <p>
            <ChipLabel>{sentences[lang].linkKinds[link.kind]}</ChipLabel>{' '}
            <a href={link.url}>{link.title[lang]}</a>
          </p>
          <Button kind="secondary" size="small">
            <span aria-hidden="true">{words.linksRemove}</span>
            <span class="hidden-text">{words.linksRemoveOf(link.title[lang])}</span>
          </Button>
        </Form>
      ))}
    </Section>
  )
}

function Find(props: LinksPageProps) {
  const { lang, city, plan, item, links, search, problem, formKey } = props
  const words = draftSentences[lang]
  const names = links.map(linkName)
  const found = search.found?.filter((one) => !names.includes(linkName(one)))
  return (
    <Section id="find" title={words.linksFind}>
      <FilterForm action={paths.links(city.slug, plan.id, item.no)}>
        <Select
          lang={lang}
          name="kind"
          label={words.linksKind}
          emptyLabel={sentences[lang].linkKinds.project}
          options={linkKinds
            .filter((kind) => kind !== 'project')
            .map((kind) => ({ value: kind, label: sentences[lang].linkKinds[kind] }))}
          value={search.kind === 'project' ? undefined : search.kind}
        />
        <TextInput lang={lang} name="q" label={words.linksWord} value={search.words} />
        <Button kind="secondary">{words.linksSearch}</Button>
      </FilterForm>
      {found?.length === 0 && <p role="status">{words.linksNothing}</p>}
      {found && found.length > 0 && (
        <Form action={paths.links(city.slug, plan.id, item.no)} idempotencyKey={formKey()}>
          <HiddenInput name="kind" value={search.kind} />
          <HiddenInput name="q" value={search.words} />
          <CheckboxGroup
            lang={lang}
            name="add"
            label={words.linksChoose}
            hint={words.linksFound(found.length)}
            error={problem}
            options={found.map((one) => ({ value: linkName(one), label: one.title[lang] }))}
          />
          <Button>{words.linksAdd}</Button>
        </Form>
      )}
    </Section>
  )
}

/** Where an item is tied to what carries it out. */
export function LinksPage(props: LinksPageProps) {
  const { lang, item, problem } = props
  const words = draftSentences[lang]
  return (
    <>
      {problem && <ErrorSummary lang={lang} errors={[{ id: 'add', message: problem }]} />}
      <Heading level={1} over={`${item.no} ${item.title[lang]}`}>
        {words.linksTitle}
      </Heading>
      <Lead>{words.linksLead(item.title[lang])}</Lead>
      <Present {...props} />
      <Find {...props} />
    </>
  )
}
