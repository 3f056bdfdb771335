import { Button, ErrorSummary, Form, Heading, HiddenInput, Section } from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { draftSentences } from '../draft-sentences.ts'
import { ClashBanner, type DraftField, English, Field, Japanese } from './draft-fields.tsx'
import { articleField, contentFields, peopleFields } from './item-fields.ts'
import { Basics, type ItemFormProps, Marks, People, Ties } from './item-form-parts.tsx'

/** The form of one item: everything of its sheet. */
export function ItemForm(props: ItemFormProps) {
  const { lang, action, formKey, seen, below } = props
  const words = draftSentences[lang].item
  const title: DraftField = { name: 'title', label: words.title, required: true }
  const own: DraftField = { name: 'target_own', label: words.targetOwnWords, required: false }
  return (
    <Form action={action} idempotencyKey={formKey} keepsChanges>
      {seen !== undefined && <HiddenInput name="seen" value={String(seen)} />}
      {below !== undefined && <HiddenInput name="below" value={below} />}
      <Basics {...props} />
      <People {...props} />
      <Section id="content" title={words.content}>
        {contentFields(lang).map((field) => (
          <Japanese key={field.name} {...props} {...field} />
        ))}
      </Section>
      <Ties {...props} />
      <Marks {...props} />
      <Field {...props} name="source" label={words.source} required={false} />
      <English
        {...props}
        fields={[
          title,
          ...peopleFields(lang),
          ...(props.plan.targets.length > 0 ? [own] : []),
          ...contentFields(lang),
          articleField(lang),
        ]}
      />
      <Button>{props.id === undefined ? words.saveNew : words.save}</Button>
    </Form>
  )
}

/** The page of an item's form, up to what else can be done with an item. */
export function ItemFormHead(props: ItemFormProps & { over: string; heading: string }) {
  const { lang, problems, over, heading } = props
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      <Heading level={1} over={over}>
        {heading}
      </Heading>
      <ClashBanner {...props} />
    </>
  )
}
