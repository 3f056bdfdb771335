import { both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Dataset, DatasetColumn, DatasetRow } from '#web/dataset.ts'
import {
  column,
  fixedTable,
  idColumn,
  plainColumn,
  sampleColumn,
  urlColumn,
} from '#web/dataset-columns.ts'
import { paths } from './paths.ts'
import { listPublicSurveys, type PublicSurvey, tallyQuestionRows } from './queries/datasets.ts'
import {
  numberOf,
  type Question,
  type Questionnaire,
  questionKinds,
  type Words,
} from './questionnaire.ts'
import { sentences } from './sentences.ts'

const parts = {
  question: both('設問', 'Question'),
  choice: both('選択肢', 'Choice'),
  row: both('表の行', 'Row of a table'),
}

const kinds = Object.fromEntries(
  questionKinds.map((kind) => [
    kind,
    both(sentences.ja.builder.kinds[kind], sentences.en.builder.kinds[kind]),
  ]),
)

const columns: readonly DatasetColumn[] = [
  { ...idColumn, code: 'survey', name: both('アンケートID', 'Survey ID') },
  plainColumn('survey_title', both('アンケート', 'Survey')),
  column('opens_on', 'date', {
    name: both('始まりの日', 'First day'),
    definition: both('答えられる最初の日', 'The first day on which it can be answered'),
  }),
  column('closes_on', 'date', {
    name: both('期限', 'Last day'),
    definition: both('答えられる最後の日', 'The last day on which it can be answered'),
  }),
  column('version', 'integer', {
    name: both('文言の版', 'Wording'),
    definition: both(
      '1は最初の文言。答えが届いたあとに文言を直すと、1つ増えます。',
      '1 is the first wording; each mending after the first answer adds one.',
    ),
  }),
  column('part', 'code', {
    name: both('行の種類', 'Kind of row'),
    definition: both(
      '設問、その選択肢、表で答える設問の行のどれか',
      'A question, one of its choices, or a row of a table',
    ),
    codes: fixedTable(
      'survey-question-parts',
      both('調査票の行', 'Rows of a questionnaire'),
      parts,
    ),
  }),
  column('number', 'text', {
    name: both('問番号', 'Number'),
    definition: both(
      '「アンケートの結果」の問番号と同じ',
      'The same as in the data set of survey results',
    ),
  }),
  column('question_kind', 'code', {
    name: both('答え方', 'Kind of answer'),
    definition: both('どのように答える設問か', 'How the question is answered'),
    codes: fixedTable('survey-question-kinds', both('設問の種類', 'Kinds of questions'), kinds),
  }),
  column('code', 'integer', {
    name: both('番号', 'Code'),
    definition: both('選択肢、または表の行の番号', 'Code of the choice or of the row'),
  }),
  plainColumn('text', both('文', 'Text')),
  plainColumn('text_en', both('文（英語）', 'Text in English')),
  plainColumn('text_easy', both('文（やさしい日本語）', 'Text in easy Japanese')),
  plainColumn('section', both('まとまりの見出し', 'Section')),
  column('required', 'flag', {
    name: both('必須', 'Required'),
    definition: both('1は、必ず答える設問', '1: an answer is required'),
  }),
  column('dont_know', 'flag', {
    name: both('わからない', 'Don’t know'),
    definition: both('1は、「わからない」を選べる設問', '1: “don’t know” can be chosen'),
  }),
  column('other', 'flag', {
    name: both('その他', 'Other'),
    definition: both('1は、内容を書ける「その他」', '1: “other”, with words of one’s own'),
  }),
  column('most', 'integer', {
    name: both('選べる数', 'Most choices'),
    definition: both('いくつまで選べるか。空は、決まりなし', 'Most choices; empty for any number'),
  }),
  column('least', 'integer', {
    name: both('一番小さい数', 'Least'),
    definition: both('数字の設問の下限', 'Least number that is taken'),
  }),
  column('greatest', 'integer', {
    name: both('一番大きい数', 'Greatest'),
    definition: both('数字の設問の上限', 'Greatest number that is taken'),
  }),
  plainColumn('unit', both('単位', 'Unit')),
  column('leads_to', 'text', {
    name: both('進み先', 'Leads to'),
    definition: both(
      'この選択肢を選んだ人が次に進む問番号。「終わり」は、あとをたずねない。空は、次の設問',
      'The question to which this choice leads; empty for the next one',
    ),
  }),
  { ...urlColumn, definition: both('アンケートのページ', 'The page of the survey') },
  sampleColumn,
]

const wordsOf = ({ ja, en, easy }: Words): DatasetRow => ({
  text: ja,
  text_en: en || null,
  text_easy: easy || null,
})

const nameOf = (number: number): string => `問${number}`

const leadsTo = (
  questionnaire: Questionnaire,
  { branches }: Question,
  code: number,
): string | null => {
  // The first that fits counts.
  const to = branches.find(({ when }) => when.includes(code))?.to
  if (to === undefined) return null
  return to === 'end' ? sentences.ja.builder.toEnd : nameOf(numberOf(questionnaire, to))
}

const questionRows = (questionnaire: Questionnaire, question: Question): readonly DatasetRow[] => {
  const name = nameOf(numberOf(questionnaire, question.id))
  const head = { number: name, question_kind: question.kind }
  return [
    {
      ...head,
      part: 'question',
      ...wordsOf(question.text),
      section: question.section?.ja ?? null,
      required: question.required,
      dont_know: question.dontKnow,
      most: question.most,
      least: question.least,
      greatest: question.greatest,
      unit: question.unit.ja || null,
    },
    ...question.rows.map(({ code, text }, at) => ({
      ...head,
      part: 'row',
      number: `${name}-${at + 1}`,
      code,
      ...wordsOf(text),
    })),
    ...question.choices.map(({ code, text, other }) => ({
      ...head,
      part: 'choice',
      code,
      ...wordsOf(text),
      other,
      leads_to: leadsTo(questionnaire, question, code),
    })),
  ]
}

const surveyRows = (survey: PublicSurvey, city: City): readonly DatasetRow[] =>
  survey.questionnaire.questions.flatMap((question) =>
    questionRows(survey.questionnaire, question).map((row) => ({
      survey: survey.id,
      survey_title: survey.texts.title.ja,
      opens_on: survey.opensOn,
      closes_on: survey.closesOn,
      version: survey.version,
      ...row,
      url: paths.survey(city.slug, survey.id),
      sample: survey.sample,
    })),
  )

/** Surveys of one piece: at most some thousands of rows. */
const atOnce = 5

/** 調査票: what was asked, one question, choice or row of a table in each line. */
export const questionnairesDataset: Dataset = {
  code: 'survey-questions',
  title: both('アンケートの調査票', 'Questionnaires of surveys'),
  description: both(
    'アンケートの設問、選択肢、進み先です。「アンケートの結果」と、アンケートIDと問番号でつながります。だれの答えも含みません。',
    'Questions, choices and branches of surveys. Survey ID and number lead to the data set of survey results. Nobody’s answer is in it.',
  ),
  keywords: [both('アンケート', 'survey'), both('調査票', 'questionnaire')],
  changes: 'continually',
  columns,
  page: (city) => paths.list(city),
  tally: tallyQuestionRows,
  read: async (scope, city, after) => {
    const found = await listPublicSurveys(scope, { after, most: atOnce })
    return {
      rows: found.flatMap((survey) => surveyRows(survey, city)),
      next: found.length === atOnce ? found.at(-1)?.id : undefined,
    }
  },
}
