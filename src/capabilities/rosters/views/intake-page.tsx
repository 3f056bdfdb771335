import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  ButtonLink,
  Checkbox,
  DateInput,
  ErrorSummary,
  type FieldError,
  FileInput,
  Form,
  Heading,
  Lead,
  Section,
  Textarea,
} from '#web/ui/index.ts'
import { rosterColumns } from '../intake-rows.ts'
import { rosterPaths as paths } from '../paths.ts'
import type { RosterRules } from '../preset.ts'
import type { RosterHead } from '../queries/on-a-day.ts'
import { sentences } from '../sentences.ts'
import { officeName } from '../words-of.ts'

export type IntakePageProps = {
  readonly lang: Language
  readonly city: City
  readonly head: RosterHead
  readonly rules: RosterRules
  readonly typed: { readonly pasted: string; readonly day: string; readonly complete: boolean }
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

const How = ({ lang, city, head, rules }: IntakePageProps) => {
  const words = sentences[lang].intake
  const join = lang === 'ja' ? '、' : ', '
  return (
    <Section id="how" title={words.how}>
      <p>{words.howText}</p>
      <ul>
        <li>{words.readable(rosterColumns.map(({ names }) => names[0]).join(join))}</li>
        <li>{words.offices(rules.offices.map(({ name }) => name.ja).join(join))}</li>
      </ul>
      <p>
        <ButtonLink href={paths.sample(city.slug, head.id)} kind="secondary" size="small">
          {words.sample}
        </ButtonLink>
      </p>
    </Section>
  )
}

/** Where a table is given. Nothing is changed by it yet. */
export const IntakePage = (props: IntakePageProps) => {
  const { lang, city, head, typed, errors, newKey } = props
  const words = sentences[lang].intake
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={sentences[lang].titleOf(head.name)}>
        {words.title}
      </Heading>
      <Lead>{words.lead}</Lead>
      <How {...props} />
      <Form action={paths.intake(city.slug, head.id)} idempotencyKey={newKey()} files>
        <FileInput
          lang={lang}
          name="table"
          label={words.file}
          accept={['.csv', '.xlsx', '.tsv', '.txt']}
          limits={{ types: words.fileTypes, size: '5MB' }}
          error={errorOf('table')}
        />
        <Textarea
          lang={lang}
          name="pasted"
          label={words.pasted}
          hint={words.pastedHint}
          rows={8}
          value={typed.pasted}
          error={errorOf('pasted')}
        />
        <DateInput
          lang={lang}
          name="day"
          label={words.day}
          hint={words.dayHint}
          required
          value={typed.day}
          error={errorOf('day')}
        />
        <Checkbox
          lang={lang}
          name="complete"
          label={words.complete}
          hint={words.completeHint}
          checked={typed.complete}
        />
        <Button>{words.preview}</Button>
      </Form>
    </>
  )
}

/** The names of offices, for the cell of a result. */
export const officeNames = (rules: RosterRules, codes: readonly string[], lang: Language): string =>
  codes.map((code) => say(officeName(rules, code), lang)).join(lang === 'ja' ? '・' : ', ')

/** A number of people, as the summary says it. */
export const people = (count: number, lang: Language): string =>
  sentences[lang].intake.found(formatNumber(count))
