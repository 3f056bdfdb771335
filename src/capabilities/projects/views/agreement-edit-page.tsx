import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  JumpLinks,
  Lead,
  NotificationBanner,
  Section,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import type { Agreement, Article } from '../agreement.ts'
import { articleField, newArticleFields } from '../form.ts'
import { paths } from '../paths.ts'
import type { Project } from '../project.ts'
import { sentences } from '../sentences.ts'
import { SumsNotice } from './agreement-reading.tsx'

export type AgreementEditProps = {
  readonly lang: Language
  readonly city: City
  readonly project: Project
  readonly agreement: Pick<Agreement, 'state' | 'version'>
  /** The version that the articles below are a change of. */
  readonly base: string
  readonly articles: readonly Article[]
  /** What was typed of a new article, when the form comes back. */
  readonly added?: { readonly title: string; readonly text: string } | undefined
  /** The text that stands now, for articles that somebody else changed meanwhile; by place. */
  readonly stored?: ReadonlyMap<number, string> | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly refusal?: string | undefined
  readonly formKey: string
}

const rowsFor = (text: string): number => Math.min(20, Math.max(4, text.split('\n').length + 2))

const ArticleField = (props: AgreementEditProps & { at: number; article: Article }) => {
  const { lang, at, article, errors, stored } = props
  const words = sentences[lang]
  const name = articleField(at)
  const present = stored?.get(at)
  const hints = [
    ...(article.added ? [words.addedHint] : []),
    ...(present === undefined ? [] : [words.storedText(present)]),
  ]
  return (
    <Textarea
      lang={lang}
      name={name}
      label={`第${at + 2}条（${article.title}）`}
      required={!article.added}
      hint={hints.length > 0 ? <span class="prose">{hints.join('\n')}</span> : undefined}
      rows={rowsFor(article.text)}
      max={5_000}
      value={article.text}
      error={errors?.find(({ id }) => id === name)?.message}
    />
  )
}

const NewArticle = ({ lang, added, errors }: AgreementEditProps) => {
  const words = sentences[lang]
  const errorOf = (name: string) => errors?.find(({ id }) => id === name)?.message
  return (
    <Section id="new-article" title={words.newArticle}>
      <p>{words.newArticleText}</p>
      <TextInput
        lang={lang}
        name={newArticleFields.title}
        label={words.newTitle}
        required={false}
        value={added?.title}
        error={errorOf(newArticleFields.title)}
      />
      <Textarea
        lang={lang}
        name={newArticleFields.text}
        label={words.newText}
        required={false}
        rows={4}
        max={5_000}
        value={added?.text}
        error={errorOf(newArticleFields.text)}
      />
    </Section>
  )
}

/** Both sides change the articles here until the text is settled. */
export const AgreementEditPage = (props: AgreementEditProps) => {
  const { lang, city, project, base, articles, errors = [], refusal, formKey } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      <Heading level={1} over={project.title}>
        {words.editTitle}
      </Heading>
      <Lead>{words.editLead}</Lead>
      <p>{words.editFixed}</p>
      <SumsNotice lang={lang} agreement={props.agreement} />
      {words.englishNote && <p>{words.englishNote}</p>}
      <JumpLinks
        lang={lang}
        jumps={[
          { label: words.newArticle, to: 'new-article' },
          { label: words.save, to: 'save' },
        ]}
      />
      <Form
        action={paths.editAgreement(city.slug, project.id)}
        idempotencyKey={formKey}
        keepsChanges
      >
        <HiddenInput name="base" value={base} />
        {articles.map((article, at) => (
          <ArticleField key={at} {...props} at={at} article={article} />
        ))}
        <NewArticle {...props} />
        <ButtonRow>
          <Button id="save">{words.save}</Button>
          <ButtonLink kind="text" href={paths.agreement(city.slug, project.id)}>
            {words.agreement}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}
