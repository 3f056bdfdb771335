import { type FieldProps, FormField, wireField } from './form-field.tsx'
import { sentences } from './sentences.ts'
import { pickField } from './text-input.tsx'

interface TextareaProps extends FieldProps {
  value?: string | undefined
  rows?: number | undefined
  /** Most characters; more can be typed and are counted, never cut off. */
  max?: number | undefined
}

/** The parser drops a line break that comes first, so it is written twice. */
const keepFirstBreak = (value: string | undefined): string | undefined =>
  value?.startsWith('\n') ? `\n${value}` : value

/** Several lines of text, with a count of what is left where there is a limit. */
export function Textarea(props: TextareaProps) {
  const { lang, value, rows = 6, max } = props
  const say = sentences[lang]
  const countId = `${props.id ?? props.name}-count`
  const area = (
    <textarea
      class="input"
      rows={rows}
      value={keepFirstBreak(value)}
      {...wireField(props, max ? countId : undefined)}
    />
  )
  if (!max) return <FormField {...pickField(props)}>{area}</FormField>
  return (
    <FormField {...pickField(props)}>
      <character-count
        data-max={max}
        data-left={say.charactersLeft('#')}
        data-over={say.charactersOver('#')}
      >
        {area}
        <p class="count" id={countId}>
          {say.characters(max.toLocaleString('en'))}
        </p>
      </character-count>
    </FormField>
  )
}
