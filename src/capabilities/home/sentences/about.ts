import { defineSentences } from '#web/sentences.ts'

/** Words of the pages about the city and its data. */
export const aboutSentences = defineSentences({
  ja: {
    contents: 'このページの内容',
    title: 'このまちの協働',
    lead: (city: string) =>
      `${city}が、市民活動と協働をどう考え、どんな決まりで進めてきたかを、市の文書からまとめています。`,
    principles: '考え方',
    terms: '言葉の意味',
    ordinances: '条例と決まり',
    enacted: '制定・施行',
    article: (no: string) => (/^\d+$/.test(no) ? `第${no}条` : no),
    history: 'これまでの歩み',
    bodies: '話し合う場・組織',
    departments: '担当する課',
    sourceOf: (text: string) => `出典：${text}`,
    sourcesOf: (count: number) => `出典を見る（${count}か所）`,
    document: (number: number) => `資料${number}`,
    documents: 'もとになった文書',
    warnings: '文書の食い違い・誤りについて',
    warningsText:
      'もとの文書の中に、数字や言葉の食い違いが見つかることがあります。直さずに印刷のとおり示し、気づいた点をここに並べています。',
    warningsCount: (count: number) => `気づいた点を見る（${count}件）`,
  },
  en: {
    contents: 'On this page',
    title: 'Collaboration in this city',
    lead: (city: string) =>
      `How ${city} thinks of civic activity and collaboration, and by which rules it has worked, from the city’s own documents.`,
    principles: 'Principles',
    terms: 'What the words mean',
    ordinances: 'Ordinances and rules',
    enacted: 'Enacted',
    article: (no: string) => (/^\d+$/.test(no) ? `Article ${no}` : no),
    history: 'History',
    bodies: 'Bodies and round tables',
    departments: 'Departments',
    sourceOf: (text: string) => `Source: ${text}`,
    sourcesOf: (count: number) => `See the sources (${count})`,
    document: (number: number) => `Document ${number}`,
    documents: 'Documents',
    warnings: 'Contradictions and slips in the documents',
    warningsText:
      'Documents sometimes contradict themselves. Everything is shown as printed; what was noticed is listed here.',
    warningsCount: (count: number) => `See what was noticed (${count})`,
  },
})
