import { inBrackets, type Language } from '#kernel/bilingual.ts'
import { Button } from './button.tsx'
import { FieldGroup, type FieldProps } from './form-field.tsx'
import { sentences } from './sentences.ts'
import { pickField } from './text-input.tsx'

export interface RowColumn {
  code: string
  label: string
  kind: 'text' | 'textarea' | 'number' | 'money' | 'date' | 'choice'
  /** What a `choice` is among. */
  options?: readonly { readonly value: string; readonly label: string }[] | undefined
  /** What stands for no choice; 選んでください when left out. */
  emptyLabel?: string | undefined
  required?: boolean | undefined
}

type Row = Readonly<Record<string, string>>

interface RepeatedRowsProps extends FieldProps {
  columns: readonly RowColumn[]
  rows: readonly Row[]
  /** Empty rows after the filled ones. */
  spare?: number | undefined
  /** A row was just asked for: the page opens at the last one. */
  grown?: boolean | undefined
  /** Errors of single cells, by {@link cellName}. */
  errors?: Readonly<Record<string, string>> | undefined
  /** The code of a money column whose sum is shown, and the sum so far as text with commas. */
  sum?: { column: string; text: string } | undefined
}

/** The name and id of one cell: `budget.0.amount`. Rows count from 0. */
export const cellName = (name: string, row: number, column: string): string =>
  `${name}.${row}.${column}`

/** The name of the button that asks for one more row; its value is the name of the rows. */
export const addRowName = 'add_row'

interface CellProps {
  lang: Language
  id: string
  column: RowColumn
  value: string | undefined
  error: string | undefined
  /** The page opens at this cell. */
  opensHere: boolean
}

function Cell({ lang, id, column, value, error, opensHere }: CellProps) {
  const errorId = error ? `${id}-error` : undefined
  const wiring = {
    id,
    name: id,
    'aria-describedby': errorId,
    'aria-invalid': error ? ('true' as const) : undefined,
    autofocus: opensHere,
  }
  const figures = column.kind === 'money' || column.kind === 'number'
  return (
    <div class="cell" data-kind={column.kind}>
      <label for={id}>
        {column.label}
        {column.kind === 'money' &&
          !column.label.includes(sentences[lang].yen) &&
          inBrackets(sentences[lang].yen, lang)}
      </label>
      {column.kind === 'textarea' ? (
        <textarea class="input" rows={2} value={value} {...wiring} />
      ) : column.kind === 'choice' ? (
        <select class="input" value={value ?? ''} {...wiring}>
          <option value="">{column.emptyLabel ?? sentences[lang].choose}</option>
          {column.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          type="text"
          class="input"
          value={value}
          inputmode={figures ? 'numeric' : undefined}
          autocomplete="off"
          data-column={column.code}
          {...wiring}
        />
      )}
      {error && (
        <p class="error-text" id={errorId}>
          {sentences[lang].errorMark}
          {error}
        </p>
      )}
    </div>
  )
}

interface RowFieldsProps extends Pick<RepeatedRowsProps, 'lang' | 'name' | 'columns' | 'errors'> {
  /** A number, or what stands for one in the pattern for new rows. */
  index: number | '#'
  row: Row
  opensHere?: boolean
}

function RowFields(props: RowFieldsProps) {
  const { lang, name, columns, errors, index, row, opensHere = false } = props
  const number =
    typeof index === 'number'
      ? sentences[lang].row(index + 1)
      : sentences[lang].row(0).replace('0', '#')
  return (
    <fieldset class="row">
      <legend>{number}</legend>
      {columns.map((column, at) => {
        const id = `${name}.${index}.${column.code}`
        return (
          <Cell
            key={id}
            lang={lang}
            id={id}
            column={column}
            value={row[column.code]}
            error={errors?.[id]}
            opensHere={opensHere && at === 0}
          />
        )
      })}
    </fieldset>
  )
}

/**
 * Rows of the same fields: budgets, members, dates. Without a script there are spare rows and a button that
 * sends the form to ask for one more; with a script the button adds it at once.
 */
export function RepeatedRows(props: RepeatedRowsProps) {
  const { lang, name, rows, spare = 1, grown = false, sum } = props
  const say = sentences[lang]
  const count = rows.length + spare
  return (
    <FieldGroup {...pickField(props)} hint={props.hint ?? say.emptyRows}>
      <added-rows data-sum={sum?.column}>
        <div class="rows" data-columns={props.columns.length}>
          {Array.from({ length: count }, (_, index) => (
            <RowFields
              key={index}
              {...props}
              index={index}
              row={rows[index] ?? {}}
              opensHere={grown && index === count - 1}
            />
          ))}
          <template>
            <RowFields {...props} index="#" row={{}} errors={undefined} />
          </template>
        </div>
        {sum && (
          <p class="row-sum">
            {say.total} <output>{sum.text}</output> {say.yen}
          </p>
        )}
        <Button kind="secondary" size="small" icon="plus" name={addRowName} value={name}>
          {say.addRow}
        </Button>
      </added-rows>
    </FieldGroup>
  )
}
