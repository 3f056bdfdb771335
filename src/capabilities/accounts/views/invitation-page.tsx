import type { Language } from '#kernel/bilingual.ts'
import { say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { momentText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  DescriptionList,
  Form,
  Heading,
  HiddenInput,
  Lead,
  Section,
  When,
} from '#web/ui/index.ts'
import { giftNameIn } from '../gift-name.ts'
import { type Invitation, maskEmail } from '../invitation.ts'
import { paths } from '../paths.ts'
import { invitationSentences } from '../sentences/invitation.ts'

/** How the invitation stands towards whoever opened its link. */
export type InvitationView =
  | 'acceptable'
  | 'sign-in-first'
  | 'other-address'
  | 'expired'
  | 'withdrawn'
  | 'accepted'
  | 'already'
  | 'place-taken'
  | 'unknown'

type InvitationPageProps = {
  readonly lang: Language
  readonly city: City
  readonly view: InvitationView
  readonly invitation: Invitation | undefined
  readonly token: string
  readonly newKey: () => string
  readonly signedIn: boolean
}

const Facts = ({ lang, city, invitation }: InvitationPageProps & { invitation: Invitation }) => {
  const words = invitationSentences[lang]
  return (
    <DescriptionList
      items={[
        { term: words.what, description: giftNameIn(city, invitation, lang) },
        { term: words.where, description: say(city.name, lang) },
        { term: words.to, description: maskEmail(invitation.email) },
        { term: words.until, description: <When time={momentText(invitation.expiresAt, lang)} /> },
      ]}
    />
  )
}

const Accept = ({ lang, city, token, newKey }: InvitationPageProps) => {
  const words = invitationSentences[lang]
  return (
    <Form action={paths.invitation(city.slug, token)} idempotencyKey={newKey()}>
      <p>{words.acceptLead}</p>
      <Button size="large">{words.accept}</Button>
    </Form>
  )
}

const SignInFirst = ({
  lang,
  city,
  token,
  invitation,
}: InvitationPageProps & { invitation: Invitation }) => {
  const words = invitationSentences[lang]
  const here = paths.invitation(city.slug, token)
  return (
    <Section id="sign-in" title={words.signInFirst}>
      <p>{words.signInHelp(maskEmail(invitation.email))}</p>
      <ButtonRow>
        <ButtonLink href={paths.signIn(city.slug, here)}>{words.signIn}</ButtonLink>
        <ButtonLink href={paths.signUp(city.slug, here)} kind="secondary">
          {words.signUp}
        </ButtonLink>
      </ButtonRow>
    </Section>
  )
}

const OtherAddress = ({
  lang,
  city,
  token,
  invitation,
  newKey,
}: InvitationPageProps & { invitation: Invitation }) => {
  const words = invitationSentences[lang]
  return (
    <Section id="other" title={words.otherTitle}>
      <p>{words.otherHelp(maskEmail(invitation.email))}</p>
      <Form action={paths.signOut(city.slug)} idempotencyKey={newKey()}>
        <HiddenInput name="next" value={paths.invitation(city.slug, token)} />
        <Button kind="secondary">{words.signInAsOther}</Button>
      </Form>
    </Section>
  )
}

/** An invitation that is over, and what to do instead. */
const Over = ({ lang, city, view, invitation, signedIn }: InvitationPageProps) => {
  const words = invitationSentences[lang]
  const by = invitation?.invitedBy.name ?? ''
  const told: Readonly<Record<string, readonly [string, string]>> = {
    expired: [words.expired, words.expiredHelp(by)],
    withdrawn: [words.withdrawn, words.withdrawnHelp(by)],
    accepted: [words.accepted, words.acceptedHelp],
    already: [words.already, words.alreadyHelp],
    'place-taken': [words['place-taken'], words['place-takenHelp']],
  }
  const [title, help] = told[view] ?? [words.unknown, words.unknownHelp]
  return (
    <>
      <Heading level={1}>{title}</Heading>
      <Lead>{help}</Lead>
      <ButtonRow>
        {signedIn && <ButtonLink href={paths.me(city.slug)}>{words.toMe}</ButtonLink>}
        <ButtonLink href={`/${city.slug}`} kind="secondary">
          {words.toHome}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}

/** What somebody is invited to, and how to accept. */
export const InvitationPage = (props: InvitationPageProps) => {
  const { lang, city, view, invitation } = props
  const words = invitationSentences[lang]
  const isOpen = view === 'acceptable' || view === 'sign-in-first' || view === 'other-address'
  if (!invitation || !isOpen) return <Over {...props} />
  const around = { ...props, invitation }
  return (
    <>
      <Heading level={1}>{words.invitedTo(giftNameIn(city, invitation, lang))}</Heading>
      <Lead>{words.lead(invitation.invitedBy.name)}</Lead>
      <Facts {...around} />
      {view === 'acceptable' && <Accept {...props} />}
      {view === 'sign-in-first' && <SignInFirst {...around} />}
      {view === 'other-address' && <OtherAddress {...around} />}
    </>
  )
}
