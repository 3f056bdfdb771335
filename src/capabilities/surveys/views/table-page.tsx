import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ErrorSummary,
  FileInput,
  Form,
  Heading,
  HiddenInput,
  Lead,
  Section,
  Table,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { paths } from '../paths.ts'
import { read } from '../questionnaire.ts'
import type { FieldProblem } from '../read-answers.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'
import type { TableRow } from '../table.ts'

type TablePageProps = {
  readonly lang: Language
  readonly city: City
  readonly survey: Survey
  readonly formKey: () => string
  readonly problems: readonly FieldProblem[]
  /** What a file would bring; none before one was sent. */
  readonly rows: readonly TableRow[] | undefined
  /** The table as it is sent once more to be taken in. */
  readonly content: string
}

const mostShown = 200

const Found = ({ lang, city, survey, formKey, rows = [], content }: TablePageProps) => {
  const words = sentences[lang].table
  const good = rows.filter(({ sheet }) => sheet).length
  const refused = rows.filter(({ sheet }) => !sheet)
  return (
    <Section id="found" title={words.found(good, rows.length)}>
      {refused.length > 0 && (
        <Table
          lang={lang}
          id="refused"
          caption={words.refused}
          columns={[
            { label: words.row, heading: true, cell: ({ number }) => String(number) },
            {
              label: words.why,
              cell: ({ problems }) => problems.map((text) => say(text, lang)).join(' '),
            },
          ]}
          rows={refused.slice(0, mostShown)}
        />
      )}
      {good === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Form action={paths.table(city.slug, survey.id)} idempotencyKey={formKey()}>
          <HiddenInput name="content" value={content} />
          <p>{words.goOnText}</p>
          <Button>{words.goOn(good)}</Button>
        </Form>
      )}
    </Section>
  )
}

/** Answers in a table: looked at row by row, then taken in. */
export const TablePage = (props: TablePageProps) => {
  const { lang, city, survey, formKey, problems, rows } = props
  const words = sentences[lang].table
  const error = problems[0]
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      <Heading level={1} over={read(survey.texts.title, lang)}>
        {words.title}
      </Heading>
      <Lead>{words.lead}</Lead>
      <p>
        <a href={paths.template(city.slug, survey.id)}>{words.template}</a>
      </p>
      {rows && <Found {...props} />}
      <Form action={paths.table(city.slug, survey.id)} idempotencyKey={formKey()} files>
        <FileInput
          lang={lang}
          name="table"
          label={words.file}
          required
          accept={['.csv', '.xlsx']}
          limits={{ types: 'CSV, Excel', size: '10MB' }}
          error={error && say(error.text, lang)}
        />
        <Button kind={rows ? 'secondary' : 'primary'}>{words.read}</Button>
      </Form>
    </>
  )
}
