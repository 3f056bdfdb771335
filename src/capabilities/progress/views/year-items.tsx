import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { ChipLabel, ChipRow, DescriptionList, Heading } from '#web/ui/index.ts'
import { planPaths } from '../../plans/index.ts'
import { fieldsOf } from '../form.ts'
import type { YearPlace } from '../paths.ts'
import type { ReportedBy, YearItem } from '../published.ts'
import type { Comment } from '../queries/comments.ts'
import type { Round } from '../round.ts'
import { sentences } from '../sentences.ts'
import { gradeText } from '../words.ts'
import { PlannedMark, reportFacts } from './report-facts.tsx'

type Around = {
  readonly lang: Language
  readonly city: City
  readonly at: YearPlace
  readonly round: Round
}

const By = ({
  lang,
  city,
  round,
  item,
  one,
}: Around & Pick<YearItem, 'item'> & { one: ReportedBy }) => {
  const words = sentences[lang]
  const name = say(nameOfCode(city.departments, one.department), lang)
  return (
    <div class="flow">
      <p>
        <strong>{name}</strong> {one.leads && words.leadsShort}{' '}
        {one.late && <ChipLabel tone="warning">{words.late}</ChipLabel>}
      </p>
      {one.report ? (
        <DescriptionList items={reportFacts({ lang, scale: round.scale, item }, one.report)} />
      ) : (
        <p>{words.notReported}</p>
      )}
    </div>
  )
}

/** Comments of the committee with the city's answers. */
export const Comments = ({
  lang,
  comments,
}: {
  readonly lang: Language
  readonly comments: readonly Comment[]
}) => {
  const words = sentences[lang]
  if (comments.length === 0) return null
  return (
    <>
      {comments.map(({ id, body, answer }) => (
        <DescriptionList
          key={id}
          items={[
            { term: words.comment, description: <p class="prose">{body}</p> },
            ...(answer === ''
              ? []
              : [{ term: words.answer, description: <p class="prose">{answer}</p> }]),
          ]}
        />
      ))}
    </>
  )
}

/** One item of a year: planned against done, every department's report, comments and answers. */
export const YearItemView = (
  props: Around & {
    readonly one: YearItem
    readonly comments: readonly Comment[]
    /** 4 where the items stand under their branches. */
    readonly level?: 3 | 4
    readonly children?: Child
  },
) => {
  const { lang, at, round, one, comments, level = 3 } = props
  const words = sentences[lang]
  const { item, by, grade, missing } = one
  return (
    <section id={fieldsOf(item.no).section} class="flow item-report">
      <Heading level={level}>
        <a href={planPaths.item(at.city, at.plan, item.no)}>
          {item.no} {say(item.title, lang)}
        </a>
      </Heading>
      <ChipRow>
        {item.mark && <PlannedMark lang={lang} mark={item.mark} />}
        {missing ? (
          <ChipLabel tone="error">{words.noReport}</ChipLabel>
        ) : (
          grade !== '' && (
            <ChipLabel tone="key">
              {words.reported} {gradeText(round.scale, grade, lang)}
            </ChipLabel>
          )
        )}
      </ChipRow>
      {by.map((reported) => (
        <By key={reported.department} {...props} item={item} one={reported} />
      ))}
      <Comments lang={lang} comments={comments.filter(({ no }) => no === item.no)} />
      {props.children}
    </section>
  )
}
