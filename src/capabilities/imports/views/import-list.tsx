import { colon, type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf, tokyoTimeOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import type { Importer } from '#web/importer.ts'
import {
  Button,
  ChipLabel,
  EmptyState,
  ErrorSummary,
  FileInput,
  Form,
  Heading,
  Lead,
  Pagination,
  Section,
  Select,
  Table,
} from '#web/ui/index.ts'
import type { Import } from '../import.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

export type ImportListProps = {
  readonly lang: Language
  readonly city: City
  readonly importers: readonly Importer[]
  readonly imports: readonly Import[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly kind: string
  readonly formKey: string
  readonly error?: string | undefined
}

/** Day and time, as people say it. */
export const momentText = (at: Date, lang: Language): string =>
  `${formatDate(tokyoDayOf(at), lang)} ${tokyoTimeOf(at).slice(0, 5)}`

const Upload = (props: ImportListProps) => {
  const { lang, city, importers, kind, formKey, error } = props
  const words = sentences[lang]
  return (
    <Section id="upload" title={words.upload}>
      <Form action={paths.list(city.slug)} idempotencyKey={formKey} files>
        <FileInput
          lang={lang}
          name="file"
          label={words.file}
          required
          hint={words.fileHint}
          accept={['.csv', '.tsv', '.txt', '.xlsx', '.xlsm']}
          limits={{ types: words.fileTypes, size: '25MB' }}
          error={error}
        />
        <Select
          lang={lang}
          name="kind"
          label={words.kind}
          required={false}
          emptyLabel={words.guess}
          options={importers.map((one) => ({
            value: one.kind,
            label: say(one.title, lang),
          }))}
          value={kind}
        />
        <ul>
          {importers.map((one) => (
            <li key={one.kind}>
              <strong>{say(one.title, lang)}</strong>
              {colon[lang]}
              {say(one.about, lang)}
            </li>
          ))}
        </ul>
        <Button>{words.read}</Button>
      </Form>
    </Section>
  )
}

const Templates = ({ lang, city, importers }: ImportListProps) => {
  const words = sentences[lang]
  return (
    <Section id="templates" title={words.templates}>
      <p>{words.templatesText}</p>
      <ul>
        {importers.map((one) => (
          <li key={one.kind}>
            <a href={paths.template(city.slug, one.kind)}>{words.template(say(one.title, lang))}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const toneOf = ({ state }: Import) => {
  if (state === 'done') return 'success'
  if (state === 'failed' || state === 'cancelled') return 'error'
  return state === 'put-away' || state === 'reverted' ? undefined : 'info'
}

const History = (props: ImportListProps) => {
  const { lang, city, importers, imports, total, page, pageSize, kind } = props
  const words = sentences[lang]
  const titleOf = (one: Import): string => {
    const found = importers.find((importer) => importer.kind === one.kind)
    return found ? say(found.title, lang) : one.kind
  }
  return (
    <Section id="history" title={words.history}>
      {imports.length === 0 ? (
        <EmptyState title={words.historyNone}>{words.historyNoneText}</EmptyState>
      ) : (
        <>
          <Table
            lang={lang}
            id="imports"
            caption={words.history}
            captionHidden
            stacks
            rows={imports}
            columns={[
              {
                label: words.file,
                heading: true,
                cell: (one) => <a href={paths.one(city.slug, one.id)}>{one.fileName}</a>,
              },
              { label: words.what, cell: titleOf },
              {
                label: words.state,
                cell: (one) => <ChipLabel tone={toneOf(one)}>{words.states[one.state]}</ChipLabel>,
              },
              {
                label: words.numbers,
                cell: (one) =>
                  words.rows(formatNumber(one.rowCount > 0 ? one.rowCount : one.facts.rows)),
              },
              {
                label: words.who,
                cell: (one) => (one.channel === 'command' ? words.command : one.actorName),
              },
              { label: words.when, cell: (one) => momentText(one.createdAt, lang) },
            ]}
          />
          <Pagination
            lang={lang}
            page={page}
            pageSize={pageSize}
            total={total}
            hrefOf={(next) => paths.list(city.slug, { kind, page: next })}
          />
        </>
      )}
    </Section>
  )
}

/** Where a file is chosen, and what was imported so far. */
export const ImportListPage = (props: ImportListProps) => {
  const { lang, error } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={error ? [{ id: 'file', message: error }] : []} />
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      <Upload {...props} />
      <History {...props} />
      <Templates {...props} />
    </>
  )
}
