import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Checkbox,
  CheckboxGroup,
  DateInput,
  FileInput,
  MoneyInput,
  RadioGroup,
  RepeatedRows,
  Select,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { acceptedEndings, procedurePaths, sizeText } from '../../procedures/index.ts'
import {
  type Answers,
  listAnswer,
  optionsOf,
  rowsAnswer,
  sumColumn,
  textAnswer,
} from '../answers.ts'
import { byHandName, isByHand } from '../by-hand.ts'
import type { FormField } from '../definition.ts'
import { sentences } from '../sentences.ts'
import type { Filled } from './filled.ts'

export type FieldViewProps = {
  readonly lang: Language
  readonly city: City
  readonly field: FormField
  readonly filled: Filled
}

const problemFor = (filled: Filled, name: string, lang: Language): string | undefined => {
  const found = filled.problems?.find((problem) => problem.name === name)
  return found && say(found.text, lang)
}

const baseProps = ({ lang, field, filled }: FieldViewProps) => ({
  lang,
  name: field.code,
  label: say(field.label, lang),
  required: field.required,
  hint: field.hint && say(field.hint, lang),
  error: problemFor(filled, field.code, lang),
})

const ChoiceField = (props: FieldViewProps) => {
  const { lang, city, field, filled } = props
  const options = optionsOf(field, city).map(({ code, label }) => ({
    value: code,
    label: say(label, lang),
  }))
  if (field.kind === 'choices')
    return (
      <CheckboxGroup
        {...baseProps(props)}
        options={options}
        values={[...listAnswer(filled.answers, field.code)]}
      />
    )
  if (options.length > 7)
    return (
      <Select
        {...baseProps(props)}
        options={options}
        value={textAnswer(filled.answers, field.code)}
      />
    )
  return (
    <RadioGroup
      {...baseProps(props)}
      options={options}
      value={textAnswer(filled.answers, field.code)}
    />
  )
}

const YesNoField = (props: FieldViewProps) => {
  const { lang, field, filled } = props
  const value = filled.answers[field.code]
  const options = [
    { value: 'yes', label: sentences[lang].yes },
    { value: 'no', label: sentences[lang].no },
  ]
  return (
    <RadioGroup
      {...baseProps(props)}
      inline
      options={options}
      value={value === true ? 'yes' : value === false ? 'no' : ''}
    />
  )
}

const TableField = (props: FieldViewProps) => {
  const { lang, field, filled } = props
  const rows = rowsAnswer(filled.answers, field.code)
  const errors = Object.fromEntries(
    (filled.problems ?? [])
      .filter((problem) => problem.name.startsWith(`${field.code}.`))
      .map((problem) => [problem.name, say(problem.text, lang)]),
  )
  return (
    <RepeatedRows
      {...baseProps(props)}
      columns={(field.columns ?? []).map((column) => ({
        ...column,
        label: say(column.label, lang),
      }))}
      rows={rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([code, cell]) => [code, String(cell)])),
      )}
      spare={(rows.length === 0 ? 2 : 1) + (filled.moreRows === field.code ? 1 : 0)}
      grown={filled.moreRows === field.code}
      errors={errors}
      sum={
        field.sum
          ? { column: field.sum, text: formatNumber(sumColumn(rows, field.sum)) }
          : undefined
      }
    />
  )
}

const FileField = (props: FieldViewProps & { readonly citySlug: string }) => {
  const { lang, field, filled, citySlug } = props
  const kept = (filled.files?.get(field.code) ?? []).map((file) => ({
    id: file.id,
    name: file.name,
    size: sizeText(file.bytes),
    href: procedurePaths.file(citySlug, file.id),
  }))
  return (
    <>
      <FileInput
        {...baseProps(props)}
        multiple
        accept={acceptedEndings}
        limits={{ types: sentences[lang].fileKinds, size: sentences[lang].fileSize }}
        kept={kept}
      />
      {field.byHand && (
        <Checkbox
          lang={lang}
          name={byHandName(field.code)}
          label={sentences[lang].byHand.choose(say(field.label, lang))}
          checked={isByHand(field, filled.answers)}
        />
      )}
    </>
  )
}

const inputTypes = { email: 'email', phone: 'tel', url: 'url' } as const

const LineField = (props: FieldViewProps) => {
  const { field, filled } = props
  const value = textAnswer(filled.answers, field.code)
  const type = inputTypes[field.kind as keyof typeof inputTypes] ?? 'text'
  const figures =
    field.kind === 'number' || field.kind === 'postal' || field.kind === 'corporate_number'
  return (
    <TextInput
      {...baseProps(props)}
      type={type}
      value={value}
      inputmode={figures ? 'numeric' : undefined}
      width={figures ? 'short' : field.kind === 'phone' ? 'medium' : 'full'}
      autocomplete="off"
      unit={field.unit && say(field.unit, props.lang)}
    />
  )
}

/** The control that a field's kind asks for, filled in. */
export const FieldControl = (props: FieldViewProps) => {
  const { lang, city, field, filled } = props
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return <ChoiceField {...props} />
    case 'yes_no':
      return <YesNoField {...props} />
    case 'declaration':
      return (
        <Checkbox {...baseProps(props)} value="yes" checked={filled.answers[field.code] === true} />
      )
    case 'table':
      return <TableField {...props} />
    case 'file':
      return <FileField {...props} citySlug={city.slug} />
    case 'money':
      return <MoneyInput {...baseProps(props)} value={moneyText(filled.answers, field.code)} />
    case 'date':
      return <DateInput {...baseProps(props)} value={textAnswer(filled.answers, field.code)} />
    case 'textarea':
      return (
        <Textarea
          {...baseProps(props)}
          value={textAnswer(filled.answers, field.code)}
          rows={5}
          max={field.max}
          lang={lang}
        />
      )
    default:
      return <LineField {...props} />
  }
}

const moneyText = (answers: Answers, code: string): string => {
  const value = answers[code]
  return typeof value === 'number' ? formatNumber(value) : textAnswer(answers, code)
}
