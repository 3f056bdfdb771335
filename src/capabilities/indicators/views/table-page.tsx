import type { Language } from '#kernel/bilingual.ts'
import {
  Button,
  ErrorSummary,
  type FieldError,
  FileInput,
  Form,
  Heading,
  Lead,
  Section,
  Textarea,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

interface TablePageProps {
  lang: Language
  citySlug: string
  pasted: string
  errors: readonly FieldError[]
  newKey: () => string
}

/** Where the table of values is downloaded and given back. */
export function TablePage({ lang, citySlug, pasted, errors, newKey }: TablePageProps) {
  const words = sentences[lang]
  const table = paths.table(citySlug)
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1}>{words.tableTitle}</Heading>
      <Lead>{words.tableLead}</Lead>
      <Section id="get" title={words.tableGet}>
        <ul class="inline-list">
          <li>
            <a href={`${table}?as=xlsx`}>{words.downloadExcel}</a>
          </li>
          <li>
            <a href={`${table}?as=csv`}>{words.downloadCsv}</a>
          </li>
        </ul>
      </Section>
      <Section id="give" title={words.tableGive}>
        <Form action={table} idempotencyKey={newKey()} files>
          <FileInput
            lang={lang}
            name="table"
            label={words.tableFile}
            required={false}
            accept={['.xlsx', '.csv', '.tsv', '.txt']}
            limits={{ types: words.tableTypes, size: '5MB' }}
            error={errorOf('table')}
          />
          <Textarea
            lang={lang}
            name="pasted"
            label={words.tablePasted}
            hint={words.tablePastedHint}
            required={false}
            rows={8}
            value={pasted}
            error={errorOf('pasted')}
          />
          <Button>{words.tablePreview}</Button>
        </Form>
      </Section>
    </>
  )
}
