import { cityRoles } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ChipLabel,
  ChipRow,
  EmptyState,
  ErrorSummary,
  FilterForm,
  Form,
  Heading,
  HiddenInput,
  Lead,
  Pagination,
  Section,
  Select,
  Table,
  TextInput,
} from '#web/ui/index.ts'
import type { AccountState } from '../account.ts'
import type { Fault } from '../form.ts'
import { roleNameIn } from '../gift-name.ts'
import type { Invitation } from '../invitation.ts'
import { paths } from '../paths.ts'
import type { StaffAsked, StaffRow } from '../queries/staff.ts'
import { staffSentences } from '../sentences/staff.ts'
import { sentences } from '../sentences.ts'
import { errorOf, summaryOfFaults } from './faults.ts'
import { MailRuleForm } from './mail-choice.tsx'
import { OpenInvitations } from './open-invitations.tsx'
import { RoleFields } from './role-fields.tsx'

export type StaffPageProps = {
  readonly lang: Language
  readonly city: City
  readonly asked: StaffAsked
  readonly people: readonly StaffRow[]
  readonly total: number
  readonly pageSize: number
  readonly invitations: readonly Invitation[]
  readonly newKey: () => string
  readonly typed: { readonly email: string; readonly role: string; readonly department: string }
  readonly faults: readonly Fault[]
}

const tones = { unconfirmed: 'warning', active: 'success', disabled: 'error' } as const

export const StateChip = ({ lang, state }: { lang: Language; state: AccountState }) => (
  <ChipLabel tone={tones[state]}>{staffSentences[lang].states[state]}</ChipLabel>
)

const Filter = ({ lang, city, asked }: StaffPageProps) => {
  const words = staffSentences[lang]
  const options = [
    { value: 'staff', label: words.whoOptions.staff },
    ...cityRoles.map((role) => ({ value: role, label: sentences[lang].roleNames[role] })),
    { value: 'all', label: words.whoOptions.all },
  ]
  return (
    <FilterForm action={paths.staff(city.slug)}>
      <TextInput lang={lang} name="q" label={words.find} value={asked.q} />
      <Select
        lang={lang}
        name="who"
        label={words.who}
        value={asked.who}
        options={options}
        emptyLabel={words.whoOptions.staff}
      />
      <Button kind="secondary">{words.filter}</Button>
    </FilterForm>
  )
}

const Roles = ({ lang, city, person }: { lang: Language; city: City; person: StaffRow }) =>
  person.roles.length === 0 ? (
    <span>{staffSentences[lang].noRoles}</span>
  ) : (
    <ChipRow>
      {person.roles.map((held) => (
        <ChipLabel key={`${held.role}${held.department ?? ''}`} tone="key">
          {roleNameIn(city, held, lang)}
        </ChipLabel>
      ))}
    </ChipRow>
  )

const People = (props: StaffPageProps) => {
  const { lang, city, asked, people, total, pageSize } = props
  const words = staffSentences[lang]
  if (people.length === 0) return <EmptyState title={words.nobody}>{words.nobodyHelp}</EmptyState>
  const hrefOf = (page: number) =>
    `${paths.staff(city.slug)}?${new URLSearchParams({ q: asked.q, who: asked.who, page: String(page) })}`
  return (
    <>
      <Table
        lang={lang}
        id="people"
        caption={words.listCaption}
        rows={people}
        columns={[
          {
            label: words.name,
            heading: true,
            cell: (one) => <a href={paths.staffMember(city.slug, one.id)}>{one.name}</a>,
          },
          { label: words.email, cell: (one) => one.email },
          { label: words.roles, cell: (one) => <Roles lang={lang} city={city} person={one} /> },
          { label: words.state, cell: (one) => <StateChip lang={lang} state={one.state} /> },
          {
            label: words.secondFactor,
            cell: (one) => (one.secondFactor ? words.on : words.off),
          },
        ]}
      />
      <Pagination lang={lang} page={asked.page} pageSize={pageSize} total={total} hrefOf={hrefOf} />
    </>
  )
}

const Invite = ({ lang, city, typed, faults, newKey }: StaffPageProps) => {
  const words = staffSentences[lang]
  return (
    <Section id="invite" title={words.invite}>
      <p>{words.inviteLead}</p>
      <Form action={paths.staffInvitations(city.slug)} idempotencyKey={newKey()}>
        <TextInput
          lang={lang}
          name="email"
          type="email"
          label={words.email}
          hint={sentences[lang].emailHint}
          required
          autocomplete="off"
          width="long"
          value={typed.email}
          error={errorOf(faults, 'email', lang)}
        />
        <RoleFields lang={lang} city={city} typed={typed} faults={faults} />
        <Button>{words.inviteButton}</Button>
      </Form>
    </Section>
  )
}

const SecondFactorRule = ({ lang, city, newKey }: StaffPageProps) => {
  const words = staffSentences[lang]
  const now = city.settings.staffSecondFactor ? 'on' : 'off'
  return (
    <Section id="rule" title={words.rule}>
      <p>{words.ruleText[now]}</p>
      <Form action={paths.secondFactorRule(city.slug)} idempotencyKey={newKey()}>
        <HiddenInput name="required" value={now === 'on' ? 'no' : 'yes'} />
        <Button kind="secondary">{words.ruleButton[now]}</Button>
      </Form>
    </Section>
  )
}

/** Everybody with a role, and how to invite more. */
export const StaffPage = (props: StaffPageProps) => {
  const { lang, city, invitations, newKey, faults } = props
  const words = staffSentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOfFaults(faults, lang)} />
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      <Filter {...props} />
      <People {...props} />
      <Section id="open" title={words.open}>
        <OpenInvitations
          lang={lang}
          city={city}
          invitations={invitations}
          newKey={newKey}
          withdrawalOf={(id) => paths.staffInvitationWithdrawal(city.slug, id)}
        />
      </Section>
      <Invite {...props} />
      <SecondFactorRule {...props} />
      <MailRuleForm {...props} />
    </>
  )
}
