import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { HiddenInput, NotificationBanner } from '#web/ui/index.ts'
import { fieldsOf } from '../answers.ts'
import type { FormDefinition } from '../definition.ts'
import { shownField } from '../joint-writing.ts'
import type { Sheet, SheetContent } from '../queries.ts'
import { sentences } from '../sentences.ts'
import { markSheet } from '../two-hands.ts'
import { AnswerList } from './answer-list.tsx'

/** What another person saved in fields that this one changed as well. */
export type ClashShown = { readonly stored: Sheet; readonly conflicts: readonly string[] }

/**
 * What is stored when the form is shown, sent back with it: so whoever saves second is told
 * what the first wrote. Stands inside a `<Form>`.
 */
export const MarksField = ({
  definition,
  stored,
}: {
  definition: FormDefinition
  stored: SheetContent
}) => <HiddenInput name={shownField} value={JSON.stringify(markSheet(definition, stored))} />

/** What the other person saved, beside one's own text that is still in the form. */
export const ClashBox = ({
  lang,
  city,
  definition,
  clash,
}: {
  lang: Language
  city: City
  definition: FormDefinition
  clash: ClashShown | undefined
}) => {
  const words = sentences[lang]
  if (!clash) return null
  const fields = fieldsOf(definition).filter(({ code }) => clash.conflicts.includes(code))
  const title = { ja: sentences.ja.clashTitle, en: sentences.en.clashTitle }
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.clashTitle}>
      <p>{words.clashText}</p>
      <AnswerList
        lang={lang}
        city={city}
        definition={{ ...definition, code: 'clash', sections: [{ title, fields }] }}
        answers={clash.stored.answers}
        reader="staff"
        level={3}
      />
    </NotificationBanner>
  )
}
