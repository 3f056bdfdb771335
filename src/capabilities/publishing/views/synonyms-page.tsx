import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatInstant } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  Section,
  Textarea,
} from '#web/ui/index.ts'
import { defaultSynonyms } from '../default-synonyms.ts'
import { paths } from '../paths.ts'
import type { StoredSynonyms } from '../queries/synonyms.ts'
import { type LineProblem, writeSynonymList } from '../synonym-list.ts'
import { synonymSentences } from '../synonym-sentences.ts'

export type SynonymsPageProps = {
  readonly lang: Language
  readonly city: City
  /** The city's own list; undefined while the product's holds. */
  readonly stored: StoredSynonyms | undefined
  /** What was typed, where it could not be taken. */
  readonly typed?: string | undefined
  readonly problems?: readonly LineProblem[] | undefined
  readonly clash?: boolean | undefined
  readonly keys: { readonly save: string; readonly restore: string }
}

const Groups = ({ lists }: { lists: readonly (readonly string[])[] }) => (
  <ul>
    {lists.map((words) => (
      <li key={words.join()}>{words.join('、')}</li>
    ))}
  </ul>
)

const ListForm = (props: SynonymsPageProps) => {
  const { lang, city, stored, typed, problems = [], keys } = props
  const words = synonymSentences[lang]
  const standing = writeSynonymList(stored?.groups ?? defaultSynonyms)
  return (
    <Form action={paths.synonyms(city.slug)} idempotencyKey={keys.save} keepsChanges>
      <HiddenInput name="revision" value={String(stored?.revision ?? 0)} />
      <Textarea
        lang={lang}
        name="list"
        label={words.label}
        hint={words.hint}
        rows={24}
        value={typed ?? standing}
        error={problems.map((problem) => words.problem(problem)).join(' ') || undefined}
      />
      <ButtonRow>
        <Button>{words.save}</Button>
      </ButtonRow>
    </Form>
  )
}

/** The city's list beside the product's: what is missing, and the way back. */
const Original = ({ lang, city, stored, keys }: SynonymsPageProps) => {
  if (!stored) return null
  const words = synonymSentences[lang]
  const own = new Set(stored.groups.map((group) => group.join()))
  const missing = defaultSynonyms.filter((group) => !own.has(group.join()))
  return (
    <>
      {missing.length > 0 && (
        <Disclosure summary={words.missing(formatNumber(missing.length))}>
          <Groups lists={missing} />
        </Disclosure>
      )}
      <Section id="restore" title={words.restore}>
        <p>{words.restoreText}</p>
        <Form action={paths.originalSynonyms(city.slug)} idempotencyKey={keys.restore}>
          <HiddenInput name="revision" value={String(stored.revision)} />
          <Button kind="secondary">{words.restore}</Button>
        </Form>
      </Section>
    </>
  )
}

/** 検索の同義語: one box with a group of words on each line. */
export const SynonymsPage = (props: SynonymsPageProps) => {
  const { lang, city, stored, problems = [], clash } = props
  const words = synonymSentences[lang]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      <ErrorSummary
        lang={lang}
        errors={problems.map((problem) => ({ id: 'list', message: words.problem(problem) }))}
      />
      {clash && (
        <NotificationBanner lang={lang} kind="warning" heading={words.clash}>
          <p>{words.clashText}</p>
          <Disclosure summary={words.theirs} open>
            <Groups lists={stored?.groups ?? defaultSynonyms} />
          </Disclosure>
        </NotificationBanner>
      )}
      {stored?.changedAt ? (
        <p>{words.isOwn(formatInstant(stored.changedAt, lang))}</p>
      ) : (
        <p>{words.isDefault}</p>
      )}
      <ListForm {...props} />
      <Section id="try" title={words.tryTitle}>
        <p>{words.tryText}</p>
        <ButtonLink href={paths.search(city.slug)} kind="secondary">
          {words.try}
        </ButtonLink>
      </Section>
      <Original {...props} />
    </>
  )
}
