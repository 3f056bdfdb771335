import { Button, ErrorSummary, Form, Heading, HiddenInput, Section } from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { draftSentences } from '../draft-sentences.ts'
import { ClashBanner, type DraftField, English, Field, Japanese } from './draft-fields.tsx'
import { Basics, type ItemFormProps, Marks, People, Ties } from './item-form-parts.tsx'

/** Texts in both languages, in the order of the sheet. */
const textsOf = (lang: ItemFormProps['lang']): readonly DraftField[] => {
  const words = draftSentences[lang].item
  const text = (name: string, label: string, rows: number, hint?: string): DraftField => ({
    name,
    label,
    hint,
    required: false,
    rows,
  })
  return [
    text('flags', words.flags, 1, words.flagsHint),
    text('actors', words.actors, 2, words.actorsHint),
    text('purpose', words.purpose, 3),
    text('present', words.present, 4),
    text('content', words.body, 5),
    text('points', words.points, 4, words.pointsHint),
    text('completion', words.completion, 2),
    text('articles', words.articles, 2, words.articlesHint),
  ]
}

/** The form of one item: everything of its sheet. */
export function ItemForm(props: ItemFormProps) {
  const { lang, action, formKey, seen, below } = props
  const words = draftSentences[lang].item
  const texts = textsOf(lang)
  const title: DraftField = { name: 'title', label: words.title, required: true }
  const own: DraftField = { name: 'target_own', label: words.targetOwnWords, required: false }
  return (
    <Form action={action} idempotencyKey={formKey} keepsChanges>
      {seen !== undefined && <HiddenInput name="seen" value={String(seen)} />}
      {below !== undefined && <HiddenInput name="below" value={below} />}
      <Basics {...props} />
      <People {...props} />
      <Section id="content" title={words.content}>
        {texts.map((field) => (
          <Japanese key={field.name} {...props} {...field} />
        ))}
      </Section>
      <Ties {...props} />
      <Marks {...props} />
      <Field {...props} name="source" label={words.source} required={false} />
      <English
        {...props}
        fields={[title, ...(props.plan.targets.length > 0 ? [own] : []), ...texts]}
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
