import { type Actor, accountOf, type GroupRole } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  Card,
  ChipLabel,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  RadioGroup,
  ResourceList,
  Section,
  TextInput,
  When,
} from '#web/ui/index.ts'
import type { Fault } from '../form.ts'
import type { Invitation } from '../invitation.ts'
import { paths } from '../paths.ts'
import {
  canChangePlace,
  canManageMembers,
  canNameSuccessor,
  canRemoveMember,
  isDeskOf,
} from '../policy.ts'
import type { Member } from '../queries/memberships.ts'
import { memberSentences } from '../sentences/members.ts'
import { recoverySentences } from '../sentences/recovery.ts'
import { sentences } from '../sentences.ts'
import { errorOf, summaryOfFaults } from './faults.ts'
import { OpenInvitations } from './open-invitations.tsx'

export type MembersPageProps = {
  readonly lang: Language
  readonly city: City
  readonly actor: Actor
  readonly group: { readonly id: string; readonly name: string }
  readonly members: readonly Member[]
  readonly invitations: readonly Invitation[]
  /** The places the reader may invite to. */
  readonly places: readonly GroupRole[]
  readonly newKey: () => string
  readonly typed: { readonly email: string; readonly place: string }
  readonly faults: readonly Fault[]
}

const tones = { representative: 'key', manager: 'info', member: 'plain' } as const

const MemberActions = ({
  lang,
  city,
  actor,
  member,
  newKey,
}: MembersPageProps & { member: Member }) => {
  const words = memberSentences[lang]
  const mayChange = canChangePlace(actor, member).ok
  const mayRemove = canRemoveMember(actor, member).ok && accountOf(actor) !== member.accountId
  if (!mayChange && !mayRemove) return null
  const other = member.role === 'manager' ? 'member' : 'manager'
  const { groupId, accountId, name } = member
  return (
    <Disclosure summary={words.changeOf(name)}>
      {mayChange && (
        <Form action={paths.place(city.slug, groupId, accountId)} idempotencyKey={newKey()}>
          <HiddenInput name="place" value={other} />
          <Button kind="secondary">
            {other === 'manager' ? words.makeManager : words.makeMember}
          </Button>
        </Form>
      )}
      {mayRemove && (
        <Form action={paths.removal(city.slug, groupId, accountId)} idempotencyKey={newKey()}>
          <p>{words.removeSure}</p>
          <Button kind="danger">{words.removeOf(name)}</Button>
        </Form>
      )}
    </Disclosure>
  )
}

const MemberCard = (props: MembersPageProps & { member: Member; showsEmail: boolean }) => {
  const { lang, actor, member, showsEmail } = props
  const words = memberSentences[lang]
  const facts = [
    ...(showsEmail ? [{ term: words.email, description: member.email }] : []),
    {
      term: words.since,
      description: <When time={dayText(tokyoDayOf(member.since), lang)} />,
    },
  ]
  return (
    <Card
      title={member.name}
      level={2}
      labels={
        <>
          <ChipLabel tone={tones[member.role]} filled={member.role === 'representative'}>
            {sentences[lang].groupRoles[member.role]}
          </ChipLabel>
          {accountOf(actor) === member.accountId && <ChipLabel>{words.you}</ChipLabel>}
          {!member.active && <ChipLabel tone="error">{words.stopped}</ChipLabel>}
        </>
      }
      facts={facts}
    >
      <MemberActions {...props} />
    </Card>
  )
}

const Invite = ({ lang, city, group, places, typed, faults, newKey }: MembersPageProps) => {
  const words = memberSentences[lang]
  return (
    <Section id="invite" title={words.invite}>
      <p>{words.inviteLead}</p>
      <Form action={paths.members(city.slug, group.id)} idempotencyKey={newKey()}>
        <TextInput
          lang={lang}
          name="email"
          type="email"
          label={words.inviteEmail}
          hint={sentences[lang].emailHint}
          required
          autocomplete="off"
          width="long"
          value={typed.email}
          error={errorOf(faults, 'email', lang)}
        />
        <RadioGroup
          lang={lang}
          name="place"
          label={words.place}
          required
          value={typed.place || places.at(-1)}
          options={places.map((place) => ({
            value: place,
            label: sentences[lang].groupRoles[place],
            hint: words.placeHints[place],
          }))}
          error={errorOf(faults, 'place', lang)}
        />
        <Button>{words.inviteButton}</Button>
      </Form>
    </Section>
  )
}

const Leave = ({ lang, city, group, newKey }: MembersPageProps) => {
  const words = memberSentences[lang]
  return (
    <Section id="leave" title={words.leave}>
      <p>{words.leaveHelp}</p>
      <Form action={paths.departure(city.slug, group.id)} idempotencyKey={newKey()}>
        <Button kind="danger">{words.leave}</Button>
      </Form>
    </Section>
  )
}

/** The people of a group, and what the reader may change about them. */
export const MembersPage = (props: MembersPageProps) => {
  const { lang, city, actor, group, members, invitations, places, newKey, faults } = props
  const words = memberSentences[lang]
  const manages = canManageMembers(actor, group.id).ok
  const isLed = members.some((one) => one.role === 'representative')
  const own = members.find((one) => one.accountId === accountOf(actor))
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOfFaults(faults, lang)} />
      <Heading level={1}>{words.titleOf(group.name)}</Heading>
      <Lead>{words.lead}</Lead>
      {manages && (
        <p>
          {words.rosterText} <a href={paths.roster(city.slug, group.id)}>{words.roster}</a>
        </p>
      )}
      {!isLed && <NotificationBanner lang={lang} kind="warning" heading={words.noRepresentative} />}
      <ResourceList columns={2}>
        {members.map((member) => (
          <MemberCard key={member.accountId} {...props} member={member} showsEmail={manages} />
        ))}
      </ResourceList>
      {isLed && canNameSuccessor(actor, group.id).ok && (
        <p>
          <ButtonLink href={paths.handover(city.slug, group.id)} kind="secondary">
            {words.handoverLink}
          </ButtonLink>
        </p>
      )}
      {isDeskOf(actor, group.id) && (
        <p>
          <a href={paths.recovery(city.slug, group.id)}>{recoverySentences[lang].link}</a>
        </p>
      )}
      {manages && (
        <Section id="open" title={words.open}>
          <OpenInvitations
            lang={lang}
            city={city}
            invitations={invitations}
            newKey={newKey}
            withdrawalOf={(id) => paths.memberInvitationWithdrawal(city.slug, group.id, id)}
          />
        </Section>
      )}
      {places.length > 0 && <Invite {...props} />}
      {own && own.role !== 'representative' && <Leave {...props} />}
    </>
  )
}
