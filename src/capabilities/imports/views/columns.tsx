import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Importer, OpenImporter } from '#web/importer.ts'
import {
  Button,
  ButtonRow,
  Disclosure,
  ErrorSummary,
  Form,
  HiddenInput,
  NotificationBanner,
  RadioGroup,
  Section,
  Select,
  Table,
  TextInput,
} from '#web/ui/index.ts'
import { answerInput, columnInput } from '../form.ts'
import type { Import } from '../import.ts'
import { paths } from '../paths.ts'
import type { ImportPlan } from '../plan.ts'
import { sentences } from '../sentences.ts'
import { letterOf } from './labels.ts'

export type ColumnsProps = {
  readonly lang: Language
  readonly city: City
  readonly one: Import
  readonly plan: ImportPlan
  readonly importers: readonly Importer[]
  readonly open: OpenImporter
  readonly formKey: () => string
  /** By the name of the input. */
  readonly problems: Readonly<Record<string, string>>
}

const missingOf = ({ lang, plan, open }: ColumnsProps): readonly string[] =>
  open.columns
    .filter(({ code, required }) => required === true && plan.columns[code] === undefined)
    .map(({ label }) => say(label, lang))

/** The first rows as they stand: which of them is the header can be seen here. */
const FirstRows = ({ lang, one }: ColumnsProps) => {
  const words = sentences[lang]
  const width = Math.min(one.facts.width, 8)
  return (
    <Table
      lang={lang}
      id="first-rows"
      caption={words.firstRows}
      dense
      rows={one.facts.samples.slice(0, 8)}
      columns={[
        { label: words.row, heading: true, cell: ({ number }) => number },
        ...Array.from({ length: width }, (_, at) => ({
          label: letterOf(at + 1),
          cell: ({ cells }: { readonly cells: readonly string[] }) =>
            (cells[at] ?? '').slice(0, 20),
        })),
      ]}
    />
  )
}

const Again = (props: ColumnsProps) => {
  const { lang, city, one, plan, importers, formKey } = props
  const words = sentences[lang]
  return (
    <Disclosure summary={words.again} open={missingOf(props).length > 0}>
      <p>{words.againText}</p>
      <FirstRows {...props} />
      <Form action={paths.columns(city.slug, one.id)} idempotencyKey={formKey()}>
        <HiddenInput name="intent" value="reread" />
        <RadioGroup
          lang={lang}
          name="kind"
          label={words.kind}
          required
          options={importers.map(({ kind, title }) => ({ value: kind, label: say(title, lang) }))}
          value={one.kind}
        />
        {one.facts.sheets.length > 1 && (
          <RadioGroup
            lang={lang}
            name="sheet"
            label={words.sheet}
            required
            options={one.facts.sheets.map((name) => ({ value: name, label: name }))}
            value={plan.sheet}
          />
        )}
        <TextInput
          lang={lang}
          name="header"
          label={words.headerRow}
          required
          hint={words.headerHint}
          width="short"
          inputmode="numeric"
          value={String(plan.header)}
        />
        <Button kind="secondary">{words.reread}</Button>
      </Form>
    </Disclosure>
  )
}

type FileColumn = {
  readonly column: number
  readonly name: string
  readonly examples: readonly string[]
}

const listFileColumns = ({ one, plan }: ColumnsProps): readonly FileColumn[] => {
  const below = one.facts.samples.filter(({ number }) => number > plan.header)
  return Array.from({ length: one.facts.width }, (_, at) => ({
    column: at + 1,
    name: one.header[at] ?? '',
    examples: below
      .map(({ cells }) => cells[at]?.trim() ?? '')
      .filter((cell) => cell !== '')
      .slice(0, 2)
      .map((cell) => (cell.length > 24 ? `${cell.slice(0, 24)}…` : cell)),
  }))
}

const ColumnTable = (props: ColumnsProps) => {
  const { lang, plan, open, problems } = props
  const words = sentences[lang]
  const chosen = new Map(Object.entries(plan.columns).map(([code, column]) => [column, code]))
  const options = open.columns.map(({ code, label, required }) => ({
    value: code,
    label: `${say(label, lang)}${required ? words.required : ''}`,
  }))
  return (
    <Table
      lang={lang}
      id="columns"
      caption={words.columns}
      captionHidden
      stacks
      rows={listFileColumns(props)}
      columns={[
        {
          label: words.header,
          heading: true,
          cell: ({ column, name }) => (
            <>
              {name || words.noHeader} <small>{words.column(letterOf(column))}</small>
            </>
          ),
        },
        {
          label: words.examples,
          cell: ({ examples }) => examples.join(lang === 'ja' ? '／' : ' / '),
        },
        {
          label: words.item,
          cell: ({ column, name }) => (
            <Select
              lang={lang}
              name={columnInput(column)}
              label={
                <span class="hidden-text">
                  {words.itemOf(name || words.column(letterOf(column)))}
                </span>
              }
              emptyLabel={words.unused}
              options={options}
              value={chosen.get(column)}
              error={problems[columnInput(column)]}
            />
          ),
        },
      ]}
    />
  )
}

const Questions = ({ lang, plan, open }: ColumnsProps) => {
  const words = sentences[lang]
  return (
    <Section id="questions" title={words.questions} level={3}>
      {(open.questions ?? []).map(({ code, label, hint, options, usual }) =>
        usual === '' ? (
          <Select
            key={code}
            lang={lang}
            name={answerInput(code)}
            label={say(label, lang)}
            hint={hint && say(hint, lang)}
            required={false}
            options={options.map((one) => ({ value: one.code, label: say(one.name, lang) }))}
            value={plan.answers[code]}
          />
        ) : (
          <RadioGroup
            key={code}
            lang={lang}
            name={answerInput(code)}
            label={say(label, lang)}
            hint={hint && say(hint, lang)}
            options={options.map((one) => ({ value: one.code, label: say(one.name, lang) }))}
            value={plan.answers[code] ?? usual}
          />
        ),
      )}
      <RadioGroup
        lang={lang}
        name="unreadable"
        label={words.unreadable}
        hint={words.unreadableHint}
        options={[
          { value: 'refuse-row', label: words.refuseRow },
          { value: 'leave-cell', label: words.leaveCell },
        ]}
        value={plan.unreadable}
      />
      <p>{words.emptyKeeps}</p>
    </Section>
  )
}

/** What the columns of the file mean: proposed, and mended by people. */
export const ColumnsPart = (props: ColumnsProps) => {
  const { lang, city, one, plan, formKey, problems } = props
  const words = sentences[lang]
  const missing = missingOf(props)
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={Object.entries(problems).map(([id, message]) => ({ id, message }))}
      />
      {missing.length > 0 && (
        <NotificationBanner
          lang={lang}
          kind="warning"
          heading={words.missing(missing.join(lang === 'ja' ? '、' : ', '))}
        />
      )}
      <Again {...props} />
      <Section id="mapping" title={words.columns}>
        <p>{plan.remembered ? words.remembered : words.columnsText}</p>
        <Form action={paths.columns(city.slug, one.id)} idempotencyKey={formKey()} keepsChanges>
          <HiddenInput name="intent" value="check" />
          <ColumnTable {...props} />
          <Questions {...props} />
          <ButtonRow>
            <Button>{words.check}</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Form action={paths.removal(city.slug, one.id)} idempotencyKey={formKey()}>
        <Button kind="text">{words.putAway}</Button>
      </Form>
    </>
  )
}
