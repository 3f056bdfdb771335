import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { ChipLabel, Section, Table } from '#web/ui/index.ts'
import {
  type Answer,
  type Answers,
  answerText,
  type FormDefinition,
  type FormField,
  findField,
  isByHand,
  isKept,
  listAnswer,
  optionsOf,
  visibilities,
  visibilityName,
} from '../../forms/index.ts'
import { FileLinks, type StoredFile } from '../../procedures/index.ts'
import type { KeptOn } from '../kept.ts'
import { type Choices, fieldCodeOf, isChoice } from '../openness.ts'
import { isOpen, type Revision } from '../revision.ts'
import { sentences } from '../sentences.ts'

export type DifferencesProps = {
  readonly lang: Language
  readonly city: City
  readonly revision: Revision
  /** The form on which the new answers stand. */
  readonly definition: FormDefinition
  readonly answers: Answers
  /** Who is to read what, as it was sent. */
  readonly visibility: Choices
  readonly files: ReadonlyMap<string, readonly StoredFile[]>
  /** Papers that the product keeps, as they stood on the day of the sending. */
  readonly kept: KeptOn
}

/** How far the new answer of a field has come. */
const Effect = ({ lang, revision, code }: DifferencesProps & { readonly code: string }) => {
  const words = sentences[lang].page
  if (revision.applied.includes(code)) return <ChipLabel tone="success">{words.done}</ChipLabel>
  const isOver = !isOpen(revision)
  return <ChipLabel tone="warning">{isOver ? words.never : words.waits}</ChipLabel>
}

/** An answer in words; several choices in the city's order, whichever was ticked first. */
const textOf = (
  { lang, city }: Pick<DifferencesProps, 'lang' | 'city'>,
  field: FormField,
  answer: Answer | undefined,
): string => {
  const chosen = listAnswer({ [field.code]: answer ?? [] }, field.code)
  const known = optionsOf(field, city).map(({ code }) => code)
  const sorted = [
    ...known.filter((code) => chosen.includes(code)),
    ...chosen.filter((code) => !known.includes(code)),
  ]
  return answerText(field, field.kind === 'choices' ? sorted : answer, { lang, city })
}

/** A row: an answer that is to change, or who may read it. */
type Difference = { readonly code: string; readonly field: FormField }

const visibilityText = (lang: Language, kept: unknown): Child => {
  const one = visibilities.find((known) => known === kept)
  return one ? visibilityName(one, lang) : sentences[lang].page.nothing
}

/** The paper as it is kept here: what it said on that day, and where it is read. */
const keptPaper = ({ lang, city, kept }: DifferencesProps, { code }: FormField): Child => {
  const words = sentences[lang].page
  const standing = kept.papers.get(code)
  if (!standing) return words.keptGone
  return (
    <>
      <a href={standing.path(city.slug)}>{words.kept(formatDate(kept.day, lang))}</a>
      <br />
      <span class="note">{words.keptText(say(standing.text, lang))}</span>
    </>
  )
}

const afterOf = (props: DifferencesProps, { code, field }: Difference): Child => {
  if (isChoice(code)) return visibilityText(props.lang, props.visibility[field.code])
  const { lang, city, answers, files } = props
  const attached = files.get(field.code)
  if (field.kind === 'file') {
    if (attached?.length) return <FileLinks lang={lang} citySlug={city.slug} files={attached} />
    if (isByHand(field, answers)) return sentences[lang].page.byHand
    return isKept(field, answers) ? keptPaper(props, field) : '—'
  }
  const text = textOf(props, field, answers[field.code])
  return text === '' ? sentences[lang].page.nothing : <span class="prose">{text}</span>
}

const beforeOf = (props: DifferencesProps, { code, field }: Difference): Child => {
  if (isChoice(code)) return visibilityText(props.lang, props.revision.before[code])
  const text = textOf(props, field, props.revision.before[field.code])
  return text === '' ? sentences[props.lang].page.nothing : <span class="prose">{text}</span>
}

/** The field with the part of the form it stands in: there are two names and two telephones. */
const Name = ({ lang, definition, field, code }: DifferencesProps & Difference) => {
  const section = definition.sections.find(({ fields }) => fields.includes(field))
  return (
    <>
      {say(field.label, lang)}
      {isChoice(code) && sentences[lang].page.whoReads}
      {section && (
        <>
          <br />
          <span class="note">{say(section.title, lang)}</span>
        </>
      )}
    </>
  )
}

/** What was registered and what is to be, side by side, for the group and for the desk. */
export const Differences = (props: DifferencesProps) => {
  const { lang, revision, definition } = props
  const words = sentences[lang].page
  const fields = [...revision.applied, ...revision.waiting]
    .map((code) => ({ code, field: findField(definition, fieldCodeOf(code)) }))
    .filter((one): one is Difference => one.field !== undefined)
  return (
    <Section id="changes" title={words.changes}>
      {fields.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <>
          <p>{words.changesText}</p>
          <Table<Difference>
            lang={lang}
            id="revision-changes"
            caption={words.changes}
            captionHidden
            stacks
            columns={[
              {
                label: words.field,
                heading: true,
                cell: (row) => <Name {...props} {...row} />,
              },
              { label: words.before, cell: (row) => beforeOf(props, row) },
              { label: words.after, cell: (row) => afterOf(props, row) },
              { label: words.effect, cell: ({ code }) => <Effect {...props} code={code} /> },
            ]}
            rows={fields}
          />
        </>
      )}
    </Section>
  )
}
