import type { Autocomplete } from '#web/html/elements-form.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { FieldGroup, type FieldProps, FormField, RequiredMark, wireField } from './form-field.tsx'
import { sentences } from './sentences.ts'
import { pickField } from './text-input.tsx'

export interface Option {
  value: string
  label: string
  hint?: string | undefined
}

interface SelectProps extends FieldProps {
  options: readonly Option[]
  value?: string | undefined
  autocomplete?: Autocomplete | undefined
  /** What stands for no choice; 選んでください when left out. */
  emptyLabel?: string | undefined
}

/** One of many, when there are too many for radio buttons (more than seven or so). */
export function Select(props: SelectProps) {
  const { lang, options, value, autocomplete, emptyLabel } = props
  return (
    <FormField {...pickField(props)}>
      <select class="input" value={value ?? ''} autocomplete={autocomplete} {...wireField(props)}>
        <option value="">{emptyLabel ?? sentences[lang].choose}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FormField>
  )
}

interface ChoiceProps {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  option: Option
  checked: boolean
  invalid: boolean
}

function Choice({ type, id, name, option, checked, invalid }: ChoiceProps) {
  const hintId = option.hint ? `${id}-hint` : undefined
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={hintId}
        aria-invalid={invalid ? 'true' : undefined}
      />
      <label for={id}>{option.label}</label>
      {hintId && (
        <p class="hint" id={hintId}>
          {option.hint}
        </p>
      )}
    </div>
  )
}

interface ChoiceGroupProps extends FieldProps {
  options: readonly Option[]
  /** In a row where the labels are short. */
  inline?: boolean | undefined
}

function ChoiceGroup(
  props: ChoiceGroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] },
) {
  const { type, name, options, chosen, inline, error } = props
  const id = props.id ?? name
  return (
    <FieldGroup {...pickField(props)}>
      <div class="choices" data-inline={inline}>
        {options.map((option, at) => (
          <Choice
            key={option.value}
            type={type}
            id={at === 0 ? id : `${id}-${at + 1}`}
            name={name}
            option={option}
            checked={chosen.includes(option.value)}
            invalid={error !== undefined}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** Exactly one of a few. */
export const RadioGroup = ({
  value,
  ...props
}: ChoiceGroupProps & { value?: string | undefined }) => (
  <ChoiceGroup {...props} type="radio" chosen={value === undefined ? [] : [value]} />
)

/** Any number of a few. */
export const CheckboxGroup = ({
  values = [],
  ...props
}: ChoiceGroupProps & { values?: readonly string[] | undefined }) => (
  <ChoiceGroup {...props} type="checkbox" chosen={values} />
)

interface CheckboxProps extends FieldProps {
  checked?: boolean | undefined
  value?: string | undefined
  label: Child
}

/** A single statement to agree to. */
export function Checkbox(props: CheckboxProps) {
  const { lang, label, required, hint, error, checked, value = 'yes' } = props
  const wired = wireField(props)
  return (
    <div class="field">
      <div class="choice" data-alone>
        <input type="checkbox" value={value} checked={checked} {...wired} />
        <label for={wired.id}>
          {label}
          <RequiredMark lang={lang} required={required} />
        </label>
      </div>
      {hint && (
        <div class="hint" id={`${wired.id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="error-text" id={`${wired.id}-error`}>
          {sentences[lang].errorMark}
          {error}
        </p>
      )}
    </div>
  )
}
