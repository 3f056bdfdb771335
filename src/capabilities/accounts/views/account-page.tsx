import { inBrackets, type Language } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import {
  Button,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  RadioGroup,
  Section,
  TextInput,
} from '#web/ui/index.ts'
import { paceOf } from '../../mails/index.ts'
import type { Account, RoleGrant } from '../account.ts'
import type { Fault } from '../form.ts'
import { roleNameIn } from '../gift-name.ts'
import { paths } from '../paths.ts'
import { ownSentences } from '../sentences/own.ts'
import { sentences } from '../sentences.ts'
import { errorOf, summaryOfFaults } from './faults.ts'
import { MailChoice } from './mail-choice.tsx'
import { type OwnGroup, OwnGroups } from './own-groups.tsx'

export type AccountPageProps = {
  readonly lang: Language
  readonly city: City
  readonly account: Account
  readonly roles: readonly RoleGrant[]
  readonly groups: readonly OwnGroup[]
  readonly sessions: number
  readonly newKey: () => string
  readonly typed: { readonly name: string; readonly nameKana: string; readonly language: Language }
  readonly faults: readonly Fault[]
}

const Profile = ({ lang, city, typed, faults, newKey }: AccountPageProps) => {
  const words = ownSentences[lang]
  const common = sentences[lang]
  return (
    <Section id="profile" title={words.profile}>
      <Form action={paths.account(city.slug)} idempotencyKey={newKey()}>
        <TextInput
          lang={lang}
          name="name"
          label={common.name}
          hint={words.nameHint}
          required
          autocomplete="name"
          value={typed.name}
          error={errorOf(faults, 'name', lang)}
        />
        <TextInput
          lang={lang}
          name="name_kana"
          label={common.kana}
          hint={common.kanaHint}
          required={false}
          autocomplete="off"
          value={typed.nameKana}
          error={errorOf(faults, 'name_kana', lang)}
        />
        <RadioGroup
          lang={lang}
          name="language"
          label={words.language}
          inline
          value={typed.language}
          options={[
            { value: 'ja', label: words.languages.ja },
            { value: 'en', label: words.languages.en },
          ]}
        />
        <Button>{words.save}</Button>
      </Form>
    </Section>
  )
}

const SigningIn = ({ lang, city, account, sessions, newKey }: AccountPageProps) => {
  const words = ownSentences[lang]
  const { slug } = city
  return (
    <Section id="signing-in" title={words.signingIn}>
      <DescriptionList
        items={[
          {
            term: words.email,
            description: (
              <>
                {account.email}
                <br />
                <a href={paths.address(slug)}>{words.changeEmail}</a>
              </>
            ),
          },
          {
            term: words.password,
            description: <a href={paths.password(slug)}>{words.changePassword}</a>,
          },
          {
            term: words.secondFactor,
            description: account.secondFactor ? (
              <>
                {words.on}
                <br />
                <a href={paths.secondFactorRemoval(slug)}>{words.turnOff}</a>
              </>
            ) : (
              <>
                {words.off}
                <br />
                {words.recommended}
                <br />
                <a href={paths.enrolment(slug)}>{words.turnOn}</a>
              </>
            ),
          },
          { term: words.sessions, description: words.sessionCount(sessions) },
        ]}
      />
      <Form action={paths.signOut(slug)} idempotencyKey={newKey()}>
        <Button kind="secondary">{sentences[lang].signOut}</Button>
      </Form>
      <Form action={paths.signOutEverywhere(slug)} idempotencyKey={newKey()}>
        <p>{words.everywhereHelp}</p>
        <Button kind="secondary">{words.everywhere}</Button>
      </Form>
    </Section>
  )
}

const Roles = ({ lang, city, roles }: AccountPageProps) => {
  const words = ownSentences[lang]
  return (
    <Section id="roles" title={words.roles}>
      {roles.length === 0 ? (
        <p>{words.rolesEmpty}</p>
      ) : (
        <ul>
          {roles.map((held) => (
            <li key={held.id}>
              {roleNameIn(city, held, lang)}
              {inBrackets(words.since(formatDate(tokyoDayOf(held.grantedAt), lang)), lang)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const Mails = ({ lang, city, account, roles, newKey, faults }: AccountPageProps) => {
  const held = roles.map(({ role }) => role)
  return (
    <MailChoice
      lang={lang}
      city={city}
      pace={paceOf({ chosen: account.mailPace, roles: held }, city.settings)}
      usual={account.mailPace === null}
      newKey={newKey}
      faults={faults}
    />
  )
}

/** Everything about one's own account on one page; what needs the password again has its own. */
export const AccountPage = (props: AccountPageProps) => {
  const words = ownSentences[props.lang]
  return (
    <>
      <ErrorSummary lang={props.lang} errors={summaryOfFaults(props.faults, props.lang)} />
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      <Profile {...props} />
      <SigningIn {...props} />
      <Mails {...props} />
      <OwnGroups {...props} />
      <Roles {...props} />
    </>
  )
}
