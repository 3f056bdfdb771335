import { formatDateToWrite } from '#kernel/date-text.ts'
import type { Autocomplete, InputMode, TextType } from '#web/html/elements-form.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { type FieldProps, FormField, wireField } from './form-field.tsx'
import { sentences } from './sentences.ts'

/** How much is expected: the field is as wide as its answer. */
export type FieldWidth = 'short' | 'medium' | 'long' | 'full'

interface TextInputProps extends FieldProps {
  type?: TextType | undefined
  value?: string | undefined
  width?: FieldWidth | undefined
  inputmode?: InputMode | undefined
  autocomplete?: Autocomplete | undefined
  spellcheck?: boolean | undefined
  /** A unit after the field, read with it. */
  unit?: Child
}

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const { type = 'text', value, width = 'full', inputmode, autocomplete, spellcheck, unit } = props
  const unitId = `${props.id ?? props.name}-unit`
  const input = (
    <input
      type={type}
      class="input"
      data-width={width}
      value={value}
      inputmode={inputmode}
      autocomplete={autocomplete}
      spellcheck={spellcheck}
      {...wireField(props, unit ? unitId : undefined)}
    />
  )
  return (
    <FormField {...pickField(props)}>
      {unit ? (
        <div class="with-unit">
          {input}
          <span id={unitId}>{unit}</span>
        </div>
      ) : (
        input
      )}
    </FormField>
  )
}

/** Whole yen. Full-width digits and commas are understood by the server. */
export const MoneyInput = (props: FieldProps & { value?: string | undefined }) => (
  <TextInput
    {...props}
    hint={props.hint ?? sentences[props.lang].moneyHint}
    width="medium"
    inputmode="numeric"
    autocomplete="off"
    unit={sentences[props.lang].yen}
  />
)

/**
 * A day, in one field that takes 和暦 and 西暦 as people write them. Three fields for year, month and day
 * were not taken: they ask for three jumps, make one choose the era first, and cannot be pasted into.
 */
export const DateInput = ({
  formatTold = false,
  ...props
}: FieldProps & {
  value?: string | undefined
  autocomplete?: 'bday' | 'off' | undefined
  /** True where the page has many days and says once how they are written. */
  formatTold?: boolean | undefined
}) => (
  <TextInput
    autocomplete="off"
    {...props}
    value={props.value && formatDateToWrite(props.value, props.lang)}
    hint={dateHint(props, formatTold)}
    width="medium"
  />
)

const dateHint = ({ lang, hint }: Pick<FieldProps, 'lang' | 'hint'>, told: boolean) => {
  if (told) return hint
  const format = sentences[lang].dateHint
  return hint ? (
    <>
      {hint}
      <br />
      {format}
    </>
  ) : (
    format
  )
}

/** The part of a control's properties that its frame needs. */
export function pickField({
  lang,
  name,
  id,
  label,
  required,
  hint,
  error,
}: FieldProps): FieldProps {
  return { lang, name, id, label, required, hint, error }
}
