import { type Language, say } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  ButtonRow,
  ChipLabel,
  EmptyState,
  Form,
  Pagination,
  Section,
  Select,
  Table,
} from '#web/ui/index.ts'
import { choiceInput } from '../form.ts'
import { type ImportRow, outcomes, type RowFilter, rowsPageSize } from '../import.ts'
import { paths } from '../paths.ts'
import type { RowCounts } from '../queries/row-lists.ts'
import { sentences } from '../sentences.ts'
import { Details, type RowsProps } from './row-details.tsx'

const tones = {
  create: 'success',
  change: 'info',
  same: undefined,
  suspect: 'key',
  refused: 'error',
  'left-out': undefined,
  read: undefined,
} as const

const Chips = ({ lang, row }: { lang: Language; row: ImportRow }) => {
  const words = sentences[lang]
  const name =
    row.result === null
      ? row.outcome === 'read'
        ? ''
        : words.outcomes[row.outcome]
      : words.results[row.result]
  return (
    <>
      <ChipLabel tone={tones[row.outcome]}>{name}</ChipLabel>
      {row.reverted && (
        <>
          {' '}
          <ChipLabel>{words.reverted[row.reverted]}</ChipLabel>
        </>
      )}
    </>
  )
}

const aboutOf = ({ record, cells }: ImportRow): string => {
  const name = record.name
  return typeof name === 'string' && name !== ''
    ? name
    : cells
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
        .slice(0, 3)
        .join(' ')
        .slice(0, 80)
}

const Choice = ({ props, row }: { props: RowsProps; row: ImportRow }) => {
  const { lang } = props
  const words = sentences[lang]
  return (
    <Select
      lang={lang}
      name={choiceInput(row.number)}
      label={words.choice}
      emptyLabel={words.choose}
      options={[
        ...row.candidates.map(({ id, name, why }) => ({
          value: id,
          label: words.choiceLink(name, say(why, lang)),
        })),
        { value: 'create', label: words.choiceCreate },
        { value: 'leave', label: words.choiceLeave },
      ]}
      value={row.choice ?? ''}
    />
  )
}

const RowTable = (props: RowsProps) => {
  const { lang, one, rows } = props
  const words = sentences[lang]
  return (
    <Table
      lang={lang}
      id="rows"
      caption={words.rowsTitle}
      captionHidden
      stacks
      rows={rows}
      columns={[
        { label: words.row, cell: ({ number }) => formatNumber(number), numeric: true },
        { label: words.outcome, cell: (row) => <Chips lang={lang} row={row} /> },
        { label: words.about, heading: true, cell: aboutOf },
        {
          label: words.details,
          cell: (row) => (
            <>
              <Details props={props} row={row} />
              {one.state === 'checked' && row.outcome === 'suspect' && (
                <Choice props={props} row={row} />
              )}
            </>
          ),
        },
      ]}
    />
  )
}

const Filters = ({ lang, city, one, counts, filter }: RowsProps) => {
  const words = sentences[lang]
  const all: readonly { code: RowFilter; name: string; count: number }[] = [
    { code: '', name: words.allRows, count: counts.all },
    ...outcomes.map((code) => ({
      code,
      name: words.outcomes[code],
      count: counts.outcome(code),
    })),
    { code: 'noted', name: words.noted, count: counts.noted },
    { code: 'left', name: words.leftTitle, count: counts.reverted('left') },
  ]
  return (
    <nav aria-label={words.filterLabel}>
      <ul class="chip-row">
        {all
          .filter(({ code, count }) => count > 0 || code === filter)
          .map(({ code, name, count }) => (
            <li key={code}>
              <a
                href={`${paths.one(city.slug, one.id, { rows: code })}#rows-part`}
                aria-current={code === filter ? 'true' : undefined}
              >
                {name} {formatNumber(count)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** How many rows a filter shows. */
export const countFiltered = (counts: RowCounts, filter: RowFilter): number => {
  if (filter === '') return counts.all
  if (filter === 'noted') return counts.noted
  return filter === 'left' ? counts.reverted('left') : counts.outcome(filter)
}

/** The rows of the file with what would come, or came, of each; suspicious ones with what can be chosen. */
export const RowsPart = (props: RowsProps) => {
  const { lang, city, one, rows, counts, filter, page, formKey } = props
  const words = sentences[lang]
  const chooses = one.state === 'checked' && rows.some(({ outcome }) => outcome === 'suspect')
  return (
    <Section id="rows-part" title={words.rowsTitle}>
      <Filters {...props} />
      {rows.length === 0 ? (
        <EmptyState title={words.noRows}>{words.noRowsText}</EmptyState>
      ) : chooses ? (
        <Form action={paths.choices(city.slug, one.id)} idempotencyKey={formKey()} keepsChanges>
          <RowTable {...props} />
          <ButtonRow>
            <Button kind="secondary">{words.saveChoices}</Button>
            <Button kind="text" name="rest" value="leave">
              {words.restLeave}
            </Button>
            <Button kind="text" name="rest" value="create">
              {words.restCreate}
            </Button>
          </ButtonRow>
        </Form>
      ) : (
        <RowTable {...props} />
      )}
      <Pagination
        lang={lang}
        page={page}
        pageSize={rowsPageSize}
        total={countFiltered(counts, filter)}
        hrefOf={(next) => `${paths.one(city.slug, one.id, { rows: filter, page: next })}#rows-part`}
      />
    </Section>
  )
}
