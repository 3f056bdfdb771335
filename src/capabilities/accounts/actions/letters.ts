import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { writeMail } from '../../mails/index.ts'
import { lifetimes } from '../account.ts'
import { type MailOccasion, mailTexts } from '../mail-texts.ts'

/** Somebody who can be written to. */
export type Addressee = {
  readonly name: string
  readonly email: string
  readonly language: 'ja' | 'en'
}

/** How long the links of these mails are good; after that there is nothing left to send. */
const linkSeconds: Partial<Record<MailOccasion, number>> = {
  confirm: lifetimes.confirmation,
  reset: lifetimes.reset,
  addressChange: lifetimes.addressChange,
  invitation: lifetimes.invitation,
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
    /** A day, as it is read. */
    readonly day?: string
  },
): Promise<void> => {
  const { to, occasion, path, what, day } = letter
  const text = mailTexts[to.language][occasion]({
    name: to.name,
    city: city.name[to.language],
    link: `${scope.outside.publicUrl}${path}`,
    ...(what === undefined ? {} : { what }),
    ...(day ? { day } : {}),
  })
  const seconds = linkSeconds[occasion]
  const expiresAt = seconds && new Date(scope.now.getTime() + seconds * 1000)
  await writeMail(scope, { to: to.email, ...text, ...(expiresAt ? { expiresAt } : {}) })
}
