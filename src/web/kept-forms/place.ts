/** The parameter under which a page is told which kept form to show. */
export const keptFormParameter = 'written'

/** Stands for a form that somebody else wrote on this browser: it is told, and not shown. */
export const writtenByAnother = 'by-another'

/** The page of a form, told to fill it in with what is kept under that id. */
export const pageWithKept = (page: string, id: string): string => {
  const [path = '', query = ''] = page.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set(keptFormParameter, id)
  return `${path}?${parameters}`
}
