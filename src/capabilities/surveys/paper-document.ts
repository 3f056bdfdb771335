import type { Language } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import type { OfficialDocument } from '#web/document/index.ts'
import { unknownNumber } from './paper-form.ts'
import { paths } from './paths.ts'
import { numberOf, type Question, type Questionnaire, read } from './questionnaire.ts'
import { sectionsOf } from './sections.ts'
import { sentences } from './sentences.ts'
import type { Survey } from './survey.ts'

type Section = Extract<OfficialDocument, { kind: 'sheet' }>['sections'][number]
type Block = Section['blocks'][number]
type Around = { readonly lang: Language; readonly questionnaire: Questionnaire }

/** How many are to be circled, or that something is to be written. */
const wayOf = (question: Question, lang: Language): string => {
  const words = sentences[lang].paper
  if (question.kind === 'multiple')
    return question.most === null ? words.multiple : words.upTo(question.most)
  if (question.kind === 'matrix') return words.matrix
  const written = ['number', 'text', 'date'].includes(question.kind)
  return written ? words.write : words.single
}

const numbered = (question: Question, lang: Language): readonly string[] => {
  const words = sentences[lang].paper
  return [
    ...question.choices.map(
      ({ text, other }, at) => `${at + 1}　${read(text, lang)}${other ? words.line : ''}`,
    ),
    ...(question.dontKnow ? [`${unknownNumber(question)}　${words.unknown}`] : []),
  ]
}

const matrixTable = (question: Question, lang: Language): Block => ({
  kind: 'table',
  columns: [
    { label: sentences[lang].paper.item, width: 3 },
    ...question.choices.map(({ text }) => ({
      label: read(text, lang),
      width: 1,
      align: 'center' as const,
    })),
  ],
  rows: question.rows.map(({ text }) => [
    read(text, lang),
    ...question.choices.map((_, at) => String(at + 1)),
  ]),
})

const branchText = (question: Question, { lang, questionnaire }: Around): readonly string[] => {
  const words = sentences[lang].answering
  return question.branches.map(({ when, to }) => {
    const numbers = question.choices.flatMap(({ code }, at) =>
      when.includes(code) ? [String(at + 1)] : [],
    )
    const target = to === 'end' ? words.toEnd : words.toQuestion(numberOf(questionnaire, to))
    return words.branch(numbers.join(lang === 'ja' ? '・' : ', '), target)
  })
}

/** As many lines as most people need for an opinion. */
const linesToWrite = 5

const answerBlocks = (question: Question, around: Around): readonly Block[] => {
  const { lang } = around
  const words = sentences[lang].paper
  const { kind } = question
  if (kind === 'matrix') return [matrixTable(question, lang)]
  if (kind === 'text') return [{ kind: 'writing', lines: linesToWrite }]
  if (kind === 'number' || kind === 'date') {
    const unknown = question.dontKnow ? `　□ ${words.unknown}` : ''
    return [{ kind: 'paragraph', text: `${words.line}${read(question.unit, lang)}${unknown}` }]
  }
  return [{ kind: 'list', items: numbered(question, lang), unmarked: true }]
}

const blocksOf = (question: Question, around: Around): readonly Block[] => {
  const { lang, questionnaire } = around
  const number = sentences[lang].builder.number(numberOf(questionnaire, question.id))
  const gap = lang === 'ja' ? '　' : '. '
  const way = lang === 'ja' ? `（${wayOf(question, lang)}）` : ` (${wayOf(question, lang)})`
  const notes = [read(question.help, lang), ...branchText(question, around)].filter(
    (text) => text !== '',
  )
  return [
    { kind: 'heading', level: 2, text: `${number}${gap}${read(question.text, lang)}${way}` },
    ...answerBlocks(question, around),
    ...notes.map((text): Block => ({ kind: 'note', text })),
  ]
}

/** 調査票: the questionnaire on paper, with the numbers that are typed in afterwards. */
export const composePaper = (
  survey: Survey,
  around: { readonly lang: Language; readonly city: City; readonly now: Date },
): OfficialDocument => {
  const { lang, city, now } = around
  const { questionnaire, texts } = survey
  const words = sentences[lang]
  const title = read(texts.title, lang)
  const asking = { lang, questionnaire }
  return {
    kind: 'sheet',
    lang,
    city: city.name[lang],
    title,
    date: tokyoDayOf(now),
    blocks: [
      { kind: 'paragraph', text: read(texts.purpose, lang) },
      {
        kind: 'rows',
        rows: [
          { label: words.facts.asked, value: read(texts.asked, lang) },
          { label: words.facts.use, value: read(texts.use, lang) },
          { label: words.until, value: formatDate(survey.closesOn, lang) },
          { label: words.paper.number, value: '' },
        ],
      },
      { kind: 'note', text: `${words.paper.lead}\n${words.anonymousLimits}` },
    ],
    sections: sectionsOf(questionnaire).map(({ title: section, questions }) => ({
      title: read(section, lang) || words.facts.questions,
      blocks: questions.flatMap((question) => blocksOf(question, asking)),
    })),
    enquiry: { office: read(texts.contact, lang) },
  }
}

/** Letters with one code each, every one on paper of its own. */
export const composeLetters = (
  survey: Survey,
  letters: readonly { readonly number: number; readonly code: string }[],
  around: {
    readonly lang: Language
    readonly city: City
    readonly now: Date
    readonly publicUrl: string
  },
): OfficialDocument => {
  const { lang, city, now, publicUrl } = around
  const words = sentences[lang].letter
  const { texts } = survey
  return {
    kind: 'sheet',
    lang,
    city: city.name[lang],
    title: words.title,
    date: tokyoDayOf(now),
    apart: true,
    enquiry: { office: read(texts.contact, lang) },
    sections: letters.map(({ number, code }) => ({
      title: words.serial(number),
      blocks: [
        {
          kind: 'paragraph',
          text: words.body(read(texts.title, lang), read(texts.purpose, lang)),
        },
        { kind: 'paragraph', text: words.how },
        {
          kind: 'rows',
          rows: [
            { label: words.page, value: `${publicUrl}${paths.entry(city.slug, survey.id)}` },
            { label: words.code, value: code },
            { label: words.until, value: formatDate(survey.closesOn, lang) },
          ],
        },
        { kind: 'note', text: words.anonymous },
      ],
    })),
  }
}
