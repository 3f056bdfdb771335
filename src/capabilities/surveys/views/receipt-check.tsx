import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  Heading,
  Lead,
  NotificationBanner,
  TextInput,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { read } from '../questionnaire.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'

type ReceiptCheckProps = {
  readonly lang: Language
  readonly city: City
  readonly survey: Survey
  readonly checked: { readonly typed: string; readonly isOurs: boolean } | undefined
}

/** Says whether a receipt is one of this survey. */
export const ReceiptCheckPage = ({ lang, city, survey, checked }: ReceiptCheckProps) => {
  const words = sentences[lang].answering
  const isWrong = checked !== undefined && !checked.isOurs
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={isWrong ? [{ id: 'number', message: words.checkNo }] : []}
      />
      <Heading level={1} over={read(survey.texts.title, lang)}>
        {words.checkTitle}
      </Heading>
      <Lead>{words.checkLead}</Lead>
      {checked?.isOurs && (
        <NotificationBanner lang={lang} kind="success" heading={words.checkYes} announced>
          <p>{words.receiptMeans}</p>
        </NotificationBanner>
      )}
      <form class="form" action={paths.receipts(city.slug, survey.id)} method="get" novalidate>
        <TextInput
          lang={lang}
          name="number"
          label={words.receiptNumber}
          hint={words.checkHint}
          width="medium"
          autocomplete="off"
          spellcheck={false}
          value={checked?.typed}
          error={isWrong ? words.checkNo : undefined}
        />
        <Button>{words.check}</Button>
      </form>
      <ButtonRow>
        <ButtonLink href={paths.desk(city.slug, survey.id)} kind="text">
          {read(survey.texts.title, lang)}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
