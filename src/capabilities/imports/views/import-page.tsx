import { type Language, say } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import type { Importer } from '#web/importer.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Form,
  Heading,
  KeyNumbers,
  NotificationBanner,
  RadioGroup,
  Section,
} from '#web/ui/index.ts'
import { type Import, isUnderWay, outcomes, results } from '../import.ts'
import { paths } from '../paths.ts'
import type { CommonFault } from '../queries/row-lists.ts'
import { sentences } from '../sentences.ts'
import { ColumnsPart, type ColumnsProps } from './columns.tsx'
import { ElsewhereBanner, ElsewhereBox } from './elsewhere.tsx'
import { FileFacts, ImportSteps } from './file-facts.tsx'
import { momentText } from './import-list.tsx'
import { Reasons } from './reasons.tsx'
import { RevertedPart } from './reverted.tsx'
import type { RowsProps } from './row-details.tsx'
import { RowsPart } from './rows.tsx'
import { UnderWay } from './under-way.tsx'

export type ImportPageProps = Omit<RowsProps, 'open'> &
  ColumnsProps & {
    readonly importer: Importer
    /** An earlier import of the same bytes. */
    readonly sameFile: Import | undefined
    readonly refusal?: string | undefined
    readonly mayRevert: boolean
    readonly faults: readonly CommonFault[]
  }

const Totals = ({ lang, one, counts }: ImportPageProps) => {
  const words = sentences[lang]
  const note = words.noteOfAll(formatNumber(counts.all))
  const unit = lang === 'ja' ? '行' : 'rows'
  const numbers =
    one.finishedAt && one.state !== 'failed'
      ? results.map((name) => ({ label: words.results[name], count: counts.result(name) }))
      : outcomes.map((name) => ({ label: words.outcomes[name], count: counts.outcome(name) }))
  return (
    <KeyNumbers
      numbers={numbers
        .filter(({ count }) => count > 0)
        .map(({ label, count }) => ({ label, value: formatNumber(count), unit, note }))}
    />
  )
}

const excelMost = 20_000

const Report = ({ lang, city, one, counts }: ImportPageProps) => {
  const words = sentences[lang]
  return (
    <Section id="report" title={words.report} level={3}>
      <p>{words.reportText}</p>
      <ButtonRow>
        <ButtonLink href={paths.report(city.slug, one.id, 'csv')} kind="secondary" icon="download">
          {words.reportCsv}
        </ButtonLink>
        {counts.all <= excelMost && (
          <ButtonLink
            href={paths.report(city.slug, one.id, 'xlsx')}
            kind="secondary"
            icon="download"
          >
            {words.reportExcel}
          </ButtonLink>
        )}
        {counts.outcome('refused') > 0 && (
          <ButtonLink href={paths.report(city.slug, one.id, 'csv', 'refused')} kind="text">
            {words.reportRefused}
          </ButtonLink>
        )}
      </ButtonRow>
      {counts.all > excelMost && <p>{words.tooLongForExcel}</p>}
    </Section>
  )
}

