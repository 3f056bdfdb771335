import { Button, Form, Textarea } from '#web/ui/index.ts'
import { duplicatePaths as paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import type { PairPageProps } from './pair-page.tsx'

/** For staff who cannot merge: the way to those who can. */
export const HandOn = ({
  lang,
  city,
  one,
  other,
  may,
  typedReason,
  errors,
  newKey,
}: PairPageProps) => {
  const words = sentences[lang].pair
  if (!may.handOn) return null
  const error = errors.find(({ id }) => id === 'hand-reason')?.message
  return (
    <>
      <p>{words.mergeByOffice}</p>
      <Form
        action={paths.handing(city.slug, one.group.id, other.group.id)}
        idempotencyKey={newKey()}
      >
        <Textarea
          lang={lang}
          id="hand-reason"
          name="reason"
          label={words.handReason}
          hint={words.handHint}
          required
          rows={3}
          value={error ? typedReason : ''}
          error={error}
        />
        <Button>{words.handButton}</Button>
      </Form>
    </>
  )
}
