import { type Language, say } from '#kernel/bilingual.ts'
import {
  Checkbox,
  DateInput,
  type FieldError,
  RadioGroup,
  Select,
  TextInput,
} from '#web/ui/index.ts'
import type { Member } from '../../accounts/index.ts'
import type { RosterRules } from '../preset.ts'
import { sentences } from '../sentences.ts'

/** What stands in the fields of an entry, by their names. */
export type Typed = Readonly<Record<string, string>>

type EntryFieldsProps = {
  readonly lang: Language
  readonly rules: RosterRules
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly accounts: readonly Member[]
  /** Only for new people: others take offices with their own days. */
  readonly withOffice: boolean
}

/** What must be mended in a field; undefined where nothing must. */
export const errorOf = (errors: readonly FieldError[], id: string): string | undefined =>
  errors.find((error) => error.id === id)?.message

const NameFields = ({ lang, typed, errors }: EntryFieldsProps) => {
  const words = sentences[lang].entry
  return (
    <>
      <TextInput
        lang={lang}
        name="name"
        label={words.name}
        hint={words.nameHint}
        required
        width="long"
        autocomplete="off"
        value={typed.name}
        error={errorOf(errors, 'name')}
      />
      <TextInput
        lang={lang}
        name="kana"
        label={words.kana}
        hint={words.kanaHint}
        width="long"
        autocomplete="off"
        value={typed.kana}
        error={errorOf(errors, 'kana')}
      />
    </>
  )
}

const DayFields = ({ lang, typed, errors }: EntryFieldsProps) => {
  const words = sentences[lang].entry
  return (
    <>
      <DateInput
        lang={lang}
        name="since"
        label={words.since}
        hint={words.sinceHint}
        required
        value={typed.since}
        error={errorOf(errors, 'since')}
      />
      <DateInput
        lang={lang}
        name="until"
        label={words.until}
        hint={words.untilHint}
        value={typed.until}
        error={errorOf(errors, 'until')}
      />
    </>
  )
}

const OfficeField = ({ lang, rules, typed, errors }: EntryFieldsProps) => {
  const words = sentences[lang].entry
  return (
    <Select
      lang={lang}
      name="office"
      label={words.office}
      hint={words.officeHint}
      emptyLabel={words.noOffice}
      value={typed.office}
      options={rules.offices.map(({ code, name }) => ({ value: code, label: say(name, lang) }))}
      error={errorOf(errors, 'office')}
    />
  )
}

const AboutFields = ({ lang, rules, typed, errors }: EntryFieldsProps) => {
  const words = sentences[lang].entry
  return (
    <>
      <TextInput
        lang={lang}
        name="district"
        label={words.district}
        hint={words.districtHint}
        width="medium"
        autocomplete="off"
        value={typed.district}
        error={errorOf(errors, 'district')}
      />
      <Select
        lang={lang}
        name="age_band"
        label={words.ageBand}
        emptyLabel={words.noAge}
        value={typed.age_band}
        options={rules.ageBands.map(({ code, name }) => ({ value: code, label: say(name, lang) }))}
        error={errorOf(errors, 'age_band')}
      />
      <RadioGroup
        lang={lang}
        name="citizen"
        label={words.citizen}
        inline
        value={typed.citizen ?? ''}
        options={(['yes', 'no', ''] as const).map((value) => ({
          value,
          label: words.citizenOptions[value],
        }))}
      />
      <Checkbox lang={lang} name="voting" label={words.voting} checked={typed.voting === 'yes'} />
    </>
  )
}

/** The fields of one person's entry. */
export const EntryFields = (props: EntryFieldsProps) => {
  const { lang, accounts, typed, errors, withOffice } = props
  const words = sentences[lang].entry
  return (
    <>
      <NameFields {...props} />
      {withOffice && <OfficeField {...props} />}
      <DayFields {...props} />
      <AboutFields {...props} />
      {accounts.length > 0 && (
        <Select
          lang={lang}
          name="account"
          label={words.account}
          hint={words.accountHint}
          emptyLabel={words.noAccount}
          value={typed.account}
          options={accounts.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          error={errorOf(errors, 'account')}
        />
      )}
    </>
  )
}
