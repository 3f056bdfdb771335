import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { writeMail } from '../../mails/index.ts'
import { type MailOccasion, mailTexts } from '../mail-texts.ts'

/** Somebody who can be written to. */
export type Addressee = {
  readonly name: string
  readonly email: string
  readonly language: 'ja' | 'en'
}

/** Writes one of this capability's mails, in the reader's language. `path` is where its link leads. */
export const writeTo = async (
  scope: Scope,
  city: City,
  letter: {
    readonly to: Addressee
    readonly occasion: MailOccasion
    readonly path: string
    readonly what?: string
  },
): Promise<void> => {
  const { to, occasion, path, what } = letter
  const text = mailTexts[to.language][occasion]({
    name: to.name,
    city: city.name[to.language],
    link: `${scope.outside.publicUrl}${path}`,
    ...(what === undefined ? {} : { what }),
  })
  await writeMail(scope, { to: to.email, ...text })
}