const Run = (props: ImportPageProps) => {
  const { lang, city, one, counts, formKey, refusal } = props
  const words = sentences[lang]
  const work = counts.outcome('create') + counts.outcome('change') + counts.outcome('suspect')
  return (
    <Section id="run" title={words.run}>
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      {counts.undecided > 0 && (
        <NotificationBanner
          lang={lang}
          kind="warning"
          level={3}
          heading={words.undecided(formatNumber(counts.undecided))}
        >
          <a href={`${paths.one(city.slug, one.id, { rows: 'suspect' })}#rows-part`}>
            {words.toSuspects}
          </a>
        </NotificationBanner>
      )}
      {work === 0 ? (
        <p>{counts.outcome('same') === counts.all ? words.allSame : words.nothingToDo}</p>
      ) : (
        <Form action={paths.run(city.slug, one.id)} idempotencyKey={formKey()}>
          <RadioGroup
            lang={lang}
            name="mode"
            label={words.mode}
            required
            options={[
              { value: 'rows', label: words.modeRows },
              { value: 'all', label: words.modeAll, hint: words.modeAllHint },
            ]}
            value={one.mode ?? 'rows'}
          />
          <ElsewhereBox {...props} />
          <Button>{words.runDo}</Button>
        </Form>
      )}
      <Form action={paths.columns(city.slug, one.id)} idempotencyKey={formKey()}>
        <ButtonRow>
          <Button kind="text" name="intent" value="back">
            {words.back}
          </Button>
          <Button kind="text" formaction={paths.removal(city.slug, one.id)}>
            {words.putAway}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

const CheckedPart = (props: ImportPageProps) => {
  const { lang, sameFile } = props
  const words = sentences[lang]
  return (
    <>
      <ElsewhereBanner {...props} />
      <Section id="totals" title={words.checkedTitle}>
        <p>
          {words.checkedText}
          {sameFile ? ` ${words.sameFile(momentText(sameFile.createdAt, lang))}` : ''}
        </p>
        <Totals {...props} />
        <Reasons {...props} />
        <Report {...props} />
      </Section>
      <Run {...props} />
      <RowsPart {...props} />
    </>
  )
}

const Revert = ({ lang, city, one, formKey, mayRevert }: ImportPageProps) => {
  if (!mayRevert) return null
  const words = sentences[lang]
  return (
    <Section id="revert" title={words.revert}>
      <p>{words.revertText}</p>
      <Form action={paths.reversal(city.slug, one.id)} idempotencyKey={formKey()}>
        <Button kind="danger">{words.revertDo}</Button>
      </Form>
    </Section>
  )
}

const EndedPart = (props: ImportPageProps) => {
  const { lang, city, one, counts, importer } = props
  const words = sentences[lang]
  const left = counts.reverted('left')
  return (
    <>
      {left > 0 && (
        <NotificationBanner
          lang={lang}
          kind="warning"
          heading={`${words.leftTitle} ${words.count(formatNumber(left))}`}
        >
          <p>
            {words.leftText}{' '}
            <a href={`${paths.one(city.slug, one.id, { rows: 'left' })}#rows-part`}>
              {words.details}
            </a>
          </p>
        </NotificationBanner>
      )}
      <Section
        id="totals"
        title={one.state === 'reverted' ? words.revertedTitle : words.resultTitle}
      >
        {one.state === 'reverted' ? (
          <RevertedPart {...props} />
        ) : (
          <>
            <Totals {...props} />
            <p>
              <a href={importer.page(city.slug)}>{words.toPage}</a>
            </p>
          </>
        )}
        {one.purgedAt === null && <Report {...props} />}
      </Section>
      <Revert {...props} />
      {one.purgedAt === null && <RowsPart {...props} />}
    </>
  )
}

const Failed = (props: ImportPageProps) => {
  const { lang, one } = props
  const words = sentences[lang]
  return (
    <NotificationBanner lang={lang} kind="error" heading={words.failedTitle}>
      <p>{one.failure ? say(one.failure, lang) : words.failedText}</p>
    </NotificationBanner>
  )
}

const partOf = (props: ImportPageProps) => {
  const { one } = props
  if (isUnderWay(one)) return <UnderWay {...props} />
  if (one.state === 'uploaded') return <ColumnsPart {...props} />
  if (one.state === 'checked') return <CheckedPart {...props} />
  if (one.state === 'failed')
    return (
      <>
        <Failed {...props} />
        <ColumnsPart {...props} />
      </>
    )
  return one.state === 'put-away' ? null : <EndedPart {...props} />
}

/** One import: its file, its columns, what it would do, what it did, how it is taken back. */
export const ImportPage = (props: ImportPageProps) => {
  const { lang, city, one, importer } = props
  return (
    <>
      <Heading level={1} over={say(importer.title, lang)}>
        {one.fileName}
      </Heading>
      <p>
        <strong>{sentences[lang].states[one.state]}</strong>
      </p>
      <ImportSteps lang={lang} one={one} />
      <FileFacts lang={lang as Language} city={city} one={one} />
      {partOf(props)}
    </>
  )
}
