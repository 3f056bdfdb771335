import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { formatYen, type Yen } from '#kernel/money.ts'
import { momentText } from '#web/moment.ts'
import { DescriptionList, NotificationBanner, Section, When } from '#web/ui/index.ts'
import { AnswerList, type Reader, readableFields, type Sheet } from '../../forms/index.ts'
import type { StoredFile } from '../../procedures/index.ts'
import { type ProjectYear, sheetPurpose } from '../project-year.ts'
import { sentences } from '../sentences.ts'
import { type Settlement, settleReport } from '../settlement.ts'

export type SheetFiles = ReadonlyMap<string, readonly StoredFile[]>

type Accounts = {
  readonly lang: Language
  /** What the agreement grants at most. */
  readonly cityShare: Yen
}

/** That a report takes more from the city than was agreed: for both sides and the office. */
export const OverShare = ({
  lang,
  settlement,
  cityShare,
}: Accounts & { readonly settlement: Settlement | undefined }) => {
  const words = sentences[lang]
  const over = settlement?.overShare ?? 0
  return over === 0 ? null : (
    <NotificationBanner lang={lang} kind="warning" level={3} heading={words.overShareTitle}>
      <p>{words.overShare(formatYen(cityShare, lang), formatYen(over, lang))}</p>
    </NotificationBanner>
  )
}

/** What was spent of what came in, and what follows from it. */
export const SettlementView = ({
  lang,
  settlement,
  cityShare,
}: Accounts & { readonly settlement: Settlement }) => {
  const words = sentences[lang]
  const { income, expense, left, missing, unusedCityShare } = settlement
  const yen = (amount: Yen): string => formatYen(amount, lang)
  return (
    <>
      <DescriptionList
        items={[
          { term: words.cityShare, description: words.upTo(yen(cityShare)) },
          { term: words.income, description: yen(income) },
          { term: words.expense, description: yen(expense) },
          { term: words.left, description: yen(left) },
        ]}
      />
      {left === 0 && missing === 0 && <p>{words.balanced}</p>}
      <OverShare lang={lang} settlement={settlement} cityShare={cityShare} />
      {missing > 0 && <p>{words.missing(yen(missing))}</p>}
      {unusedCityShare > 0 && (
        <p>
          <strong>{words.unused(yen(unusedCityShare))}</strong>
        </p>
      )}
    </>
  )
}

type YearProps = {
  readonly lang: Language
  readonly city: City
  readonly cityShare: Yen
  readonly year: ProjectYear
  readonly sheets: ReadonlyMap<string, Sheet>
  readonly reader: Reader
  /** Files of the sheet shown, where the page has them. */
  readonly files?: SheetFiles | undefined
}

const isReadable = (sheet: Sheet, reader: Reader): boolean =>
  readableFields(sheet.definition, sheet.visibility, reader).some(
    ({ code }) => sheet.answers[code] !== undefined,
  )

const accountsAreReadable = (sheet: Sheet, reader: Reader): boolean => {
  const codes = readableFields(sheet.definition, sheet.visibility, reader).map(({ code }) => code)
  return codes.includes('income') && codes.includes('expense')
}

/** The interim review of a year and the city's answer, as far as this reader may see them. */
export const InterimResult = ({
  lang,
  city,
  year,
  sheets,
  reader,
  files,
}: Omit<YearProps, 'cityShare'>) => {
  const words = sentences[lang]
  const sheet = sheets.get(sheetPurpose('interim', year.fiscalYear))
  if (!sheet || !year.interimAt || !isReadable(sheet, reader)) return null
  return (
    <Section
      id={`interim-${year.fiscalYear}`}
      title={words.interimOf(formatFiscalYear(year.fiscalYear, lang))}
    >
      <p>
        <When time={momentText(year.interimAt, lang)} />
      </p>
      <AnswerList
        lang={lang}
        city={city}
        definition={sheet.definition}
        answers={sheet.answers}
        visibility={sheet.visibility}
        reader={reader}
        level={3}
        {...(files ? { files } : {})}
      />
      {year.interimAnswer && (
        <DescriptionList
          items={[
            {
              term: words.interimAnswer,
              description: <span class="prose">{year.interimAnswer}</span>,
            },
          ]}
        />
      )}
    </Section>
  )
}

/** The report of a year with its figures. The public reads it once it has been accepted. */
export const ReportResult = (props: YearProps) => {
  const { lang, city, cityShare, year, sheets, reader, files } = props
  const words = sentences[lang]
  const sheet = sheets.get(sheetPurpose('report', year.fiscalYear))
  const open = reader === 'public' ? year.state === 'accepted' : year.reportedAt !== null
  if (!sheet || !open || !isReadable(sheet, reader)) return null
  const settlement = settleReport(sheet.definition, sheet.answers, cityShare)
  return (
    <Section
      id={`report-${year.fiscalYear}`}
      title={words.reportOf(formatFiscalYear(year.fiscalYear, lang))}
    >
      <AnswerList
        lang={lang}
        city={city}
        definition={sheet.definition}
        answers={sheet.answers}
        visibility={sheet.visibility}
        reader={reader}
        level={3}
        {...(files ? { files } : {})}
      />
      {settlement && accountsAreReadable(sheet, reader) && (
        <SettlementView lang={lang} settlement={settlement} cityShare={cityShare} />
      )}
    </Section>
  )
}
