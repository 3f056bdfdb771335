import type { CityRole, GroupRole } from '#kernel/actor.ts'
import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { type KeptForm, keptFormField, writeKeptForm } from '#web/kept-forms/kept-form.ts'
import {
  Button,
  Card,
  Form,
  Heading,
  HiddenInput,
  Lead,
  ResourceList,
  Section,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { KeptLanguageForm } from './kept-language.tsx'

export type SamplePerson = {
  readonly id: string
  readonly name: string
  readonly roles: readonly { readonly role: CityRole; readonly department: string | null }[]
  readonly groups: readonly { readonly role: GroupRole; readonly name: string }[]
}

type SamplePageProps = {
  readonly lang: Language
  readonly city: City
  readonly people: readonly SamplePerson[]
  readonly formKey: string
  readonly next: string
  /** A form that waits for its writer to sign in again. */
  readonly kept?: KeptForm | undefined
}

const describe = (person: SamplePerson, city: City, lang: Language): string => {
  const words = sentences[lang]
  const roles = person.roles.map((held) =>
    held.department
      ? `${say(nameOfCode(city.departments, held.department), lang)}${inBrackets(words.roleNames.department, lang)}`
      : words.roleNames[held.role],
  )
  const groups = person.groups.map(
    (held) => `${held.name}${inBrackets(words.groupRoles[held.role], lang)}`,
  )
  return [...roles, ...groups].join(lang === 'ja' ? '、' : ', ') || words.samplesResidents
}

const PersonCard = ({
  lang,
  city,
  person,
}: Pick<SamplePageProps, 'lang' | 'city'> & { person: SamplePerson }) => (
  <Card title={person.name}>
    <p>{describe(person, city, lang)}</p>
    <Button kind="secondary" name="account" value={person.id}>
      {sentences[lang].sampleButton(person.name)}
    </Button>
  </Card>
)

const kinds = {
  samplesStaff: (person: SamplePerson) => person.roles.some((held) => held.role !== 'reviewer'),
  samplesReviewers: (person: SamplePerson) => person.roles.some((held) => held.role === 'reviewer'),
  samplesGroups: (person: SamplePerson) => person.roles.length === 0 && person.groups.length > 0,
  samplesResidents: (person: SamplePerson) =>
    person.roles.length === 0 && person.groups.length === 0,
} as const

/** Everyone in the sample world, by what they do. One press signs in as that person. */
export const SamplePeoplePage = (props: SamplePageProps) => {
  const { lang, city, people, formKey, next, kept } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.samplesTitle}</Heading>
      <Lead>{words.samplesLead}</Lead>
      {/* One form for all, so that what waits to be sent stands in it once. */}
      <Form action={paths.samplePeople(city.slug)} idempotencyKey={formKey}>
        <HiddenInput name="next" value={next} />
        {kept && <HiddenInput name={keptFormField} value={writeKeptForm(kept)} />}
        {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => {
          const some = people.filter(kinds[kind])
          if (some.length === 0) return null
          return (
            <Section key={kind} id={kind} title={words[kind]}>
              <ResourceList columns={2}>
                {some.map((person) => (
                  <PersonCard key={person.id} lang={lang} city={city} person={person} />
                ))}
              </ResourceList>
            </Section>
          )
        })}
      </Form>
      {kept && (
        <KeptLanguageForm lang={lang} page={paths.samplePeople(city.slug)} {...{ kept, formKey }} />
      )}
    </>
  )
}
