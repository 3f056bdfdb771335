import type { Language } from '#kernel/bilingual.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { sentences } from './sentences.ts'

/** What every field of a form is told. */
export interface FieldProps {
  lang: Language
  name: string
  /** The name, when left out. Links of the error summary lead to it. */
  id?: string | undefined
  label: Child
  /** Marks the label 必須 or 任意; no mark when left out (sign-in, filters). */
  required?: boolean | undefined
  /** Explanations and examples, read before writing. */
  hint?: Child
  /** Why the value could not be taken and how to mend it, without a mark at its beginning. */
  error?: string | undefined
}

const idOf = ({ id, name }: Pick<FieldProps, 'id' | 'name'>): string => id ?? name

/** The ids of what explains a field, error first; undefined when nothing does. */
function describe(props: FieldProps, more?: string): string | undefined {
  const id = idOf(props)
  const parts = [props.error && `${id}-error`, props.hint && `${id}-hint`, more]
  return parts.filter(Boolean).join(' ') || undefined
}

/** Ties a control to its label, hint and error. Spread it over the `<input>`, `<select>` or `<textarea>`. */
export function wireField(props: FieldProps, more?: string) {
  return {
    id: idOf(props),
    name: props.name,
    'aria-describedby': describe(props, more),
    'aria-invalid': props.error ? ('true' as const) : undefined,
  }
}

/** 必須 or 任意, in words. */
export function RequiredMark({ lang, required }: Pick<FieldProps, 'lang' | 'required'>) {
  if (required === undefined) return null
  const say = sentences[lang]
  return (
    <span class="mark" data-required={required}>
      {required ? say.required : say.optional}
    </span>
  )
}

function Hint(props: FieldProps) {
  if (!props.hint) return null
  return (
    <div class="hint" id={`${idOf(props)}-hint`}>
      {props.hint}
    </div>
  )
}

function ErrorText(props: FieldProps) {
  if (!props.error) return null
  return (
    <p class="error-text" id={`${idOf(props)}-error`}>
      {sentences[props.lang].errorMark}
      {props.error}
    </p>
  )
}

/** A label, its mark, its hint, the control and its error, in this order. For controls made with {@link wireField}. */
export function FormField({ children, ...props }: FieldProps & { children: Child }) {
  return (
    <div class="field">
      <label for={idOf(props)}>
        {props.label}
        <RequiredMark lang={props.lang} required={props.required} />
      </label>
      <Hint {...props} />
      {children}
      <ErrorText {...props} />
    </div>
  )
}

/** Several controls that answer one question. The first of them has the id of the group. */
export function FieldGroup({ children, ...props }: FieldProps & { children: Child }) {
  return (
    <fieldset class="field" aria-describedby={describe(props)}>
      <legend>
        {props.label}
        <RequiredMark lang={props.lang} required={props.required} />
      </legend>
      <Hint {...props} />
      {children}
      <ErrorText {...props} />
    </fieldset>
  )
}
