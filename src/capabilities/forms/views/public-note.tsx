import { type Language, say } from '#kernel/bilingual.ts'
import type { FormDefinition, Visibility } from '../definition.ts'
import { sentences } from '../sentences.ts'
import { readableFields } from './answer-list.tsx'

/** What everyone will be able to read of a sheet, told beside the button that sends it. */
export const PublicNote = ({
  lang,
  definition,
  visibility,
  when,
}: {
  readonly lang: Language
  readonly definition: FormDefinition
  readonly visibility: Readonly<Record<string, Visibility>>
  /** The step by which it becomes public. */
  readonly when: 'sent' | 'accepted'
}) => {
  const words = sentences[lang]
  const fields = readableFields(definition, visibility, 'public')
  if (fields.length === 0) return <p>{words.publicNothing}</p>
  const names = fields.map(({ label }) => say(label, lang)).join(lang === 'ja' ? '、' : ', ')
  return <p>{words.publicAfter[when](names)}</p>
}
