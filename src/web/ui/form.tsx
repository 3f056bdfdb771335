import type { Child } from '#web/html/jsx-runtime.ts'
import { idempotencyField } from '../guard/idempotency.ts'

/** A value that goes with a form unseen. */
export const HiddenInput = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
)

/** The key of this one sending of the form. */
export const IdempotencyField = ({ value }: { value: string }) => (
  <HiddenInput name={idempotencyField} value={value} />
)

interface FormProps {
  action: string
  /** Forms that change something carry one; see {@link idempotencyField}. */
  idempotencyKey: string
  /** Set when the form has a file field. */
  files?: boolean | undefined
  /** Ask before leaving with changes that were not sent; forms with a field of several lines always do. */
  keepsChanges?: boolean | undefined
  id?: string | undefined
  children: Child
}

/** A form that changes something. The server checks it, so the browser's own checks are off. */
export function Form({ action, idempotencyKey, files, keepsChanges, id, children }: FormProps) {
  const form = (
    <form
      class="form"
      id={id}
      action={action}
      method="post"
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
    >
      <IdempotencyField value={idempotencyKey} />
      {children}
    </form>
  )
  return keepsChanges ? <kept-changes>{form}</kept-changes> : form
}

/** A form that only asks: filters of a list. Its address can be kept and shared. */
export const FilterForm = ({ action, children }: { action: string; children: Child }) => (
  <form class="form filter" action={action} method="get" novalidate>
    {children}
  </form>
)
