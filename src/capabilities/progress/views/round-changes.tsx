import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { FieldError } from '#web/ui/index.ts'
import { Button, DateInput, Form, HiddenInput, Section, Select, Textarea } from '#web/ui/index.ts'
import type { TimelineEntry } from '../../procedures/index.ts'
import { paths, type YearPlace } from '../paths.ts'
import type { CountedPart } from '../queries/parts.ts'
import type { RoundItem } from '../report.ts'
import type { Round } from '../round.ts'
import { sentences } from '../sentences.ts'

/** What the page of a round is told. */
export type RoundPageProps = {
  readonly lang: Language
  readonly title: string
  readonly city: City
  readonly now: Date
  readonly at: YearPlace
  readonly round: Round
  readonly parts: readonly CountedPart[]
  readonly items: readonly RoundItem[]
  readonly comments: number
  readonly events: readonly TimelineEntry[]
  readonly typed: { readonly reason: string; readonly due: string }
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

/** Why a field of the page was refused. */
export const errorOf = ({ errors }: RoundPageProps, id: string) =>
  errors.find((one) => one.id === id)?.message

/** Another deadline, with its reason. */
export const Due = (props: RoundPageProps) => {
  const { lang, at, typed, newKey } = props
  const words = sentences[lang]
  return (
    <Section id="due" title={words.changeDue} level={3}>
      <Form action={paths.steps(at)} idempotencyKey={newKey()}>
        <HiddenInput name="step" value="change-due" />
        <DateInput
          lang={lang}
          name="due_on"
          label={words.due}
          required
          value={typed.due}
          error={errorOf(props, 'due_on')}
        />
        <Textarea
          lang={lang}
          name="due_reason"
          label={words.reason}
          required
          rows={2}
          error={errorOf(props, 'due_reason')}
        />
        <Button kind="secondary">{words.changeDue}</Button>
      </Form>
    </Section>
  )
}

/** 関係課: one more department for an item. */
export const Related = (props: RoundPageProps) => {
  const { lang, city, at, items, newKey } = props
  const words = sentences[lang]
  return (
    <Section id="related" title={words.addTitle} level={3}>
      <p>{words.addText}</p>
      <Form action={paths.addDepartment(at)} idempotencyKey={newKey()}>
        <Select
          lang={lang}
          name="item"
          label={words.item}
          required
          emptyLabel={words.choose}
          options={items.map(({ no, title, departmentsPrinted }) => ({
            value: no,
            label: `${no} ${say(title, lang)}${/関係/.test(departmentsPrinted) ? inBrackets(departmentsPrinted, lang) : ''}`,
          }))}
          error={errorOf(props, 'item')}
        />
        <Select
          lang={lang}
          name="department"
          label={words.department}
          required
          emptyLabel={words.choose}
          options={city.departments.map(({ code, name }) => ({
            value: code,
            label: say(name, lang),
          }))}
          error={errorOf(props, 'department')}
        />
        <Button kind="secondary">{words.addDepartment}</Button>
      </Form>
    </Section>
  )
}
