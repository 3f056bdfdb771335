import { createHash } from 'node:crypto'
import { formatDate } from '#kernel/date-text.ts'
import { formatYen } from '#kernel/money.ts'
import type { AgreementContent, Article } from './agreement.ts'

/** The article that says what the agreement is about. It stands first and follows from the decision. */
export const factsOf = ({
  project,
  period,
  fromSigning,
  cityShare,
}: Pick<AgreementContent, 'project' | 'period' | 'fromSigning' | 'cityShare'>) => ({
  title: '本事業',
  text: '本事業の名称、期間及び市の負担額は、次のとおりとする。',
  rows: [
    { label: '名称', value: project },
    {
      label: '期間',
      value: `${fromSigning ? 'この協定を結んだ日' : formatDate(period.from, 'ja')}から${formatDate(period.to, 'ja')}まで`,
    },
    { label: '市の負担額', value: `${formatYen(cityShare, 'ja')}以内` },
  ],
})

/** The sentence before the articles. */
export const preambleOf = ({ parties, project }: Pick<AgreementContent, 'parties' | 'project'>) => {
  const named = [parties.city, parties.group]
    .map(({ name, calledAs }) => `${name}（以下「${calledAs}」という。）`)
    .join('と')
  return `${named}は、「${project}」（以下「本事業」という。）を協働して行うため、次のとおり協定を結ぶ。`
}

export const agreementTitle = '協働事業に関する協定書'

/** What both sides say at the end. */
export const closingOf = ({ parties }: Pick<AgreementContent, 'parties'>): string =>
  `この協定の成立を証するため、この協定書の本文を電磁的に記録し、${parties.city.calledAs}と${parties.group.calledAs}が署名した。本文の指紋（SHA-256）を署名とともに残す。`

const articleText = ({ title, text }: Article, number: number): string =>
  `（${title}）\n第${number}条　${text}`

/**
 * The whole agreement as plain text, line ends `\n`, exactly what both sides sign. The same content always
 * gives the same text: its hash can be checked by anyone who has the file.
 */
export const composeBody = (content: AgreementContent): string => {
  const facts = factsOf(content)
  const rows = facts.rows.map(({ label, value }) => `${label}：${value}`).join('\n')
  const articles: readonly Article[] = [
    { title: facts.title, text: `${facts.text}\n${rows}` },
    ...content.articles,
  ]
  return [
    agreementTitle,
    preambleOf(content),
    ...articles.map((article, at) => articleText(article, at + 1)),
    closingOf(content),
    [content.parties.city, content.parties.group]
      .map(({ calledAs, name, position }) => `${calledAs}　${name}　${position}`)
      .join('\n'),
  ]
    .join('\n\n')
    .concat('\n')
}

/** SHA-256 of a text in UTF-8, lower-case hexadecimal: what `sha256sum` prints for the file. */
export const hashText = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex')
