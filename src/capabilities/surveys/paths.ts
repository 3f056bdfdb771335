const below =
  (part: string) =>
  (city: string, id: string): string =>
    `/${city}/surveys/${id}/${part}`

/** The pages of surveys, under a city. */
export const paths = {
  list: (city: string, state?: 'closed', page = 1) => {
    const query = new URLSearchParams()
    if (state) query.set('state', state)
    if (page > 1) query.set('page', String(page))
    return `/${city}/surveys${query.size > 0 ? `?${query}` : ''}`
  },
  begin: (city: string, copy?: string) => `/${city}/surveys/new${copy ? `?copy=${copy}` : ''}`,
  survey: (city: string, id: string) => `/${city}/surveys/${id}`,
  desk: (city: string, id: string) => `/${city}/surveys/${id}#desk`,
  edit: below('edit'),
  questions: below('questions'),
  question: (city: string, id: string, question: string) =>
    `/${city}/surveys/${id}/questions/${question}`,
  newQuestion: (city: string, id: string, kind: string) =>
    `/${city}/surveys/${id}/questions/new?kind=${kind}`,
  order: below('order'),
  removal: below('removal'),
  wordings: below('wordings'),
  preview: below('preview'),
  publication: below('publication'),
  takingBack: below('taking-back'),
  closing: below('closing'),
  extension: below('extension'),
  deletion: below('deletion'),
  asked: below('asked'),
  letters: below('asked/letters'),
  codes: below('asked/codes'),
  returned: below('asked/returned'),
  reminders: below('asked/reminders'),
  paper: below('paper'),
  sheets: below('sheets'),
  check: (city: string, id: string, sheet?: number) =>
    `/${city}/surveys/${id}/sheets?check=yes${sheet ? `&sheet=${sheet}` : ''}`,
  table: below('table'),
  template: below('table/template'),
  results: below('results'),
  receipts: below('receipts'),
  export: below('export'),
  exportFile: below('export/answers.csv'),
  /** The questionnaire for whoever answers; `code` is theirs, `draft` what they had put aside. */
  answer: (
    city: string,
    id: string,
    with_: {
      readonly code?: string
      readonly draft?: string
      readonly part?: number
      readonly easy?: boolean
    } = {},
  ) => {
    const query = new URLSearchParams()
    if (with_.code) query.set('code', with_.code)
    if (with_.draft) query.set('draft', with_.draft)
    if (with_.part && with_.part > 1) query.set('part', String(with_.part))
    if (with_.easy) query.set('easy', 'yes')
    return `/${city}/surveys/${id}/answer${query.size > 0 ? `?${query}` : ''}`
  },
  /** Where a code is typed in, and what was put aside taken up again. */
  entry: below('entry'),
  putAside: (city: string, id: string, draft: string) =>
    `/${city}/surveys/${id}/put-aside?draft=${draft}`,
  /** The number stands behind the `?`: what stands before it is written into the log, beside the moment. */
  receipt: (city: string, id: string, number: string) =>
    `/${city}/surveys/${id}/receipt?number=${number}`,
} as const
