import { cityRoles } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { RadioGroup, Select } from '#web/ui/index.ts'
import type { Fault } from '../form.ts'
import { staffSentences } from '../sentences/staff.ts'
import { sentences } from '../sentences.ts'
import { errorOf } from './faults.ts'

/** Which role, and for which department where it is one of a department. */
export const RoleFields = ({
  lang,
  city,
  typed,
  faults,
}: {
  lang: Language
  city: City
  typed: { readonly role: string; readonly department: string }
  faults: readonly Fault[]
}) => {
  const words = staffSentences[lang]
  return (
    <>
      <RadioGroup
        lang={lang}
        name="role"
        label={words.role}
        required
        value={typed.role}
        options={cityRoles.map((role) => ({
          value: role,
          label: sentences[lang].roleNames[role],
          hint: words.roleHints[role],
        }))}
        error={errorOf(faults, 'role', lang)}
      />
      <Select
        lang={lang}
        name="department"
        label={words.department}
        value={typed.department}
        options={city.departments.map((one) => ({ value: one.code, label: say(one.name, lang) }))}
        error={errorOf(faults, 'department', lang)}
      />
    </>
  )
}
