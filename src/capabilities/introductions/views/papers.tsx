import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import {
  Button,
  EmptyState,
  FileInput,
  Form,
  Link,
  Pagination,
  RadioGroup,
  Section,
  Select,
  Table,
} from '#web/ui/index.ts'
import { acceptedEndings, sizeText } from '../../procedures/index.ts'
import { pageSizes } from '../lists.ts'
import type { MissingPaper, Paper } from '../paper.ts'
import { paths } from '../paths.ts'
import { type PaperKind, paperKinds } from '../preset.ts'
import { sentences } from '../sentences.ts'
import { missingText } from './labels.tsx'
import { errorOf, PartPage, type PartProblem } from './part-page.tsx'
import { fileKind } from './public-parts.tsx'

export type PapersProps = {
  readonly lang: Language
  readonly city: City
  readonly group: { readonly id: string; readonly name: string }
  readonly papers: readonly Paper[]
  readonly shown: { readonly page: number; readonly total: number }
  readonly missing: readonly MissingPaper[]
  /** Years that can be chosen, the newest first. */
  readonly years: readonly number[]
  readonly typed: { readonly kind: string; readonly year: string; readonly who: string }
  readonly problems: readonly PartProblem[]
  readonly formKeys: readonly [string, string]
}

const Missing = ({ lang, missing }: PapersProps) => {
  if (missing.length === 0) return null
  return (
    <EmptyState title={sentences[lang].hub.missing}>
      <ul>
        {missing.map((paper) => (
          <li key={`${paper.kind}${paper.fiscalYear}`}>
            {missingText(paper, lang)}
            {lang === 'ja' ? '　' : ', '}
            {sentences[lang].papers[paper.asked]}
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}

const AddForm = (props: PapersProps) => {
  const { lang, city, group, years, typed } = props
  const words = sentences[lang].papers
  return (
    <Section id="add" title={words.add}>
      <Form action={paths.papers(city.slug, group.id)} idempotencyKey={props.formKeys[0]} files>
        <Select
          lang={lang}
          name="kind"
          label={words.kind}
          required
          options={paperKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          value={typed.kind}
          error={errorOf(props, 'kind')}
        />
        <Select
          lang={lang}
          name="year"
          label={words.year}
          hint={words.yearHint}
          options={years.map((year) => ({
            value: String(year),
            label: formatFiscalYear(year, lang),
          }))}
          value={typed.year}
          error={errorOf(props, 'year')}
        />
        <FileInput
          lang={lang}
          name="file"
          label={words.file}
          required
          accept={acceptedEndings}
          limits={{ types: words.fileTypes, size: '10MB' }}
          error={errorOf(props, 'file')}
        />
        <RadioGroup
          lang={lang}
          name="who"
          label={words.who}
          hint={words.whoHint}
          required
          options={[
            { value: 'everyone', label: words.everyone },
            { value: 'desk', label: words.desk },
          ]}
          value={typed.who}
        />
        <Button>{words.addButton}</Button>
      </Form>
    </Section>
  )
}

const nameOf = (lang: Language, paper: Paper): string => {
  const kind = sentences[lang].papers.kinds[paper.kind as PaperKind]
  return paper.fiscalYear === null ? kind : `${kind}　${formatFiscalYear(paper.fiscalYear, lang)}`
}

const Choice = ({
  name,
  id,
  checked,
  label,
}: {
  name: string
  id: string
  checked?: boolean
  label: string
}) => (
  <div class="choice">
    <input type="checkbox" id={`${name}-${id}`} name={name} value={id} checked={checked} />
    <label for={`${name}-${id}`}>
      <span class="hidden-text">{label}</span>
    </label>
  </div>
)

const ListForm = (props: PapersProps) => {
  const { lang, city, group, papers, shown } = props
  const words = sentences[lang].papers
  if (papers.length === 0) return null
  return (
    <Section id="list" title={words.list}>
      <Form
        action={paths.paperChanges(city.slug, group.id, shown.page)}
        idempotencyKey={props.formKeys[1]}
      >
        {papers.map(({ id, public: open }) => (
          <>
            <input type="hidden" name="shown" value={id} />
            {open && <input type="hidden" name="was-public" value={id} />}
          </>
        ))}
        <Table
          lang={lang}
          id="papers-table"
          caption={words.caption}
          captionHidden
          stacks
          columns={[
            {
              label: words.paper,
              heading: true,
              cell: (paper: Paper) => (
                <Link
                  lang={lang}
                  href={paths.paper(city.slug, group.id, paper.id)}
                  file={{ type: fileKind(paper.mediaType), size: sizeText(paper.bytes) }}
                >
                  {nameOf(lang, paper)}
                </Link>
              ),
            },
            {
              label: words.public,
              cell: (paper: Paper) => (
                <Choice
                  name="public"
                  id={paper.id}
                  checked={paper.public}
                  label={words.publicOf(nameOf(lang, paper))}
                />
              ),
            },
            {
              label: words.remove,
              cell: (paper: Paper) => (
                <Choice name="remove" id={paper.id} label={words.removeOf(nameOf(lang, paper))} />
              ),
            },
          ]}
          rows={papers}
        />
        <Button>{words.save}</Button>
      </Form>
      <Pagination
        lang={lang}
        page={shown.page}
        pageSize={pageSizes.papers}
        total={shown.total}
        hrefOf={(page) => paths.papers(city.slug, group.id, page)}
      />
    </Section>
  )
}

/** The papers of a group, by year: what there is, what is missing, and more. */
export const PapersPage = (props: PapersProps) => {
  const { lang, problems } = props
  const words = sentences[lang].papers
  return (
    <PartPage
      {...props}
      title={words.title}
      lead={words.lead}
      again={problems.length > 0 ? words.again : undefined}
    >
      <Missing {...props} />
      <AddForm {...props} />
      <ListForm {...props} />
    </PartPage>
  )
}
