import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { Button, type FieldError, Form, Section, Textarea } from '#web/ui/index.ts'
import { rosterPaths as paths } from '../paths.ts'
import type { RosterHead } from '../queries/on-a-day.ts'
import { sentences } from '../sentences.ts'

type AskProps = {
  readonly lang: Language
  readonly city: City
  readonly head: RosterHead
  readonly typedReason: string
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

/** Staff say why before they see names. */
export const AskToView = ({ lang, city, head, typedReason, errors, newKey }: AskProps) => {
  const words = sentences[lang].viewing
  return (
    <Section id="viewing" title={words.title}>
      <p>{words.text}</p>
      <Form action={paths.viewings(city.slug, head.id)} idempotencyKey={newKey()}>
        <Textarea
          lang={lang}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          rows={3}
          value={typedReason}
          error={errors.find(({ id }) => id === 'reason')?.message}
        />
        <Button>{words.button}</Button>
      </Form>
    </Section>
  )
}
