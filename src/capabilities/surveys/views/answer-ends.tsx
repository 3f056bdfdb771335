import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  DescriptionList,
  ErrorSummary,
  Heading,
  Lead,
  NotificationBanner,
  Section,
  TextInput,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import { paths } from '../paths.ts'
import { read } from '../questionnaire.ts'
import type { FieldProblem } from '../read-answers.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'

type EndProps = { readonly lang: Language; readonly city: City; readonly survey: Survey }

const Title = ({ lang, survey, children }: EndProps & { readonly children: string }) => (
  <Heading level={1} over={read(survey.texts.title, lang)}>
    {children}
  </Heading>
)

/** An answer came in: the number that proves it, and what it does not tell. */
export const ReceiptPage = (props: EndProps & { readonly number: string }) => {
  const { lang, city, survey, number } = props
  const words = sentences[lang].answering
  return (
    <>
      <Title {...props}>{words.receiptTitle}</Title>
      <Lead>{words.receiptText}</Lead>
      <DescriptionList
        items={[{ term: words.receiptNumber, description: <strong>{number}</strong> }]}
      />
      <p>{words.receiptMeans}</p>
      <ButtonRow>
        <ButtonLink href={paths.survey(city.slug, survey.id)} kind="secondary">
          {read(survey.texts.title, lang)}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}

/** What was put aside, and the number with which it is taken up again. */
export const AsidePage = (props: EndProps & { readonly draft: string; readonly link: string }) => {
  const { lang, survey, draft, link } = props
  const words = sentences[lang].answering
  return (
    <>
      <Title {...props}>{words.asideTitle}</Title>
      <Lead>{words.asideText}</Lead>
      <DescriptionList
        items={[
          { term: words.asideNumber, description: <strong>{draft}</strong> },
          { term: words.asideLink, description: <a href={link}>{words.draftGo}</a> },
        ]}
      />
      <p>{words.asideUntil(formatDate(survey.closesOn, lang))}</p>
    </>
  )
}

type EntryProps = EndProps & {
  readonly problems: readonly FieldProblem[]
  readonly typed: { readonly code: string; readonly draft: string }
  readonly asksCode: boolean
}

const errorIn = ({ problems, lang }: EntryProps, name: string): string | undefined => {
  const found = problems.find((problem) => problem.name === name)
  return found && say(found.text, lang)
}

/** Where a code is typed in, and what was put aside is taken up again. No key: see the form of the answers. */
export const EntryPage = (props: EntryProps) => {
  const { lang, city, survey, problems, typed, asksCode } = props
  const words = sentences[lang].answering
  const action = paths.entry(city.slug, survey.id)
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(problems, lang)} />
      <Heading level={1}>{read(survey.texts.title, lang)}</Heading>
      {asksCode && (
        <Section id="enter-code" title={words.codeTitle}>
          <form class="form" action={action} method="post" novalidate>
            <TextInput
              lang={lang}
              name="code"
              label={words.code}
              hint={words.codeHint}
              width="medium"
              autocomplete="off"
              spellcheck={false}
              value={typed.code}
              error={errorIn(props, 'code')}
            />
            <Button>{words.codeGo}</Button>
          </form>
        </Section>
      )}
      <Section id="go-on" title={words.draftTitle}>
        <form class="form" action={action} method="post" novalidate>
          <TextInput
            lang={lang}
            name="draft"
            label={words.draft}
            width="medium"
            autocomplete="off"
            spellcheck={false}
            value={typed.draft}
            error={errorIn(props, 'draft')}
          />
          <Button kind="secondary">{words.draftGo}</Button>
        </form>
      </Section>
    </>
  )
}

/** Why an answer could not be taken, with a way on. */
export const RefusedPage = (
  props: EndProps & { readonly heading: string; readonly text: string },
) => {
  const { lang, city, survey, heading, text } = props
  return (
    <>
      <Heading level={1}>{read(survey.texts.title, lang)}</Heading>
      <NotificationBanner lang={lang} kind="error" heading={heading}>
        {text && <p>{text}</p>}
      </NotificationBanner>
      <p class="prose">{read(survey.texts.contact, lang)}</p>
      <ButtonRow>
        <ButtonLink href={paths.survey(city.slug, survey.id)} kind="secondary">
          {read(survey.texts.title, lang)}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
