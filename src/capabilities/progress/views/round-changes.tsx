import { inBrackets, say } from '#kernel/bilingual.ts'
import { Button, DateInput, Form, HiddenInput, Section, Select, Textarea } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { errorOf, type RoundPageProps } from './round-page.tsx'

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
