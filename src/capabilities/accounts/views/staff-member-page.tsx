import { colon, type Language } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  NotificationBanner,
  Section,
  Table,
  When,
} from '#web/ui/index.ts'
import type { Account, RoleGrant } from '../account.ts'
import type { Fault } from '../form.ts'
import { roleNameIn } from '../gift-name.ts'
import { paths } from '../paths.ts'
import { staffSentences } from '../sentences/staff.ts'
import { sentences } from '../sentences.ts'
import { summaryOfFaults } from './faults.ts'
import type { OwnGroup } from './own-groups.tsx'
import { RoleFields } from './role-fields.tsx'
import { StateChip } from './staff-page.tsx'

export type StaffMemberProps = {
  readonly lang: Language
  readonly city: City
  readonly account: Account
  readonly roles: readonly RoleGrant[]
  readonly groups: readonly OwnGroup[]
  /** True when the administrator looks at their own account. */
  readonly own: boolean
  readonly newKey: () => string
  readonly typed: { readonly role: string; readonly department: string }
  readonly faults: readonly Fault[]
}

const Facts = ({ lang, account, groups }: StaffMemberProps) => {
  const words = staffSentences[lang]
  const places = sentences[lang].groupRoles
  return (
    <DescriptionList
      items={[
        { term: words.email, description: account.email },
        { term: words.state, description: <StateChip lang={lang} state={account.state} /> },
        { term: words.secondFactor, description: account.secondFactor ? words.on : words.off },
        {
          term: words.groups,
          description:
            groups.length === 0 ? (
              words.groupsEmpty
            ) : (
              <ul>
                {groups.map((group) => (
                  <li key={group.groupId}>
                    {sentences[lang].inGroup(group.name, places[group.role])}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}

const Held = ({ lang, city, account, roles, newKey }: StaffMemberProps) => {
  const words = staffSentences[lang]
  return (
    <Section id="held" title={words.heldTitle}>
      {roles.length === 0 ? (
        <p>{words.heldEmpty}</p>
      ) : (
        <Table
          lang={lang}
          id="held-roles"
          caption={words.heldTitle}
          captionHidden
          rows={roles}
          columns={[
            { label: words.role, heading: true, cell: (held) => roleNameIn(city, held, lang) },
            {
              label: words.since,
              cell: (held) => <When time={dayText(tokyoDayOf(held.grantedAt), lang)} />,
            },
            {
              label: words.take,
              cell: (held) => (
                <Form
                  action={paths.staffStep(city.slug, account.id, 'revocation')}
                  idempotencyKey={newKey()}
                >
                  <HiddenInput name="grant" value={held.id} />
                  <Button kind="secondary" size="small">
                    {words.take}
                    <span class="hidden-text">
                      {colon[lang]}
                      {roleNameIn(city, held, lang)}
                    </span>
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}

const Give = ({ lang, city, account, newKey, typed, faults }: StaffMemberProps) => (
  <Section id="give" title={staffSentences[lang].giveTitle}>
    <Form action={paths.staffStep(city.slug, account.id, 'roles')} idempotencyKey={newKey()}>
      <RoleFields lang={lang} city={city} typed={typed} faults={faults} />
      <Button>{staffSentences[lang].giveButton}</Button>
    </Form>
  </Section>
)

type StepName = 'disabling' | 'enabling' | 'second-factor-reset'

const stepWords = { disabling: 'stop', enabling: 'start', 'second-factor-reset': 'reset' } as const

const Step = ({ step, ...props }: StaffMemberProps & { step: StepName }) => {
  const { lang, city, account, newKey } = props
  const words = staffSentences[lang]
  const name = stepWords[step]
  return (
    <Section id={name} title={words[name]}>
      <p>{words[`${name}Help`]}</p>
      <Form action={paths.staffStep(city.slug, account.id, step)} idempotencyKey={newKey()}>
        <Button kind={step === 'enabling' ? 'secondary' : 'danger'}>
          {words[`${name}Button`]}
        </Button>
      </Form>
    </Section>
  )
}

/** One person: what they may do, and what an administrator can change about it. */
export const StaffMemberPage = (props: StaffMemberProps) => {
  const { lang, account, own, faults } = props
  const words = staffSentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOfFaults(faults, lang)} />
      <Heading level={1}>{account.name}</Heading>
      {own && <NotificationBanner lang={lang} kind="info" heading={words.ownAccount} />}
      <Facts {...props} />
      <Held {...props} />
      {account.state === 'active' && <Give {...props} />}
      {!own && account.secondFactor && <Step {...props} step="second-factor-reset" />}
      {!own && account.state === 'active' && <Step {...props} step="disabling" />}
      {account.state === 'disabled' && <Step {...props} step="enabling" />}
    </>
  )
}
