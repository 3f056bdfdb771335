import type { Language } from '#kernel/bilingual.ts'
import { Button, type FieldError, FileInput, Form, Section, Textarea } from '#web/ui/index.ts'
import { paths, type YearPlace } from '../paths.ts'
import type { Part, Round } from '../round.ts'
import { sentences } from '../sentences.ts'
import { YearFrame } from './year-frame.tsx'

type TablePageProps = {
  readonly lang: Language
  readonly round: Round
  readonly at: YearPlace
  readonly part: Part
  readonly pasted: string
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

/** Where a filled-in file is given, or rows are pasted. */
export const TablePage = (props: TablePageProps) => {
  const { lang, at, part, pasted, errors, newKey } = props
  const words = sentences[lang]
  const table = paths.table(at, part.department)
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message
  return (
    <YearFrame {...props} title={words.tableTitle} lead={words.tableLead}>
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
    </YearFrame>
  )
}
