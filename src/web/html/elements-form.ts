import type { Container, Void } from './attributes.ts'

/** What a browser may fill in by itself, and for which field (WCAG 1.3.5). */
export type Autocomplete =
  | 'on'
  | 'off'
  | 'name'
  | 'family-name'
  | 'given-name'
  | 'nickname'
  | 'organization'
  | 'organization-title'
  | 'username'
  | 'username webauthn'
  | 'new-password'
  | 'current-password'
  | 'one-time-code'
  | 'email'
  | 'tel'
  | 'tel-national'
  | 'tel-extension'
  | 'postal-code'
  | 'address-level1'
  | 'address-level2'
  | 'address-line1'
  | 'address-line2'
  | 'street-address'
  | 'country-name'
  | 'bday'
  | 'bday-year'
  | 'url'
  | 'transaction-amount'

export type InputMode = 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url'

/** Types of one-line text. No number and no date: both refuse full-width digits and 和暦. */
export type TextType = 'text' | 'search' | 'email' | 'tel' | 'url' | 'password'

type Named = { id: string; name: string }

interface Typing {
  autocomplete: Autocomplete
  autocapitalize: 'none' | 'sentences' | 'words' | 'characters'
  autocorrect: 'on' | 'off'
  enterkeyhint: 'enter' | 'done' | 'go' | 'next' | 'previous' | 'search' | 'send'
  inputmode: InputMode
  maxlength: number
  readonly: boolean
  required: boolean
  spellcheck: boolean
}

type TextInput = Void<
  Typing & { value: string; size: number; list: string },
  Named & { type: TextType }
>
type Choice = Void<
  { checked: boolean; required: boolean },
  Named & { type: 'checkbox' | 'radio'; value: string }
>
type FileChoice = Void<
  { accept: string; multiple: boolean; required: boolean; capture: 'user' | 'environment' },
  Named & { type: 'file' }
>
type HiddenValue = Void<unknown, { type: 'hidden'; name: string; value: string }>

interface Submission {
  name: string
  value: string
  form: string
  formaction: string
  formnovalidate: boolean
  popovertarget: string
  popovertargetaction: 'toggle' | 'show' | 'hide'
}

/** Fields, their labels and forms. Nothing can be disabled: say in text why something cannot be done. */
export interface FormElements {
  form: Container<
    {
      enctype: 'multipart/form-data' | 'application/x-www-form-urlencoded'
      novalidate: boolean
      autocomplete: 'on' | 'off'
    },
    { action: string; method: 'get' | 'post' }
  >
  label: Container<unknown, { for: string }>
  input: TextInput | Choice | FileChoice | HiddenValue
  textarea: Void<Typing & { value: string; rows: number }, Named>
  select: Container<
    { value: string; multiple: boolean; autocomplete: Autocomplete; size: number },
    Named
  >
  option: Container<{ selected: boolean; label: string }, { value: string }>
  optgroup: Container<unknown, { label: string }>
  datalist: Container<unknown, { id: string }>
  fieldset: Container
  legend: Container
  button: Container<Submission, { type: 'submit' | 'button' | 'reset' }>
  output: Container<{ for: string; name: string }>
  meter: Container<
    { min: number; max: number; low: number; high: number; optimum: number },
    { value: number }
  >
  progress: Container<{ value: number; max: number }>
}
