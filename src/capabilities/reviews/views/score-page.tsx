import { inBrackets, type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatYen } from '#kernel/money.ts'
import { momentText } from '#web/moment.ts'
import {
  DescriptionList,
  ErrorSummary,
  Heading,
  JumpLinks,
  Lead,
  Section,
  Table,
  When,
} from '#web/ui/index.ts'
import { AnswerList, type FormDefinition, type FormField, type Sheet } from '../../forms/index.ts'
import { type StoredFile, sizeText } from '../../procedures/index.ts'
import { paths } from '../paths.ts'
import type { ReviewedProposal } from '../review.ts'
import type { ScoreSheet } from '../score-sheet.ts'
import type { Criterion } from '../scoring.ts'
import { sentences } from '../sentences.ts'
import { problemText, ScoreForm, type ScoreFormProps } from './score-form.tsx'

/** A filled-in form with those of its files that a committee may open. */
export type ReadableSheet = {
  readonly sheet: Sheet
  readonly files: readonly {
    readonly field: FormField
    readonly files: readonly StoredFile[]
  }[]
}

type ScorePageProps = ScoreFormProps & {
  readonly city: City
  readonly proposal: ReviewedProposal
  readonly answers: ReadableSheet | undefined
  readonly negotiation: ReadableSheet | undefined
  /** False once scoring has closed: the sheet is only shown. */
  readonly mayScore: boolean
  /** Undefined before one's own sheet is in; null while there are too few to show. */
  readonly peers: readonly string[] | null | undefined
}

/** Files are listed apart: members open them through the review, which asks anew whether they may. */
const withoutFiles = (definition: FormDefinition): FormDefinition => ({
  ...definition,
  sections: definition.sections.map((section) => ({
    ...section,
    fields: section.fields.filter(({ kind }) => kind !== 'file'),
  })),
})

const Answers = ({ lang, city, readable }: ScorePageProps & { readable: ReadableSheet }) => (
  <AnswerList
    lang={lang}
    city={city}
    definition={withoutFiles(readable.sheet.definition)}
    answers={readable.sheet.answers}
    visibility={readable.sheet.visibility}
    reader="parties"
    level={3}
  />
)

const Files = ({
  lang,
  citySlug,
  review,
  proposal,
  readable,
}: ScorePageProps & {
  readable: ReadableSheet
}) => {
  if (readable.files.length === 0) return null
  const hrefOf = (file: StoredFile): string =>
    paths.file(citySlug, review.id, { proposalId: proposal.id, fileId: file.id })
  return (
    <Section id="files" level={3} title={sentences[lang].score.files}>
      <DescriptionList
        items={readable.files.map(({ field, files }) => ({
          term: say(field.label, lang),
          description: (
            <ul class="papers">
              {files.map((file) => (
                <li key={file.id}>
                  <a href={hrefOf(file)}>{file.name}</a>
                  {inBrackets(sizeText(file.bytes), lang)}
                </li>
              ))}
            </ul>
          ),
        }))}
      />
    </Section>
  )
}

const Content = (props: ScorePageProps) => {
  const { lang, answers, negotiation } = props
  const words = sentences[lang].score
  return (
    <>
      <Section id="answers" title={words.answers}>
        <p>{words.privateLeft}</p>
        {answers && <Answers {...props} readable={answers} />}
        {answers && <Files {...props} readable={answers} />}
      </Section>
      <Section id="negotiation" title={words.negotiation}>
        {negotiation ? <Answers {...props} readable={negotiation} /> : <p>{words.noNegotiation}</p>}
      </Section>
    </>
  )
}

const OwnSheet = ({
  lang,
  criteria,
  sheet,
}: {
  lang: Language
  criteria: readonly Criterion[]
  sheet: ScoreSheet | undefined
}) => {
  const words = sentences[lang]
  if (!sheet?.submittedAt) return <p>{words.score.ownNone}</p>
  return (
    <>
      <DescriptionList
        items={[
          {
            term: words.score.submittedAt,
            description: <When time={momentText(sheet.submittedAt, lang)} />,
          },
          ...(sheet.comment
            ? [
                {
                  term: words.score.comment,
                  description: <span class="prose">{sheet.comment}</span>,
                },
              ]
            : []),
        ]}
      />
      <Table<Criterion>
        lang={lang}
        id="own-sheet"
        caption={words.score.own}
        captionHidden
        columns={[
          {
            label: words.panel.item,
            heading: true,
            cell: (criterion) => say(criterion.label, lang),
          },
          {
            label: words.score.pointsUnit,
            numeric: true,
            cell: (criterion) => `${sheet.scores[criterion.code] ?? words.none}`,
          },
          { label: words.panel.maximum, numeric: true, cell: (criterion) => criterion.max },
        ]}
        rows={criteria}
      />
    </>
  )
}

const Peers = ({ lang, peers }: { lang: Language; peers: readonly string[] | null }) => {
  const words = sentences[lang].score
  return (
    <Section id="peers" title={words.peers}>
      {peers ? (
        <>
          <p>{words.peersLead}</p>
          <ul>
            {peers.map((total, at) => (
              <li key={at}>{total}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{words.peersFew}</p>
      )}
    </Section>
  )
}

/** A proposal as a member of the committee reads and scores it. */
export const ScorePage = (props: ScorePageProps) => {
  const { lang, review, proposal, sheet, mayScore, peers, problems = [] } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={problems.map((problem) => ({
          id: problem.field,
          message: problemText(review, problem, lang),
        }))}
      />
      <Heading level={1} over={`${proposal.receiptNumber} ${proposal.groupName}`}>
        {proposal.title}
      </Heading>
      <Lead>{proposal.summary}</Lead>
      <DescriptionList
        items={[{ term: words.requested, description: formatYen(proposal.requested, lang) }]}
      />
      {mayScore && (
        <JumpLinks lang={lang} jumps={[{ label: words.score.toForm, to: 'score-sheet' }]} />
      )}
      <Content {...props} />
      {mayScore ? (
        <ScoreForm {...props} />
      ) : (
        <Section id="score-sheet" title={words.score.own}>
          <OwnSheet lang={lang} criteria={review.rubric.criteria} sheet={sheet} />
        </Section>
      )}
      {peers !== undefined && <Peers lang={lang} peers={peers} />}
    </>
  )
}
