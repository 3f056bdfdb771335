import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  Checkbox,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  Lead,
} from '#web/ui/index.ts'
import type { Member } from '../../accounts/index.ts'
import type { Doubt } from '../doubts.ts'
import { rosterPaths as paths } from '../paths.ts'
import type { RosterRules } from '../preset.ts'
import type { RosterHead } from '../queries/on-a-day.ts'
import { sentences } from '../sentences.ts'
import { EntryFields, type Typed } from './entry-fields.tsx'

/** Entering somebody. */
export const EntryPage = ({
  lang,
  city,
  head,
  newKey,
  doubts = [],
  ...fields
}: {
  readonly lang: Language
  readonly city: City
  readonly head: RosterHead
  readonly rules: RosterRules
  readonly accounts: readonly Member[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  /** What is asked back before somebody is entered. */
  readonly doubts?: readonly Doubt[]
  readonly newKey: () => string
}) => {
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={fields.errors} />
      <Heading level={1} over={words.titleOf(head.name)}>
        {words.entry.addTitle}
      </Heading>
      <Lead>{words.entry.addLead}</Lead>
      <Form action={paths.add(city.slug, head.id)} idempotencyKey={newKey()} keepsChanges>
        <EntryFields lang={lang} {...fields} withOffice />
        {doubts.map(({ box, value }) => (
          <Checkbox
            key={box}
            lang={lang}
            name={box}
            value={value}
            label={words.entry[box]}
            error={fields.errors.find(({ id }) => id === box)?.message}
          />
        ))}
        <Button>{words.entry.save}</Button>
      </Form>
    </>
  )
}
