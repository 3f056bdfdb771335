import { colon, type Language, say } from '#kernel/bilingual.ts'
import { formatYen } from '#kernel/money.ts'
import { DescriptionList, Section, Table } from '#web/ui/index.ts'
import { type CriterionLine, describeDecision, listCriteria, maximumPoints } from '../criteria.ts'
import type { ProgrammePreset } from '../preset.ts'
import type { ProposalType } from '../programme.ts'
import { sentences } from '../sentences.ts'

type RulesProps = { readonly lang: Language; readonly definition: ProgrammePreset }

/** The kinds of proposal, each with its money. */
export const TypesTable = ({ lang, definition }: RulesProps) => {
  const words = sentences[lang]
  return (
    <Table<ProposalType>
      lang={lang}
      id="types-table"
      caption={words.typesCaption}
      captionHidden
      columns={[
        { label: words.typeName, heading: true, cell: ({ name }) => say(name, lang) },
        {
          label: words.typeAbout,
          cell: ({ about, themed }) => (
            <>
              <strong>{themed ? words.themed : words.free}</strong>
              <br />
              {say(about, lang)}
            </>
          ),
        },
        { label: words.funding, cell: ({ funding }) => say(funding, lang) },
        {
          label: words.cap,
          numeric: true,
          cell: ({ cap }) => (cap === null ? words.noCap : formatYen(cap, lang)),
        },
      ]}
      rows={definition.types}
    />
  )
}

const CriteriaTable = ({ lang, definition: { rubric } }: RulesProps) => {
  const words = sentences[lang]
  return (
    <Table<CriterionLine>
      lang={lang}
      id="criteria-table"
      caption={words.criteriaCaption}
      columns={[
        { label: words.criterion, heading: true, cell: ({ label }) => say(label, lang) },
        { label: words.viewpoint, cell: ({ viewpoint }) => say(viewpoint, lang) },
        {
          label: words.points,
          numeric: true,
          cell: ({ least, most }) => words.pointsText(least, most),
        },
      ]}
      rows={listCriteria(rubric)}
      foot={[words.total, '', words.totalPoints(maximumPoints(rubric))]}
    />
  )
}

/** Who reviews, by which criteria, and how points become a decision. */
export const DecisionSection = ({ lang, definition }: RulesProps) => {
  const words = sentences[lang]
  const { committee, rubric } = definition
  return (
    <Section id="decision" title={words.decision}>
      <DescriptionList
        items={[
          {
            term: words.committee,
            description: words.committeeText(say(committee.name, lang), committee.members),
          },
        ]}
      />
      <CriteriaTable lang={lang} definition={definition} />
      <Section id="decision-rules" level={3} title={words.rules}>
        <ul>
          {describeDecision(rubric).map((rule, at) => (
            <li key={at}>{say(rule, lang)}</li>
          ))}
        </ul>
      </Section>
    </Section>
  )
}

/** What everyone gets to see, and what never becomes public. */
export const OpennessSection = ({ lang, definition: { publish } }: RulesProps) => {
  const words = sentences[lang]
  const lines = [
    publish.submitted ? words.publish.submitted : words.publish.notSubmitted,
    words.publish.scores[publish.scores],
    ...(publish.comments ? [words.publish.comments] : []),
    words.publish.notSelected[publish.notSelected],
    words.publish.contact,
  ]
  return (
    <Section id="open" title={words.open}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  )
}

/** Evaluation by both sides, and what can become of a project afterwards. */
export const AfterwardsSections = ({ lang, definition }: RulesProps) => {
  const words = sentences[lang]
  const { evaluation, continuation } = definition
  return (
    <>
      <Section id="evaluation" title={words.evaluation}>
        <p>{words.evaluationText(evaluation.items.length)}</p>
        <ul>
          {evaluation.items.map((item) => (
            <li key={item.code}>
              {say(item.label, lang)}
              {colon[lang]}
              {say(item.viewpoint, lang)}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="continuation" title={words.continuation}>
        <p>{words.continuationText}</p>
        <ul>
          {continuation.map(({ code, label }) => (
            <li key={code}>{say(label, lang)}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}
