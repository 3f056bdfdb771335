import type { Language } from '#kernel/bilingual.ts'
import { Heading } from './heading.tsx'
import { Icon } from './icon.tsx'
import { sentences } from './sentences.ts'

export interface FieldError {
  /** The id of the field to go to; for choices, the id given to the group. */
  id: string
  message: string
}

interface ErrorSummaryProps {
  lang: Language
  errors: readonly FieldError[]
}

/**
 * Everything to be mended in a form that came back, each a way to its field. It is read first, without
 * a script too. Shows nothing without errors.
 */
export function ErrorSummary({ lang, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  const say = sentences[lang]
  return (
    <section
      id="error-summary"
      class="notice"
      data-kind="error"
      tabindex={-1}
      autofocus
      aria-labelledby="error-summary-title"
    >
      <Icon name="error" label={say.kinds.error} />
      <div>
        <Heading level={2} id="error-summary-title">
          {say.errorsFound(errors.length)}
        </Heading>
        <p>{say.errorsHelp}</p>
        <ul>
          {errors.map(({ id, message }) => (
            <li key={id + message}>
              <a href={`#${id}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
